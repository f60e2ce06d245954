package nl.samenkomst.signin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.PrimingHook;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.http.HttpApi;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.responses.Responses;

/** Signs organisers in and out, and shows them where they are signed in. */
public final class SignInHandler implements RequestStreamHandler {

    private final OrganiserGate gate;
    private final Responses answers;
    private final AskPages ask;
    private final FactorPages factor;
    private final AccountPages account;
    private final ProviderPages provider;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public SignInHandler() {
        this(Wiring.production());
    }

    public SignInHandler(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.answers = wiring.answers();
        this.ask = new AskPages(wiring);
        this.factor = new FactorPages(wiring);
        this.account = new AccountPages(wiring);
        this.provider = new ProviderPages(wiring);
        this.priming = PrimingHook.register(
                wiring,
                () -> HttpApi.prime(
                        new SignInHandler(wiring.priming())::answer,
                        Priming.REPETITIONS,
                        wiring.signIn().primingRequest("GET /organise/sign-in", ""),
                        wiring.signIn().primingRequest("POST /organise/sign-in", "email=organiser%40priming.invalid"),
                        wiring.signIn().primingRequest("GET /organise/sign-in/code", ""),
                        wiring.signIn().primingRequest("POST /organise/sign-in/code", "code=2222-2222"),
                        wiring.signIn().primingRequest("GET /organise/me", "")));
    }

    /** Returns the permission that each route asks for, if any, by the gateway's name for the route. */
    public static Map<String, Optional<Permission>> permissions() {
        Map<String, Optional<Permission>> permissions = new LinkedHashMap<>();
        for (SignInRoute route : SignInRoute.values()) {
            permissions.put(route.key(), route.permission());
        }
        return permissions;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        HttpApi.answer(event, answer, this::answer, answers.unexpected(context.getLogger()::log));
    }

    private Response answer(Request request) {
        SignInRoute route = SignInRoute.of(request.route());
        return gate.admit(request, admitted -> answer(route, admitted));
    }

    private Response answer(SignInRoute route, Request request) {
        return switch (route) {
            case SIGN_IN -> ask.form(request);
            case ASK -> ask.ask(request);
            case CODE -> ask.code(request);
            case GIVE_CODE -> ask.giveCode(request);
            case FACTOR -> factor.form(request);
            case GIVE_FACTOR -> factor.give(request);
            case PROVIDER -> provider.start(request);
            case PROVIDER_RETURN -> provider.returned(request);
            case GIVE_PROVIDER_RETURN -> provider.finish(request);
            case LINK -> ask.link(request);
            case GIVE_LINK -> ask.giveLink(request);
            case SIGN_OUT -> ask.signOut(request);
            case ACCOUNT -> open(route, request, account::show);
            case RENAME -> open(route, request, account::rename);
            case END_SESSIONS -> open(route, request, account::endSessions);
            case NEW_APP -> open(route, request, account::newApp);
            case ENROL_NEW_APP -> open(route, request, account::enrolNewApp);
            case RECOVERY_CODES -> open(route, request, account::recoveryCodes);
            case RENEW_RECOVERY_CODES -> open(route, request, account::renewRecoveryCodes);
        };
    }

    private Response open(SignInRoute route, Request request, Function<OrganiserRequest, Response> handler) {
        return gate.open(request, route.permission().orElseThrow(), handler);
    }
}
