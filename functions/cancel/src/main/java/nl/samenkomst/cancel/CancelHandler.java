package nl.samenkomst.cancel;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import nl.samenkomst.Wiring;
import nl.samenkomst.http.HttpApi;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import org.crac.Core;
import org.crac.Resource;

/**
 * The participant's own registration: shows it, redirects to the meeting link, and changes, cancels or erases it. A GET
 * changes nothing, since mail scanners follow links: changes take a POST, or a PATCH in the API.
 */
public final class CancelHandler implements RequestStreamHandler, Resource {

    private final Wiring wiring;
    private final OwnPages ownPages;
    private final OwnApi ownApi;
    private final Responses answers;

    /** Creates the handler for Lambda, with production wiring, and registers it for SnapStart's hooks. */
    public CancelHandler() {
        this(Wiring.production());
        Core.getGlobalContext().register(this);
    }

    public CancelHandler(Wiring wiring) {
        this.wiring = wiring;
        OwnRegistrations registrations = new OwnRegistrations(wiring);
        this.ownPages = new OwnPages(wiring, registrations);
        this.ownApi = new OwnApi(wiring, registrations);
        this.answers = wiring.answers();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        HttpApi.answer(event, answer, this::answer, answers.unexpected(context.getLogger()::log));
    }

    /** Primes the code before SnapStart takes its snapshot, so that the first visitor does not wait for it. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        HttpApi.prime(
                new CancelHandler(wiring.priming())::answer,
                Priming.TIMES,
                Priming.request("GET /sessions/{id}/registrations/{token}"),
                Priming.form("POST /sessions/{id}/registrations/{token}/cancellation", "lang=nl"),
                Priming.form("POST /sessions/{id}/registrations/{token}/changes", "name=Somebody&lang=nl"));
    }

    /** Does nothing: each instance restored from the snapshot opens its own connections at its first call. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {}

    private Response answer(Request request) {
        return OwnRequest.parse(request)
                .map(asked -> request.isApi() ? ownApi.answer(asked) : ownPages.answer(asked))
                .orElseGet(() -> answers.refused(request, Refusal.REGISTRATION_UNKNOWN));
    }
}
