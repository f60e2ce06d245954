package nl.samenkomst.signin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import nl.samenkomst.PrimingHook;
import nl.samenkomst.Wiring;
import nl.samenkomst.http.HttpApi;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;

/** Signs organisers in and out, and shows them where they are signed in. */
public final class SignInHandler implements RequestStreamHandler {

    private final OrganiserGate gate;
    private final Responses answers;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public SignInHandler() {
        this(Wiring.production());
    }

    public SignInHandler(Wiring wiring) {
        this.gate = wiring.organiserGate();
        this.answers = wiring.answers();
        this.priming = PrimingHook.register(
                wiring,
                () -> HttpApi.prime(
                        new SignInHandler(wiring.priming())::answer,
                        Priming.REPETITIONS,
                        Priming.request("GET /organise/sign-in")));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        HttpApi.answer(event, answer, this::answer, answers.unexpected(context.getLogger()::log));
    }

    private Response answer(Request request) {
        return gate.admit(request, admitted -> answers.refused(request, Refusal.PAGE_UNKNOWN));
    }
}
