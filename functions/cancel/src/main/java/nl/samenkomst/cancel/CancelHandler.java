package nl.samenkomst.cancel;

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
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;

/**
 * The participant's own registration: shows it, redirects to the meeting link, and changes, cancels or erases it. A GET
 * changes nothing, since mail scanners follow links: changes take a POST, or a PATCH in the API.
 */
public final class CancelHandler implements RequestStreamHandler {

    private final Wiring wiring;
    private final OwnPages ownPages;
    private final OwnApi ownApi;
    private final Responses answers;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public CancelHandler() {
        this(Wiring.production());
    }

    public CancelHandler(Wiring wiring) {
        OwnRegistrations registrations = new OwnRegistrations(wiring);
        this.wiring = wiring;
        this.ownPages = new OwnPages(wiring, registrations);
        this.ownApi = new OwnApi(wiring, registrations);
        this.answers = wiring.answers();
        this.priming = PrimingHook.register(
                wiring,
                () -> HttpApi.prime(
                        new CancelHandler(wiring.priming())::answer,
                        Priming.REPETITIONS,
                        Priming.request("GET /sessions/{id}/registrations/{token}"),
                        Priming.form("POST /sessions/{id}/registrations/{token}/cancellation", "lang=nl"),
                        Priming.form("POST /sessions/{id}/registrations/{token}/changes", "name=Somebody&lang=nl")));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        HttpApi.answer(event, answer, Responses.checked(this::answer), answers.unexpected(context.getLogger()::log));
    }

    private Response answer(Request request) {
        if (request.route().equals("GET /sessions/{id}/certificates/{code}")) {
            return new CertificatePages(wiring).verify(request);
        }
        return OwnRequest.parse(request)
                .map(asked -> request.isApi() ? ownApi.answer(asked) : ownPages.answer(asked))
                .orElseGet(() -> answers.refused(request, Refusal.REGISTRATION_UNKNOWN));
    }
}
