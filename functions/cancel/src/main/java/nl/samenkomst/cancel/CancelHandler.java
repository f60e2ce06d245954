package nl.samenkomst.cancel;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.RegistrationView;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.own.Amend;
import nl.samenkomst.domain.own.Amendment;
import nl.samenkomst.domain.own.AmendmentForm;
import nl.samenkomst.domain.own.Attend;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.CancelOutcome;
import nl.samenkomst.domain.own.Erase;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.own.OwnSeries;
import nl.samenkomst.domain.own.ShowRegistration;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.http.HttpApi;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.pages.Addresses;
import nl.samenkomst.pages.FormFields;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.pages.ReceivedAs;
import nl.samenkomst.pages.SignUpDraft;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.responses.Body;
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
    private final ShowRegistration showRegistration;
    private final OwnSeries ownSeries;
    private final Attend attend;
    private final Cancel cancel;
    private final Amend amend;
    private final Erase erase;
    private final Pages pages;
    private final Responses answers;
    private final Sessions sessions;
    private final Clock clock;

    /** Creates the handler for Lambda, with production wiring, and registers it for SnapStart's hooks. */
    public CancelHandler() {
        this(Wiring.production());
        Core.getGlobalContext().register(this);
    }

    public CancelHandler(Wiring wiring) {
        this.wiring = wiring;
        this.showRegistration = wiring.showRegistration();
        this.ownSeries = wiring.ownSeries();
        this.attend = wiring.attend();
        this.cancel = wiring.cancel();
        this.amend = wiring.amend();
        this.erase = wiring.erase();
        this.pages = wiring.pages();
        this.answers = wiring.answers();
        this.sessions = wiring.sessions();
        this.clock = wiring.clock();
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
        Optional<SessionId> session = SessionId.parse(request.path("id"));
        Optional<OwnLink> link = OwnLink.parse(request.path("token"));
        if (session.isEmpty() || link.isEmpty()) {
            return answers.refused(request, Refusal.REGISTRATION_UNKNOWN);
        }
        return answer(request, session.get(), link.get());
    }

    private Response answer(Request request, SessionId session, OwnLink link) {
        return switch (request.route()) {
            case "GET /sessions/{id}/registrations/{token}", "GET /api/v1/sessions/{id}/registrations/{token}" ->
                show(request, session, link);
            case "GET /sessions/{id}/registrations/{token}/meeting" -> meeting(request, session, link);
            case "GET /api/v1/sessions/{id}/registrations/{token}/data" -> data(request, session, link);
            case "POST /sessions/{id}/registrations/{token}/cancellation" ->
                answers.withButton(request, form -> cancel(request, session, link, Responses.language(request, form)));
            case "POST /api/v1/sessions/{id}/registrations/{token}/cancellation" ->
                cancel(request, session, link, Responses.language(request));
            case "POST /sessions/{id}/registrations/{token}/acceptance" ->
                byForm(
                        request,
                        session,
                        link,
                        (yes, form) -> Result.of(attend.attend(session, link, yes, SignUpForm.alsoOf(form))));
            case "POST /api/v1/sessions/{id}/registrations/{token}/acceptance" ->
                byCall(request, session, link, yes -> Result.of(attend.attend(session, link, yes)));
            case "POST /sessions/{id}/registrations/{token}/changes" ->
                byForm(request, session, link, (change, form) -> Result.of(amend.amend(session, link, change)));
            case "PATCH /api/v1/sessions/{id}/registrations/{token}" ->
                byCall(request, session, link, change -> Result.of(amend.amend(session, link, change)));
            case "POST /sessions/{id}/registrations/{token}/erasure" ->
                answers.withButton(request, form -> eraseByForm(request, session, link, form));
            case "POST /api/v1/sessions/{id}/registrations/{token}/erasure" ->
                erase.erase(session, link)
                        ? Response.json(200, Map.of("as", ReceivedAs.ERASED.word()))
                        : unknown(request, session);
            default -> throw new IllegalArgumentException("no such route here: " + request.route());
        };
    }

    private Response data(Request request, SessionId session, OwnLink link) {
        return withOwn(
                request,
                session,
                link,
                own -> Response.json(200, RegistrationView.everything(own.registration()))
                        .personal());
    }

    /** Applies a change from the form on the own page; the change also gets the form, for fields only pages send. */
    private Response byForm(
            Request request,
            SessionId session,
            OwnLink link,
            BiFunction<Amendment, Map<String, String>, Result> change) {
        return answers.withForm(
                request,
                maxOf(request, session, link),
                form -> SignUpDraft.languageSwitch(form)
                        .map(other -> notChanged(request, session, link, SignUpDraft.unfinished(form), other))
                        .orElseGet(() -> byForm(request, session, link, form, change)));
    }

    private Response byForm(
            Request request,
            SessionId session,
            OwnLink link,
            Map<String, String> form,
            BiFunction<Amendment, Map<String, String>, Result> change) {
        return switch (AmendmentForm.parse(form)) {
            case Parsed.Invalid<Amendment> invalid ->
                notChanged(request, session, link, SignUpDraft.invalid(form, invalid.problems()));
            case Parsed.Valid<Amendment> right ->
                switch (change.apply(right.value(), form)) {
                    case Result.Done done ->
                        Response.seeOther(Addresses.own(session, link, Responses.language(request, form)));
                    case Result.Invalid invalid ->
                        notChanged(request, session, link, SignUpDraft.invalid(form, invalid.problems()));
                    case Result.Refused refused ->
                        notChanged(request, session, link, SignUpDraft.refused(form, refused.why()));
                    case Result.UnknownLink unknown -> unknown(request, session);
                };
        };
    }

    /** Applies a change from the JSON body of an API call. */
    private Response byCall(Request request, SessionId session, OwnLink link, Function<Amendment, Result> change) {
        return answers.withJson(
                request,
                maxOf(request, session, link),
                tree -> Responses.withValid(
                        request, AmendmentForm.parseJson(tree), typed -> switch (change.apply(typed)) {
                            case Result.Done done -> show(request, session, link);
                            case Result.Invalid invalid -> Responses.invalid(request, invalid.problems());
                            case Result.Refused refused -> answers.refused(request, refused.why());
                            case Result.UnknownLink unknown -> unknown(request, session);
                        }));
    }

    private int maxOf(Request request, SessionId session, OwnLink link) {
        return Body.maxOfSignUp(
                request,
                () -> showRegistration
                        .show(session, link)
                        .filter(own -> !own.session().document().questions().isEmpty())
                        .isPresent());
    }

    /** Returns the own page with everything that was typed and, unless only the language was switched, its problems. */
    private Response notChanged(Request request, SessionId session, OwnLink link, SignUpDraft draft) {
        return notChanged(request, session, link, draft, Responses.language(request, draft.typed()));
    }

    private Response notChanged(
            Request request, SessionId session, OwnLink link, SignUpDraft draft, Language language) {
        return withOwn(
                request,
                session,
                link,
                own -> answers.page(
                        draft.status(), pages.ownNotChanged(own, ownSeries.others(own), draft, language), language));
    }

    /** Erases the registration if the checkbox is ticked: erasing cannot be undone (WCAG 2.2, 3.3.4). */
    private Response eraseByForm(Request request, SessionId session, OwnLink link, Map<String, String> form) {
        if (!form.containsKey(FormFields.SURE)) {
            SignUpDraft unsure = SignUpDraft.invalid(Map.of(), List.of(new Problem(FormFields.SURE, Reason.REQUIRED)));
            return notChanged(request, session, link, unsure, Responses.language(request, form));
        }
        return erase.erase(session, link)
                ? Response.seeOther(Addresses.received(session, ReceivedAs.ERASED, Responses.language(request, form)))
                : unknown(request, session);
    }

    private Response show(Request request, SessionId session, OwnLink link) {
        Language language = Responses.language(request);
        return withOwn(
                request,
                session,
                link,
                own -> request.isApi()
                        ? Response.json(200, RegistrationView.own(own)).personal()
                        : ownPage(200, own, Optional.empty(), language));
    }

    /** Redirects to the meeting; if the person may not join (yet), returns the own page, which says why or when. */
    private Response meeting(Request request, SessionId session, OwnLink link) {
        Language language = Responses.language(request);
        return withOwn(
                request,
                session,
                link,
                own -> own.meetingLink()
                        .map(meeting ->
                                Response.seeOther(meeting.toASCIIString()).personal())
                        .orElseGet(() -> ownPage(200, own, Optional.empty(), language)));
    }

    private Response cancel(Request request, SessionId session, OwnLink link, Language language) {
        return switch (cancel.cancel(session, link)) {
            case CancelOutcome.Cancelled cancelled ->
                request.isApi()
                        ? show(request, session, link)
                        : Response.seeOther(Addresses.own(session, link, language));
            case CancelOutcome.NoticePeriodPassed passed ->
                refused(request, session, link, Refusal.NOTICE_PERIOD_PASSED, language);
            case CancelOutcome.SessionStarted started ->
                refused(request, session, link, Refusal.SESSION_STARTED, language);
            case CancelOutcome.SessionCancelled over ->
                refused(request, session, link, Refusal.SESSION_CANCELLED, language);
            case CancelOutcome.UnknownLink unknown -> unknown(request, session);
        };
    }

    private Response refused(Request request, SessionId session, OwnLink link, Refusal why, Language language) {
        if (request.isApi()) {
            return answers.refused(request, why);
        }
        return withOwn(request, session, link, own -> ownPage(why.status(), own, Optional.of(why), language));
    }

    private Response withOwn(
            Request request, SessionId session, OwnLink link, Function<OwnRegistration, Response> answer) {
        return showRegistration.show(session, link).map(answer).orElseGet(() -> unknown(request, session));
    }

    /**
     * Treats every unknown link to a session alike, so the response never reveals whether a registration existed.
     * Invitation-only sessions look nonexistent.
     */
    private Response unknown(Request request, SessionId session) {
        boolean isForgotten = sessions.findPublic(session)
                .map(sessionSnapshot -> sessionSnapshot.session().document().forgetAt())
                .filter(forgetAt -> !clock.instant().isBefore(forgetAt))
                .isPresent();
        return answers.refused(request, isForgotten ? Refusal.REGISTRATION_GONE : Refusal.REGISTRATION_UNKNOWN);
    }

    private Response ownPage(int status, OwnRegistration own, Optional<Refusal> why, Language language) {
        return answers.page(status, pages.own(own, ownSeries.others(own), why, language), language)
                .personal();
    }
}
