package nl.samenkomst.pages;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.Material;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.erasure.ErasureForm;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.Evaluation;
import nl.samenkomst.domain.registration.EvaluationAnswer;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.RetiredQuestion;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SignUpPhase;
import nl.samenkomst.domain.signup.Choices;
import nl.samenkomst.domain.signup.SignUpField;
import nl.samenkomst.domain.signup.SignUpField.Form;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.DifferenceText;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code own.jte}: the participant's own page, for nobody else.
 *
 * @param others their registrations for the other sessions of an invitation-only series
 * @param elsewhere the other sessions that they have a registration for
 * @param isEverywhere whether all sessions were searched for those, rather than those of the series
 */
public record OwnPage(
        OwnRegistration own,
        List<OwnRegistration> others,
        List<SessionSnapshot> elsewhere,
        boolean isEverywhere,
        Optional<SignUpDraft> draft,
        Optional<Refusal> refusal,
        Language language)
        implements AfterwardsTexts {

    /**
     * A registration that can be erased with this one.
     *
     * @param id the checkbox's id in the page
     */
    public record Elsewhere(String id, Session session, boolean chosen) {}

    @Override
    public String title() {
        String name = document().about().title();
        String title = registration().state() instanceof RegistrationState.Invitation
                ? say("own.title.invited", "title", name)
                : say("own.title", "title", name);
        return isRefused() ? say("title.problem", "title", title) : title;
    }

    @Override
    public String in(Language other) {
        return DeskUrls.own(session().id(), registration().ownLink(), other);
    }

    @Override
    public Optional<MainForm> mainForm() {
        if (!mayAttend() && !mayChange() && !mayAnswer()) {
            return Optional.empty();
        }
        String page = DeskUrls.own(session().id(), registration().ownLink(), Optional.empty());
        if (mayAnswer()) {
            return Optional.of(new MainForm("form", "answers", after("answers.title"), page));
        }
        String title = mayAttend() ? say("own.accept") : say("own.change");
        return Optional.of(new MainForm("form", "sign-up", title, page));
    }

    /** Returns the tone of the registration state; bad if the session is cancelled. */
    public Tone tone() {
        if (session().isCancelled()) {
            return Tone.BAD;
        }
        return switch (registration().state()) {
            case RegistrationState.Confirmed _ -> Tone.GOOD;
            case RegistrationState.Waitlisted _, RegistrationState.UnderReview _ -> Tone.WAIT;
            case RegistrationState.Invited _ -> Tone.WAIT;
            case RegistrationState.InvitationDeclined _, RegistrationState.InvitationRevoked _ -> Tone.PLAIN;
            case RegistrationState.Closed _ -> Tone.PLAIN;
        };
    }

    public boolean isOver() {
        return document().when().hasEndedBy(own.now());
    }

    /** Returns whether letters about what is still to come do not reach the person. */
    public boolean getsNoMail() {
        boolean isConcerned = registration().isActive() || registration().state() instanceof RegistrationState.Invited;
        return isConcerned
                && !registration().mayBeMailed()
                && !document().when().hasEndedBy(own.now());
    }

    public Session session() {
        return own.session();
    }

    public Registration registration() {
        return own.registration();
    }

    public SessionDocument document() {
        return own.session().document();
    }

    /** Returns whether the last request was refused or had problems. */
    public boolean isRefused() {
        return refusal.isPresent() || !form().problems().isEmpty();
    }

    /** Returns every problem, with a link to the field it is about. */
    public List<FormFields.SummaryLine> summary() {
        return mayAnswer() ? answersForm().summary() : form().summary();
    }

    /** Returns the words before the session's title. */
    public String heading() {
        return registration().state() instanceof RegistrationState.Invitation
                ? say("own.heading.invited")
                : say("own.heading");
    }

    /** Returns the label of the moment the registration started: signed up, or invited. */
    public String began() {
        return registration().state() instanceof RegistrationState.Invitation
                ? say("own.invited-at")
                : say("own.signed-up");
    }

    /** Returns which request was not carried out: the change, or another one. */
    public String failureTitle() {
        if (mayAnswer() && draft.filter(OwnPage::isAboutAnswers).isPresent()) {
            return after("answers.not-sent");
        }
        return draft.isPresent() ? say("own.not-changed") : say("own.refused");
    }

    public Optional<String> refused() {
        return refusal.map(why -> ProblemTexts.of(why, language));
    }

    /** Returns the form to change the registration: with what was just typed, or else with the stored values. */
    public FormFields form() {
        return new FormFields(
                own.sessionSnapshot(),
                draft.map(SignUpDraft::typed).filter(OwnPage::isChange).orElseGet(this::asItStands),
                draft.map(SignUpDraft::problems).orElse(List.of()),
                language,
                own.now());
    }

    private static boolean isAboutAnswers(SignUpDraft draft) {
        return draft.typed().keySet().stream().anyMatch(field -> field.startsWith(SignUpForm.ANSWER_PREFIX))
                || draft.problems().stream()
                        .anyMatch(problem -> problem.pointer().startsWith("/answers/"));
    }

    /** Returns whether the person can answer questions about the session now. */
    public boolean mayAnswer() {
        return !own.questionsToAnswer().isEmpty();
    }

    /** Returns whether the person has answered them. */
    public boolean hasAnswered() {
        return registration().isEvaluated();
    }

    /** Returns the form with the questions for afterwards, with what was just typed. */
    public FormFields answersForm() {
        return new FormFields(
                own.sessionSnapshot(),
                own.questionsToAnswer(),
                draft.map(SignUpDraft::typed).orElse(Map.of()),
                draft.map(SignUpDraft::problems).orElse(List.of()),
                language,
                own.now());
    }

    /** Returns whether anything can be written, to which a name could be put. */
    public boolean mayBeSigned() {
        return own.questionsToAnswer().stream().anyMatch(question -> question.kind() == QuestionKind.TEXT);
    }

    /** Returns what people answered under their own name, by the label of the question. */
    public List<EvaluationAnswer> signedAnswers() {
        return registration().evaluation().map(Evaluation::signed).orElse(List.of());
    }

    /** Returns whether anything was typed in the form to change the registration. */
    private static boolean isChange(Map<String, String> typed) {
        return typed.keySet().stream().anyMatch(field -> !field.equals(ErasureForm.SESSIONS));
    }

    private Map<String, String> asItStands() {
        Map<String, String> state = new HashMap<>();
        for (SignUpField field : SignUpField.of(Form.AMENDMENT)) {
            state.putAll(asItStands(field));
        }
        return state;
    }

    private Map<String, String> asItStands(SignUpField field) {
        return switch (field) {
            case NAME -> Map.of(field.word(), registration().person().name());
            case ORGANISATION -> typed(field, registration().person().organisation());
            case THEME -> typed(field, registration().state().theme().map(ThemeId::value));
            case ANSWERS ->
                registration().answers().given().entrySet().stream()
                        .collect(Collectors.toMap(
                                answer -> SignUpForm.ANSWER_PREFIX
                                        + answer.getKey().value(),
                                answer -> String.join("\n", answer.getValue())));
            case EMAIL, LANGUAGE, ALSO -> Map.of();
        };
    }

    private static Map<String, String> typed(SignUpField field, Optional<String> value) {
        return value.map(text -> Map.of(field.word(), text)).orElse(Map.of());
    }

    /** Returns whether the session has no public page, so that this page must tell everything; false once revoked. */
    public boolean lacksPublicPage() {
        return !session().isPublic() && !(registration().state() instanceof RegistrationState.InvitationRevoked);
    }

    public Details details() {
        return new Details(this, document());
    }

    /** Returns whether somebody invited can say now that they attend. */
    public boolean mayAttend() {
        return own.mayAttend();
    }

    /** Returns what somebody invited gets by attending, a place or the waiting list, and until when they can say so. */
    public String outlook() {
        String until = Dates.moment(document().closes(), language);
        return own.sessionSnapshot().places().mayTake(Optional.empty())
                ? say("own.accept.place", "moment", until)
                : say("own.accept.waiting-list", "moment", until);
    }

    /** Returns the person's own pages for the other sessions of the series. */
    public List<OwnPage> series() {
        return others.stream()
                .map(other ->
                        new OwnPage(other, List.of(), List.of(), false, Optional.empty(), Optional.empty(), language))
                .toList();
    }

    /** Returns the page with all of the person's other registrations; empty if this is that page. */
    public Optional<String> searchEverywhere() {
        return isEverywhere
                ? Optional.empty()
                : Optional.of(
                        DeskUrls.ownEverywhere(session().id(), registration().ownLink(), language));
    }

    /** Returns the person's other registrations, to erase with this one. */
    public List<Elsewhere> eraseElsewhere() {
        List<SessionId> chosen =
                draft.map(typed -> ErasureForm.parse(typed.typed())).orElse(List.of());
        return elsewhere.stream()
                .map(SessionSnapshot::session)
                .map(other -> new Elsewhere("erase-" + other.id(), other, chosen.contains(other.id())))
                .toList();
    }

    /** Returns the other invitations in the series that can be answered with the same form. */
    public List<AlsoOption> also() {
        List<String> chosen = draft.map(typed -> typed.typed(SignUpField.ALSO.word()))
                .orElse("")
                .lines()
                .toList();
        return others.stream()
                .filter(OwnRegistration::mayAttend)
                .map(OwnRegistration::sessionSnapshot)
                .filter(sessionSnapshot ->
                        Choices.areOptional(sessionSnapshot.session().document()))
                .map(sessionSnapshot -> AlsoOption.of(sessionSnapshot, chosen, language, own.now()))
                .toList();
    }

    /** Returns whether to offer the person's calendar entry: they come, and the session has not started. */
    public boolean offersCalendar() {
        return own.comes() && mayChange();
    }

    /** Returns whether to offer taking the person's entry out of their calendar: they had a place that is lost. */
    public boolean offersRemoval() {
        return own.lostPlace() && !isOver();
    }

    /** Returns what to do about the person's calendar before erasing; empty if it has no entry, or not any more. */
    public Optional<String> entryToRemove() {
        if (!own.comes() || isOver()) {
            return Optional.empty();
        }
        return Optional.of(own.mayCancel() ? say("own.erase.calendar.cancel") : say("own.erase.calendar"));
    }

    /** Returns whether the address was shown to be this person's, who then confirms by a tick that letters must end. */
    public boolean isProven() {
        return registration().proof().isGiven();
    }

    /** Returns the heading above refusing all letters: as a stranger's, or as somebody's own choice. */
    public String refusalTitle() {
        return isProven() ? say("own.no-mail") : say("own.not-me");
    }

    public String refusing() {
        return isProven() ? say("own.no-mail.text") : say("own.not-me.text");
    }

    public String refusalButton() {
        return isProven() ? say("own.no-mail.send") : say("own.not-me.send");
    }

    /** Returns whether the registration can be changed: it is active, and the session is not cancelled or started. */
    public boolean mayChange() {
        return registration().isActive() && !session().isSettledBy(own.now());
    }

    /** Returns whether the person should confirm the address: otherwise no letters follow, and it may lapse. */
    public boolean mustConfirm() {
        return registration().isActive()
                && !registration().proof().isGiven()
                && !session().isCancelled()
                && !isOver();
    }

    /** Returns what confirming is for, and until when it can be done. */
    public String confirming() {
        return registration()
                .lapsesAt(session())
                .map(moment -> say(
                        "own.confirm.until",
                        "moment",
                        Dates.moment(moment.atZone(document().when().zone()), language)))
                .orElseGet(() -> say("own.confirm.why"));
    }

    /** Returns whether the person must choose a theme again. */
    public boolean mustChooseTheme() {
        return mayChange() && registration().mustChooseTheme(session());
    }

    /** Returns the title of the theme; empty if none was chosen or the theme was closed. */
    public Optional<String> theme() {
        return registration().state().theme().flatMap(document()::theme).map(Theme::title);
    }

    /** Returns the answers by the label of the question, in the order of the form. */
    public Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : document().questions()) {
            List<String> values = registration().answers().valuesFor(question.id());
            if (!values.isEmpty()) {
                answers.put(question.label(), inWords(question.kind(), values));
            }
        }
        unaskedAnswers().forEach(answers::putIfAbsent);
        return answers;
    }

    /** Returns answers to questions that are no longer asked, by their label at the time. */
    private Map<String, String> unaskedAnswers() {
        Map<String, String> answers = new LinkedHashMap<>();
        Answers.NONE.withUnasked(registration().answers(), document()).given().forEach((key, values) -> {
            Optional<RetiredQuestion> retired = session().retiredQuestions().keptUnder(key);
            answers.put(
                    retired.map(RetiredQuestion::label).orElse(key.value()),
                    inWords(retired.map(RetiredQuestion::kind).orElse(QuestionKind.TEXT), values));
        });
        return answers;
    }

    /** Returns what changed about the session since the person first heard of it, a line each; empty once it is over. */
    public List<String> whatChanged() {
        return isOver() || session().isCancelled()
                ? List.of()
                : new DifferenceText(session(), language, UnaryOperator.identity())
                        .lines(own.differences(), registration().state().theme());
    }

    /** Returns the registration state in a sentence. */
    public String state() {
        if (session().isCancelled()) {
            return say("own.session-cancelled");
        }
        return switch (registration().state()) {
            case RegistrationState.CancelledByPerson cancelled ->
                cancelled.late() ? say("own.cancelled.late") : say("own.cancelled");
            case RegistrationState.CancelledByOrganiser _ -> say("own.cancelled.by-organiser");
            case RegistrationState.Lapsed _ -> say("own.cancelled.lapsed");
            case RegistrationState.Confirmed confirmed -> confirmed();
            case RegistrationState.Waitlisted waiting -> waiting();
            case RegistrationState.UnderReview review -> review(review);
            case RegistrationState.Declined _ -> say("own.declined");
            case RegistrationState.Invited invited -> invited();
            case RegistrationState.InvitationDeclined _ -> say("own.not-coming");
            case RegistrationState.InvitationRevoked _ -> say("own.revoked");
        };
    }

    /** Returns the organiser's reason for cancelling the session or else for the registration state; empty if none. */
    public Optional<String> organisersReason() {
        Optional<String> ofSession = session().cancellation().map(cancellation -> cancellation.reason());
        return ofSession.or(() -> registration().state().organisersReason()).filter(reason -> !reason.isEmpty());
    }

    /** Returns why the meeting link is not shown yet; empty if it is shown, or if none will come. */
    public Optional<String> missingLinkReason() {
        boolean comes = registration().state() instanceof RegistrationState.Confirmed
                && document().where().online()
                && !session().isCancelled()
                && !isOver();
        if (!comes || own.meetingLink().isPresent()) {
            return Optional.empty();
        }
        ZonedDateTime visible = document()
                .where()
                .meetingLink()
                .visibleFrom()
                .before(document().when().start());
        return Optional.of(
                document().where().meetingLink().url().isPresent() && own.now().isBefore(visible.toInstant())
                        ? say("own.link.from", "moment", Dates.moment(visible, language))
                        : say("own.link.follows"));
    }

    /** Returns whether the page explains cancelling; a confirmed person reads about it until the session ends. */
    public boolean showsCancelling() {
        return switch (registration().state()) {
            case RegistrationState.Confirmed _ -> !session().isCancelled() && !isOver();
            case RegistrationState.Waitlisted _, RegistrationState.UnderReview _ -> own.mayCancel();
            case RegistrationState.Invited _ -> own.mayCancel();
            case RegistrationState.InvitationDeclined _, RegistrationState.InvitationRevoked _ -> false;
            case RegistrationState.Closed _ -> false;
        };
    }

    /** Returns the heading above cancelling; somebody invited declines instead. */
    public String cancelTitle() {
        return registration().state() instanceof RegistrationState.Invited
                ? say("own.cancel.title.invited")
                : say("own.cancel");
    }

    /** Returns until when the person can cancel and what applies after that, or why it is no longer possible. */
    public String cancelling() {
        if (document().when().hasStartedBy(own.now())) {
            return say("own.cancel.started");
        }
        if (registration().state() instanceof RegistrationState.Waitlisted) {
            return say("own.cancel.waiting");
        }
        if (registration().state() instanceof RegistrationState.UnderReview) {
            return say("own.cancel.review");
        }
        if (registration().state() instanceof RegistrationState.Invited) {
            return say("own.cancel.invited");
        }
        String cancelBy = Dates.moment(own.cancelBy(), language);
        if (own.isInTime()) {
            return say("own.cancel.in-time", "moment", cancelBy);
        }
        return own.mayCancel()
                ? say("own.cancel.late", "moment", cancelBy)
                : say("own.cancel.passed", "moment", cancelBy);
    }

    /** Returns whether cancelling gives the place to somebody else at once: people wait for one. */
    public boolean cannotUndoCancelling() {
        return own.mayCancel()
                && registration().state().holdsPlace()
                && own.sessionSnapshot().places().waiting() > 0;
    }

    public String button() {
        if (registration().state() instanceof RegistrationState.Invited) {
            return say("own.cancel.button.invited");
        }
        return registration().state() instanceof RegistrationState.Waitlisted
                ? say("own.cancel.button.waiting")
                : say("own.cancel.button");
    }

    /** Returns whether somebody who cancelled can sign up again: the session is public and sign-up is open. */
    public boolean maySignUpAgain() {
        return registration().state() instanceof RegistrationState.Cancelled
                && session().isPublic()
                && session().phase(own.now()) == SignUpPhase.OPEN;
    }

    /** Returns the materials that the person may see now. */
    public List<Material> materials() {
        return own.materials();
    }

    public String signedUpAt() {
        return Dates.moment(registration().signedUpAt().atZone(document().when().zone()), language);
    }

    private String inWords(QuestionKind kind, List<String> values) {
        if (kind == QuestionKind.YES_NO) {
            return values.contains(Answers.YES) ? say("form.yes") : say("form.no");
        }
        return String.join(", ", values);
    }

    private String review(RegistrationState.UnderReview review) {
        if (!registration().proof().isGiven()) {
            return isAdmittedOnceConfirmed() ? admitted(review) : reviewed(review);
        }
        return review.holdsPlace() ? say("own.review.place") : say("own.review");
    }

    private String admitted(RegistrationState.UnderReview review) {
        return review.holdsPlace() ? say("own.admitted.first.place") : say("own.admitted.first");
    }

    private String reviewed(RegistrationState.UnderReview review) {
        return review.holdsPlace() ? say("own.review.first.place") : say("own.review.first");
    }

    private boolean isAdmittedOnceConfirmed() {
        return document().signUp().admission().admits(registration().person().email());
    }

    private String invited() {
        if (own.mayAttend()) {
            return say("own.invited");
        }
        return switch (session().phase(own.now())) {
            case NOT_YET ->
                say(
                        "own.invited.not-yet",
                        "moment",
                        Dates.moment(document().signUp().opens().orElseThrow(), language));
            case OPEN -> say("own.invited.full");
            case CLOSED, CANCELLED -> say("own.invited.closed");
        };
    }

    private String confirmed() {
        return isOver() ? say("own.confirmed.over") : say("own.confirmed");
    }

    private String waiting() {
        if (document().when().hasStartedBy(own.now())) {
            return say("own.waiting.started");
        }
        return own.position().isPresent()
                ? say("own.waiting", "position", own.position().getAsInt())
                : say("own.waiting.somewhere");
    }
}
