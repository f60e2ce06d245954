package nl.samenkomst.organise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.ChangeFields;
import nl.samenkomst.api.SessionNumbers;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.desk.HistoryEntry;
import nl.samenkomst.domain.desk.ShowHistory;
import nl.samenkomst.domain.desk.ShowSessionProgress;
import nl.samenkomst.domain.desk.ToldOfCancellation;
import nl.samenkomst.domain.organiser.CancelSession;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.CancellationPage;
import nl.samenkomst.organiserpages.HistoryPage;
import nl.samenkomst.organiserpages.SessionDeskPage;
import nl.samenkomst.organiserpages.SessionDone;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.OrganiserUrls;

/** A session's page, its history, and its cancellation and reinstatement. */
final class SessionPages {

    private static final String REASON = "reason";
    private static final String REVISION = "revision";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\R\\s*");

    private final OrganiserGate gate;
    private final ShowSessionProgress progress;
    private final ShowHistory history;
    private final CancelSession cancelSession;

    SessionPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.progress = wiring.organiser().showSessionProgress();
        this.history = wiring.organiser().showHistory();
        this.cancelSession = wiring.organiser().cancelSession();
    }

    Response show(OrganiserRequest request) {
        SessionSnapshot snapshot = request.snapshot();
        return gate.page(
                200,
                new SessionDeskPage(
                        request.viewer(),
                        snapshot,
                        SessionNumbers.perState(snapshot.places()),
                        progress.show(snapshot.session()),
                        Optional.ofNullable(request.request().query().get(OrganiserUrls.DONE))
                                .flatMap(SessionDone::of)));
    }

    Response history(OrganiserRequest request) {
        String page = request.request().query().getOrDefault(OrganiserUrls.PAGE, "");
        int number = NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 1;
        return gate.page(
                200,
                new HistoryPage(
                        request.viewer(),
                        request.snapshot().session(),
                        history.show(request.session(), number, request.colleagues())));
    }

    Response askCancellation(OrganiserRequest request) {
        return cancellation(200, request, request.snapshot().session(), "", List.of(), CancellationPage.State.ASKED);
    }

    Response cancel(OrganiserRequest request) {
        Body<Map<String, String>> body = Body.form(request.request(), Body.MAX_REASON);
        return switch (body) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> cancel(request, read.value());
        };
    }

    private Response cancel(OrganiserRequest request, Map<String, String> form) {
        String typed = form.getOrDefault(REASON, "");
        Session seen = request.snapshot().session();
        // A reason is one line of a letter; people may press Enter in the field.
        Parsed<String> reason = ChangeFields.reason(
                Map.of(REASON, LINE_ENDS.matcher(typed.strip()).replaceAll(" ")));
        return switch (reason) {
            case Parsed.Invalid<String> invalid ->
                cancellation(400, request, seen, typed, invalid.problems(), CancellationPage.State.ASKED);
            case Parsed.Valid<String> valid -> {
                if (seen.document().when().hasStartedBy(request.viewer().now()) && !seen.isCancelled()) {
                    yield cancellation(409, request, seen, typed, List.of(), CancellationPage.State.STARTED);
                }
                yield cancelled(
                        request,
                        typed,
                        cancelSession.cancel(request.session(), revision(form), valid.value(), request.actor()));
            }
        };
    }

    private Response cancelled(OrganiserRequest request, String typed, CancelSession.Cancellation outcome) {
        SessionId id = request.session();
        return switch (outcome) {
            case CancelSession.Cancellation.Cancelled _ -> done(request, id, SessionDone.CANCELLED);
            case CancelSession.Cancellation.AlreadyCancelled already ->
                alreadyCancelled(request, typed, already.session());
            case CancelSession.Cancellation.Changed changed ->
                cancellation(409, request, changed.session(), typed, List.of(), CancellationPage.State.CHANGED);
            case CancelSession.Cancellation.UnknownSession _ -> gate.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    /** A second press of one's own button is no news; somebody else's cancellation is. */
    private Response alreadyCancelled(OrganiserRequest request, String typed, Session session) {
        boolean isOwn = history.lastCancellation(session.id(), request.colleagues())
                .filter(entry -> entry.entry().actor().equals(request.actor()))
                .isPresent();
        return isOwn
                ? done(request, session.id(), SessionDone.CANCELLED)
                : cancellation(409, request, session, typed, List.of(), CancellationPage.State.ALREADY_CANCELLED);
    }

    Response reinstate(OrganiserRequest request) {
        return switch (cancelSession.reinstate(request.session(), request.actor())) {
            case CancelSession.Reinstatement.Reinstated _ -> done(request, request.session(), SessionDone.REINSTATED);
            case CancelSession.Reinstatement.Started _ ->
                cancellation(409, request, request.snapshot().session(), "", List.of(), CancellationPage.State.STARTED);
            case CancelSession.Reinstatement.UnknownSession _ -> gate.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    private static Response done(OrganiserRequest request, SessionId id, SessionDone act) {
        return Response.seeOther(request.viewer().links().sessionDone(id, act.word()));
    }

    private Response cancellation(
            int status,
            OrganiserRequest request,
            Session session,
            String typed,
            List<Problem> problems,
            CancellationPage.State state) {
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<Optional<HistoryEntry>> cancelledBy = session.isCancelled()
                    ? reads.start(() -> history.lastCancellation(session.id(), request.colleagues()))
                    : Optional::empty;
            ToldOfCancellation told = progress.toldOfCancellation(session);
            return gate.page(
                    status,
                    new CancellationPage(request.viewer(), session, told, typed, problems, state, cancelledBy.get()));
        }
    }

    /** Returns the revision that the form was made from; the first one, so that a change is noticed, if it has none. */
    private static Revision revision(Map<String, String> form) {
        return Revision.parse(form.getOrDefault(REVISION, "")).orElse(Revision.FIRST);
    }
}
