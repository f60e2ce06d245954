package nl.samenkomst.organise;

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
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.responses.Responses;

/** The organiser's pages, for people who signed in with a browser. */
public final class OrganiseHandler implements RequestStreamHandler {

    private final OrganiserGate gate;
    private final Responses answers;
    private final OverviewPages overview;
    private final ColleaguePages colleagues;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public OrganiseHandler() {
        this(Wiring.production());
    }

    public OrganiseHandler(Wiring wiring) {
        this.gate = wiring.organiserGate();
        this.answers = wiring.answers();
        this.overview = new OverviewPages(wiring);
        this.colleagues = new ColleaguePages(wiring);
        this.priming = PrimingHook.register(
                wiring,
                () -> HttpApi.prime(
                        new OrganiseHandler(wiring.priming())::answer,
                        Priming.REPETITIONS,
                        wiring.primingRequest("GET /organise", "")));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        HttpApi.answer(event, answer, this::answer, answers.unexpected(context.getLogger()::log));
    }

    private Response answer(Request request) {
        OrganiseRoute route = OrganiseRoute.of(request.route());
        return gate.admit(request, admitted -> gate.open(admitted, route.permission(), open -> answer(route, open)));
    }

    private Response answer(OrganiseRoute route, OrganiserRequest request) {
        return switch (route) {
            case OVERVIEW -> overview.show(request);
            case COLLEAGUES -> colleagues.list(request);
            case NEW_COLLEAGUE -> colleagues.invitation(request);
            case INVITE_COLLEAGUE -> colleagues.invite(request);
            case COLLEAGUE -> colleagues.show(request);
            case CHANGE_COLLEAGUE -> colleagues.change(request);
            case END_COLLEAGUE -> colleagues.end(request);
            case RESET_FACTOR -> colleagues.resetFactor(request);
            case INVITE_AGAIN -> colleagues.inviteAgain(request);
            case DESK_HISTORY -> colleagues.history(request);
        };
    }
}
