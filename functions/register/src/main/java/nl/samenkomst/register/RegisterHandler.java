package nl.samenkomst.register;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.PrimingHook;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.EvenTime;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.agenda.ShowPublicSession;
import nl.samenkomst.domain.agenda.ShowPublicSession.InSeries;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.own.ResendOwnLink;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.RegisterOutcome;
import nl.samenkomst.domain.signup.RegisterTogether;
import nl.samenkomst.domain.signup.RegisterTogetherOutcome;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.http.HttpApi;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.pages.SignUpDraft;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.AlsoReceived;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.ReceivedAs;

/** Signs people up and sends own links again, by the forms on a session's page or by the API. */
public final class RegisterHandler implements RequestStreamHandler {

    private final RegisterTogether register;
    private final ResendOwnLink resendOwnLink;
    private final ShowPublicSession showSession;
    private final Pages pages;
    private final Responses answers;
    private final EvenTime evenTime;
    private final Clock clock;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public RegisterHandler() {
        this(Wiring.production());
    }

    public RegisterHandler(Wiring wiring) {
        this.register = wiring.registerTogether();
        this.resendOwnLink = wiring.resendOwnLink();
        this.showSession = wiring.showPublicSession();
        this.pages = wiring.pages();
        this.answers = wiring.answers();
        this.evenTime = wiring.evenTime();
        this.clock = wiring.clock();
        this.priming = PrimingHook.register(
                wiring,
                () -> HttpApi.prime(
                        new RegisterHandler(wiring.priming())::answer,
                        Priming.REPETITIONS,
                        Priming.form(
                                "POST /sessions/{id}/registrations",
                                "name=Somebody&email=somebody%40priming.invalid&lang=nl"),
                        Priming.form("POST /sessions/{id}/registrations", "name=&lang=nl")));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        HttpApi.answer(event, answer, Responses.checked(this::answer), answers.unexpected(context.getLogger()::log));
    }

    private Response answer(Request request) {
        Optional<SessionId> session = SessionId.parse(request.path("id"));
        if (session.isEmpty()) {
            return answers.refused(request, Refusal.SESSION_UNKNOWN);
        }
        return switch (request.route()) {
            case "POST /sessions/{id}/registrations" ->
                answers.withForm(request, maxOf(request, session.get()), form -> form(request, session.get(), form));
            case "POST /api/v1/sessions/{id}/registrations" ->
                answers.withJson(request, maxOf(request, session.get()), tree -> call(request, session.get(), tree));
            case "POST /sessions/{id}/own-link" ->
                answers.withForm(request, Body.MAX_BUTTON, form -> askLinkByForm(request, session.get(), form));
            case "POST /api/v1/sessions/{id}/own-link" ->
                answers.withJson(request, Body.MAX_BUTTON, tree -> askLinkByCall(request, session.get(), tree));
            default -> throw new IllegalArgumentException("no such route here: " + request.route());
        };
    }

    /** Returns the body limit in bytes; reads the session, to see whether it asks questions, only for a large body. */
    private int maxOf(Request request, SessionId session) {
        return Body.maxOfSignUp(
                request,
                () -> showSession
                        .show(session)
                        .filter(sessionSnapshot -> !sessionSnapshot
                                .session()
                                .document()
                                .questions()
                                .isEmpty())
                        .isPresent());
    }

    private RegisterTogetherOutcome signUp(SessionId session, SignUp signUp) {
        return evenTime.of(() -> register.register(session, signUp));
    }

    private void askLink(SessionId session, EmailAddress address) {
        evenTime.of(() -> {
            resendOwnLink.resend(session, address);
            return true;
        });
    }

    private Response askLinkByForm(Request request, SessionId session, Map<String, String> form) {
        Language language = Responses.language(request, form);
        Optional<Language> other = SignUpDraft.languageSwitch(form);
        if (other.isPresent()) {
            return linkNotAsked(session, SignUpDraft.unfinished(form), other.get());
        }
        return switch (SignUpForm.parseAddress(Map.of("email", form.getOrDefault("email", "")))) {
            case Parsed.Invalid<EmailAddress> invalid ->
                linkNotAsked(session, SignUpDraft.invalid(form, invalid.problems()), language);
            case Parsed.Valid<EmailAddress> right -> {
                askLink(session, right.value());
                yield Response.seeOther(DeskUrls.received(session, ReceivedAs.LINK, language));
            }
        };
    }

    /** Returns the page with what was typed in the form that asks for the own link; the session may not be public. */
    private Response linkNotAsked(SessionId session, SignUpDraft draft, Language language) {
        Instant now = clock.instant();
        String page = showSession
                .show(session)
                .map(sessionSnapshot -> pages.linkNotAsked(sessionSnapshot, draft, language, now))
                .orElseGet(() -> pages.linkNotAsked(session, draft, language));
        return answers.page(draft.status(), page, language);
    }

    private Response askLinkByCall(Request request, SessionId session, Map<String, Object> tree) {
        return Responses.withValid(request, SignUpForm.parseAddress(tree), address -> {
            askLink(session, address);
            return accepted(ReceivedAs.LINK, List.of());
        });
    }

    private Response form(Request request, SessionId session, Map<String, String> form) {
        Language language = Responses.language(request, form);
        Optional<Language> other = SignUpDraft.languageSwitch(form);
        if (other.isPresent()) {
            SignUpDraft draft = SignUpDraft.unfinished(form);
            return draft.isBlank()
                    ? Response.seeOther(DeskUrls.session(session, other.get()))
                    : formAgain(request, session, draft, other.get());
        }
        return switch (SignUpForm.parse(form)) {
            case Parsed.Invalid<SignUp> invalid ->
                formAgain(request, session, SignUpDraft.invalid(form, invalid.problems()), language);
            case Parsed.Valid<SignUp> right -> answerToForm(request, session, form, signUp(session, right.value()));
        };
    }

    private Response answerToForm(
            Request request, SessionId session, Map<String, String> form, RegisterTogetherOutcome outcome) {
        Language language = Responses.language(request, form);
        List<AlsoReceived> also = also(outcome);
        return switch (outcome.first()) {
            case RegisterOutcome.Place _ ->
                Response.seeOther(DeskUrls.received(session, ReceivedAs.PLACE, Optional.empty(), also, language));
            case RegisterOutcome.WaitingList _ ->
                Response.seeOther(DeskUrls.received(session, ReceivedAs.WAITING_LIST, wish(form), also, language));
            case RegisterOutcome.Review _ ->
                Response.seeOther(DeskUrls.received(session, ReceivedAs.REVIEW, Optional.empty(), also, language));
            case RegisterOutcome.Invalid invalid ->
                formAgain(request, session, SignUpDraft.invalid(form, invalid.problems()), language);
            case RegisterOutcome.Refused refused ->
                formAgain(request, session, SignUpDraft.refused(form, Refusal.why(refused.state())), language);
            case RegisterOutcome.UnknownSession _ -> answers.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    private static List<AlsoReceived> also(RegisterTogetherOutcome outcome) {
        return outcome.others().stream()
                .map(other -> new AlsoReceived(other.session(), AlsoReceived.as(other.outcome())))
                .toList();
    }

    /** Returns the theme that was chosen; empty for any theme. */
    private static Optional<ThemeId> wish(Map<String, String> form) {
        return Optional.ofNullable(form.get("theme")).flatMap(ThemeId::parse);
    }

    /** Returns the session's page with everything that was typed, its problems, and why sign-up is closed if it is. */
    private Response formAgain(Request request, SessionId session, SignUpDraft draft, Language language) {
        Instant now = clock.instant();
        return showSession
                .showInSeries(session, now)
                .map(found -> formAgain(found, draft, language, now))
                .orElseGet(() -> answers.refused(request, Refusal.SESSION_UNKNOWN));
    }

    private Response formAgain(InSeries found, SignUpDraft draft, Language language, Instant now) {
        SessionSnapshot sessionSnapshot = found.sessionSnapshot();
        int status = draft.refusal()
                .or(() -> Refusal.of(sessionSnapshot.signUp(now)))
                .map(Refusal::status)
                .orElseGet(draft::status);
        SignUpDraft whole = draft.refusal().isPresent() || draft.isUnfinished()
                ? draft
                : draft.plusProblems(
                        SignUpForm.choiceProblems(sessionSnapshot.session().document(), draft.typed()));
        return answers.page(status, pages.session(sessionSnapshot, whole, found.others(), language, now), language);
    }

    private Response call(Request request, SessionId session, Map<String, Object> tree) {
        return Responses.withValid(
                request,
                SignUpForm.parseJsonForSeveral(tree),
                signUp -> answerToCall(request, signUp(session, signUp)));
    }

    private Response answerToCall(Request request, RegisterTogetherOutcome outcome) {
        List<AlsoReceived> also = also(outcome);
        return switch (outcome.first()) {
            case RegisterOutcome.Place _ -> accepted(ReceivedAs.PLACE, also);
            case RegisterOutcome.WaitingList _ -> accepted(ReceivedAs.WAITING_LIST, also);
            case RegisterOutcome.Review _ -> accepted(ReceivedAs.REVIEW, also);
            case RegisterOutcome.Invalid invalid -> Responses.invalid(request, invalid.problems());
            case RegisterOutcome.Refused refused -> answers.refused(request, Refusal.why(refused.state()));
            case RegisterOutcome.UnknownSession _ -> answers.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    private static Response accepted(ReceivedAs as, List<AlsoReceived> also) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("as", as.word());
        if (!also.isEmpty()) {
            tree.put("also", also.stream().map(AlsoReceived::tree).toList());
        }
        return Response.json(202, tree);
    }
}
