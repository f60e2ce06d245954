package nl.samenkomst.managesessions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.PrimingHook;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.ChangeFields;
import nl.samenkomst.api.ChangesView;
import nl.samenkomst.api.OrganiserFields;
import nl.samenkomst.api.SessionView;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.agenda.Agenda;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.editing.PublishDocument;
import nl.samenkomst.domain.organiser.CancelSession;
import nl.samenkomst.domain.organiser.PublishOutcome;
import nl.samenkomst.domain.organiser.PublishWarning;
import nl.samenkomst.domain.organiser.ShowChanges;
import nl.samenkomst.domain.organiser.ShowSession;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.HttpApi;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.AfterParameter;

/** The organiser's API, for signed requests only: publishes, changes and cancels sessions; manages registrations. */
public final class ManageSessionsHandler implements RequestStreamHandler {

    /** Milliseconds reserved to finish a change that was begun, with all its retries. */
    private static final int MARGIN_IN_MILLIS = 10_000;

    private final Wiring wiring;
    private final PartLimit limit;
    private final PublishDocument publishDocument;
    private final CancelSession cancelSession;
    private final Agenda agenda;
    private final ShowSession showSession;
    private final ShowChanges showChanges;
    private final RegistrationRequests registrations;
    private final MessageRequests messages;
    private final Responses answers;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public ManageSessionsHandler() {
        this(Wiring.production());
    }

    public ManageSessionsHandler(Wiring wiring) {
        this.wiring = wiring;
        this.limit = wiring.partLimit();
        this.publishDocument = wiring.organiser().publishDocument();
        this.cancelSession = wiring.organiser().cancelSession();
        this.agenda = wiring.agenda();
        this.showSession = wiring.organiser().showSession();
        this.showChanges = wiring.organiser().showChanges();
        this.answers = wiring.answers();
        this.registrations = new RegistrationRequests(wiring, answers, limit);
        this.messages = new MessageRequests(wiring, answers, limit);
        this.priming = PrimingHook.register(
                wiring,
                () -> HttpApi.prime(
                        new ManageSessionsHandler(wiring.priming())::prime,
                        Priming.REPETITIONS,
                        Priming.request("GET /api/v1/organiser/sessions"),
                        Priming.request("GET /api/v1/organiser/sessions/{id}/registrations.xlsx"),
                        Priming.json(
                                "POST /api/v1/organiser/sessions/{id}/cancellation", "{\"reason\": \"Priming\"}")));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Deadline deadline = () -> context.getRemainingTimeInMillis() < MARGIN_IN_MILLIS;
        HttpApi.answer(
                event,
                answer,
                Responses.checked(request -> answer(request, deadline).personal()),
                answers.unexpected(context.getLogger()::log));
    }

    private Response prime(Request request) {
        return answer(request, Deadline.none());
    }

    private Response answer(Request request, Deadline deadline) {
        return wiring.actor(request.actor())
                .map(actor -> answer(request, actor, deadline))
                .orElseGet(() -> answers.refused(request, Refusal.NOT_SIGNED));
    }

    private Response answer(Request request, Actor actor, Deadline deadline) {
        return switch (request.route()) {
            case "GET /api/v1/organiser/sessions" -> list(request);
            case "PUT /api/v1/organiser/sessions/{id}" ->
                withId(request, id -> answers.withJson(request, Body.MAX, tree -> publish(request, id, tree, actor)));
            case "GET /api/v1/organiser/sessions/{id}" -> withId(request, id -> show(request, id));
            case "POST /api/v1/organiser/sessions/{id}/cancellation" ->
                withId(
                        request,
                        id -> answers.withJson(request, Body.MAX_REASON, tree -> cancel(request, id, tree, actor)));
            case "POST /api/v1/organiser/sessions/{id}/reinstatement" ->
                withId(request, id -> reinstate(request, id, actor));
            case "GET /api/v1/organiser/sessions/{id}/changes" -> withId(request, id -> changes(request, id));
            case "GET /api/v1/organiser/sessions/{id}/registrations" ->
                withId(request, id -> registrations.list(request, id));
            case "GET /api/v1/organiser/sessions/{id}/registrations.csv" ->
                withId(request, id -> registrations.csv(request, id));
            case "GET /api/v1/organiser/sessions/{id}/registrations.xlsx" ->
                withId(request, id -> registrations.xlsx(request, id));
            case "GET /api/v1/organiser/sessions/{id}/registrations.html" ->
                withId(request, id -> registrations.onPaper(request, id));
            case "POST /api/v1/organiser/sessions/{id}/registrations" ->
                withId(
                        request,
                        id -> answers.withJson(request, Body.MAX, tree -> registrations.add(request, id, tree, actor)));
            case "POST /api/v1/organiser/sessions/{id}/invitations" ->
                withId(
                        request,
                        id -> answers.withJson(
                                request, Body.MAX, tree -> registrations.invite(request, id, tree, actor)));
            case "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/decision" ->
                withId(
                        request,
                        id -> answers.withJson(
                                request, Body.MAX_REASON, tree -> registrations.decide(request, id, tree, actor)));
            case "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/cancellation" ->
                withId(
                        request,
                        id -> answers.withJson(
                                request, Body.MAX_REASON, tree -> registrations.cancel(request, id, tree, actor)));
            case "GET /api/v1/organiser/sessions/{id}/registrations/unconfirmed/cancellation" ->
                withId(request, id -> registrations.countUnconfirmed(request, id));
            case "POST /api/v1/organiser/sessions/{id}/registrations/unconfirmed/cancellation" ->
                withId(
                        request,
                        id -> answers.withJson(
                                request,
                                Body.MAX_REASON,
                                tree -> registrations.cancelUnconfirmed(request, id, tree, actor, deadline)));
            case "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/priority" ->
                withId(
                        request,
                        id -> answers.withJson(
                                request, Body.MAX_REASON, tree -> registrations.moveUp(request, id, tree, actor)));
            case "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/own-link" ->
                withId(
                        request,
                        id -> answers.withJson(
                                request, Body.MAX_REASON, tree -> registrations.sendOwnLink(request, id, tree, actor)));
            case "PUT /api/v1/organiser/sessions/{id}/registrations/{registration}/presence" ->
                withId(
                        request,
                        id -> answers.withJson(
                                request, Body.MAX_REASON, tree -> registrations.mark(request, id, tree, actor)));
            case "GET /api/v1/organiser/sessions/{id}/messages" -> withId(request, id -> messages.list(request, id));
            case "POST /api/v1/organiser/sessions/{id}/messages" ->
                withId(
                        request,
                        id -> answers.withJson(request, Body.MAX, tree -> messages.send(request, id, tree, actor)));
            case "POST /api/v1/organiser/sessions/{id}/messages/{message}/withdrawal" ->
                withId(request, id -> messages.withdraw(request, id, actor));
            default -> throw new IllegalArgumentException("no such route here: " + request.route());
        };
    }

    private Response show(Request request, SessionId id) {
        return showSession
                .show(id)
                .map(found -> Response.json(200, SessionView.forOrganiser(found))
                        .with("etag", EntityTag.of(found.session().revision())))
                .orElseGet(() -> unknown(request));
    }

    private Response publish(Request request, SessionId id, Map<String, Object> tree, Actor actor) {
        Optional<String> ifMatch = request.header("if-match").map(String::strip).filter(tag -> !tag.equals("*"));
        Optional<EntityTag> seen = ifMatch.isEmpty() ? Optional.of(EntityTag.NONE) : EntityTag.parse(ifMatch.get());
        Optional<Announcement> announcement = announcement(request);
        if (announcement.isEmpty()) {
            return Responses.invalid(request, List.of(new Problem("tell", Reason.INVALID, "expected", "true, false")));
        }
        return Responses.withValid(
                request,
                SessionDocumentFields.parse(OrganiserFields.withoutReadOnly(tree)),
                document -> seen.map(tag -> publish(request, id, document, tag, announcement.get(), actor))
                        .orElseGet(() -> answers.refused(request, Refusal.REVISION_STALE)));
    }

    /** Returns whom the request wants to tell of a change; empty if it is not understood. */
    private static Optional<Announcement> announcement(Request request) {
        return switch (request.query("tell").orElse("")) {
            case "" -> Optional.of(Announcement.IF_MOVED);
            case "true" -> Optional.of(Announcement.ALWAYS);
            case "false" -> Optional.of(Announcement.NEVER);
            default -> Optional.empty();
        };
    }

    private Response publish(
            Request request,
            SessionId id,
            SessionDocument document,
            EntityTag seen,
            Announcement announcement,
            Actor actor) {
        return switch (publishDocument.publish(id, document, seen.revision(), seen.draft(), announcement, actor)) {
            case PublishDocument.Outcome.Answered answered -> publish(request, answered.outcome());
            case PublishDocument.Outcome.HasDraft draft ->
                answers.refused(request, Refusal.DRAFT_NEWER).with("etag", tag(id, draft.version()));
        };
    }

    private String tag(SessionId id, Version draft) {
        return EntityTag.of(showSession.show(id).map(found -> found.session().revision()), draft);
    }

    private Response publish(Request request, PublishOutcome outcome) {
        return switch (outcome) {
            case PublishOutcome.Published published -> receipt(request, 201, published.session(), published.warnings());
            case PublishOutcome.Changed changed -> receipt(request, 200, changed.session(), changed.warnings());
            case PublishOutcome.Overtaken _ -> answers.refused(request, Refusal.REVISION_STALE);
            case PublishOutcome.AlreadyCancelled _ -> answers.refused(request, Refusal.SESSION_CANCELLED);
            case PublishOutcome.Refused refused -> Responses.invalid(request, refused.problems());
        };
    }

    private static Response receipt(Request request, int status, Session session, List<PublishWarning> warnings) {
        return Response.json(status, SessionView.receipt(session, warnings, Responses.language(request)))
                .with("etag", EntityTag.of(session.revision()));
    }

    private Response cancel(Request request, SessionId id, Map<String, Object> tree, Actor actor) {
        return Responses.withValid(
                request,
                ChangeFields.reason(tree),
                reason -> cancelSession
                        .cancel(id, reason, actor)
                        .map(cancelled -> receipt(request, 200, cancelled, List.of()))
                        .orElseGet(() -> unknown(request)));
    }

    private Response reinstate(Request request, SessionId id, Actor actor) {
        return switch (cancelSession.reinstate(id, actor)) {
            case CancelSession.Reinstatement.Reinstated reinstated ->
                receipt(request, 200, reinstated.session(), List.of());
            case CancelSession.Reinstatement.Started _ -> answers.refused(request, Refusal.PLACES_FIXED);
            case CancelSession.Reinstatement.UnknownSession _ -> unknown(request);
        };
    }

    private Response list(Request request) {
        return Responses.withValid(request, PartRequest.parse(request, limit, AfterParameter::parse), asked -> {
            JsonPart part = new JsonPart("sessions", asked.limit());
            Optional<Session> last = Optional.empty();
            for (SessionSnapshot sessionSnapshot : (Iterable<SessionSnapshot>)
                    agenda.all(asked.after().orElse(AgendaCursor.from(Instant.EPOCH)))::iterator) {
                if (!part.add(SessionView.forOrganiser(sessionSnapshot))) {
                    return asked.withNext(
                            part.answer(), last.map(AgendaCursor::after).map(AfterParameter::of));
                }
                last = Optional.of(sessionSnapshot.session());
            }
            return part.answer();
        });
    }

    private Response changes(Request request, SessionId id) {
        return Responses.withValid(
                request,
                PartRequest.parse(request, limit, ChangeCursor::parse),
                asked -> showChanges.show(id).map(all -> changes(asked, all)).orElseGet(() -> unknown(request)));
    }

    private static Response changes(PartRequest<ChangeCursor> asked, List<AuditEntry> all) {
        JsonPart part = new JsonPart("changes", asked.limit());
        int first = asked.after().map(cursor -> cursor.passed(all)).orElse(0);
        int next = first;
        while (next < all.size() && part.add(ChangesView.entry(all.get(next)))) {
            next++;
        }
        Optional<String> cursor = next < all.size()
                ? Optional.of(ChangeCursor.past(all.subList(0, next)).written())
                : Optional.empty();
        return asked.withNext(part.answer(), cursor);
    }

    private Response withId(Request request, Function<SessionId, Response> answer) {
        return SessionId.parse(request.path("id")).map(answer).orElseGet(() -> unknown(request));
    }

    private Response unknown(Request request) {
        return answers.refused(request, Refusal.SESSION_UNKNOWN);
    }
}
