package nl.samenkomst.organiserpages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.participants.ShownParticipant;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.pages.FormFields;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;

/**
 * Model of {@code participant.jte}: everything about one participant, and what an organiser can do.
 *
 * @param form the form to correct, as typed or as it is known
 * @param failed the form that was not taken; empty if none was
 * @param reason what was typed into that form as a reason
 * @param refusal why it was refused as a whole; empty if it was not
 * @param act what the last request did; empty if it did nothing
 */
public record ParticipantPage(
        SessionSnapshot snapshot,
        ShownParticipant shown,
        FormFields form,
        Optional<Part> failed,
        String reason,
        Optional<Refusal> refusal,
        Optional<ParticipantAct> act,
        Viewer viewer)
        implements AboutParticipants {

    /** The forms of this page. */
    public enum Part {
        CHANGES,
        OWN_LINK,
        PRIORITY,
        CANCELLATION
    }

    /** A question and what was answered. */
    public record Answer(String question, String answer, boolean isInPageLanguage) {}

    /** A letter that was sent. */
    public record LetterRow(String kind, String at, String fate) {}

    /** Something that was done. */
    public record HistoryRow(String at, String what, String by, String reason) {}

    @Override
    public String template() {
        return "participant";
    }

    @Override
    public String heading() {
        return registration().person().name();
    }

    @Override
    public boolean hasProblems() {
        return failed.isPresent();
    }

    @Override
    public Optional<String> done() {
        return act.map(this::sentence);
    }

    public Registration registration() {
        return shown.registration();
    }

    public String problemTitle() {
        return form.problems().isEmpty() ? say("refused") : ProblemTexts.ofAll(form.problems(), language());
    }

    public Optional<String> refusalSentence() {
        return refusal.map(why -> ProblemTexts.forOrganiser(why, language()));
    }

    /** Returns the lines of the summary, each with a link to its field. */
    public List<FormFields.SummaryLine> summary() {
        boolean isReason = failed.isPresent() && failed.get() != Part.CHANGES;
        return isReason
                ? form.problems().stream()
                        .map(problem -> new FormFields.SummaryLine(
                                "#" + reasonId(failed.get()), ProblemTexts.of(problem, language())))
                        .toList()
                : form.summary();
    }

    /** Returns the id of the field for a reason. */
    public String reasonId(Part part) {
        return part == Part.PRIORITY ? "priority-reason" : "cancellation-reason";
    }

    public boolean hasFailed(Part part) {
        return failed.equals(Optional.of(part));
    }

    /** Returns the sentence about what was typed as this form's reason; empty if nothing is wrong with it. */
    public Optional<String> reasonProblem(Part part) {
        return hasFailed(part)
                ? form.problems().stream()
                        .map(problem -> ProblemTexts.of(problem, language()))
                        .findFirst()
                : Optional.empty();
    }

    public String reasonTyped(Part part) {
        return hasFailed(part) ? reason : "";
    }

    /** Returns the position on the waiting list; empty if the person does not wait. */
    public Optional<String> position() {
        return shown.position().isPresent()
                ? Optional.of(say("position", "position", shown.position().getAsInt()))
                : Optional.empty();
    }

    /** Returns the reason that an organiser gave for the state; empty if none did. */
    public Optional<String> organisersReason() {
        return registration().state().organisersReason().filter(why -> !why.isEmpty());
    }

    /** Returns whether the address was confirmed, in words. */
    public String proof() {
        return registration().proof().isGiven()
                ? say("address.confirmed")
                : registration()
                        .lapsesAt(about())
                        .map(until -> say("address.unconfirmed-until", "moment", moment(until)))
                        .orElseGet(() -> say("address.unconfirmed"));
    }

    public Optional<String> presence() {
        return registration()
                .present()
                .map(there -> LISTS.text(language(), there ? "presence.present" : "presence.absent"));
    }

    public String letterLanguage() {
        return nameOf(registration().language());
    }

    /** Returns every question that is asked or was answered. */
    public List<Answer> answersWithQuestions() {
        List<Answer> all = new ArrayList<>();
        Map<QuestionId, List<String>> given = registration().answers().given();
        for (Question question : about().document().questions()) {
            List<String> values = given.getOrDefault(question.id(), List.of());
            all.add(new Answer(question.label(), words(question, values), values.isEmpty() || isYesNo(question)));
        }
        given.forEach((id, values) -> {
            boolean isAsked = about().document().questions().stream()
                    .anyMatch(asked -> asked.id().equals(id));
            if (!isAsked) {
                all.add(new Answer(id.value(), String.join(", ", values), false));
            }
        });
        return all;
    }

    private static boolean isYesNo(Question question) {
        return question.kind() == QuestionKind.YES_NO;
    }

    private String words(Question question, List<String> values) {
        if (values.isEmpty()) {
            return say("answer.none");
        }
        return isYesNo(question)
                ? LISTS.text(language(), values.getFirst().equals(Answers.YES) ? "yes" : "no")
                : String.join(", ", values);
    }

    /** Returns the letters that were sent, the latest first. */
    public List<LetterRow> letters() {
        return registration().letters().sent().reversed().stream()
                .map(letter -> new LetterRow(kind(letter.kindWord()), moment(letter.at()), fate(letter)))
                .toList();
    }

    private String kind(String word) {
        String key = "letter." + word;
        return TEXTS.has(language(), key) ? TEXTS.text(language(), key) : word;
    }

    private static boolean isLast(SentLetter letter, Registration registration) {
        return registration.letters().last().equals(Optional.of(letter));
    }

    private String fate(SentLetter letter) {
        if (letter.messageId().isEmpty()) {
            return say("fate.given-up");
        }
        if (isLast(letter, registration()) && registration().mailProblem().isPresent()) {
            return mail(registration()).orElse("");
        }
        return letter.isBundled() ? say("fate.bundled") : say("fate.sent");
    }

    /** Returns what is owed next and when, in words. */
    public String nextLetter() {
        return shown.next()
                .map(letter -> letter.from().isAfter(viewer().now())
                        ? say("next.at", "letter", kind(letter.kind().word()), "moment", moment(letter.from()))
                        : say("next.now", "letter", kind(letter.kind().word())))
                .orElseGet(() -> registration().mayBeMailed() ? say("next.none") : say("next.stopped"));
    }

    /** Returns what organisers and the person did, the latest first. */
    public List<HistoryRow> history() {
        List<HistoryRow> rows = new ArrayList<>();
        shown.history().reversed().forEach(entry -> rows.add(row(entry)));
        return rows;
    }

    private HistoryRow row(AuditEntry entry) {
        String key = "did." + entry.what();
        String what = TEXTS.has(language(), key) ? TEXTS.text(language(), key) : entry.what();
        List<String> fields = entry.values().stream()
                .map(ChangedValue::what)
                .flatMap(field -> field(field).stream())
                .toList();
        boolean names = !fields.isEmpty() && entry.what().equals("corrected");
        return new HistoryRow(
                moment(entry.at()),
                names ? what + ": " + String.join(", ", fields) : what,
                by(entry.actor()),
                entry.reason().equals(AuditEntry.ERASED) ? "" : entry.reason());
    }

    private Optional<String> field(String word) {
        return switch (word) {
            case "name" -> Optional.of(say("field.name"));
            case "email" -> Optional.of(say("field.email"));
            case "organisation" -> Optional.of(say("field.organisation"));
            case "theme" -> Optional.of(say("field.theme"));
            case "answers" -> Optional.of(say("field.answers"));
            default -> Optional.empty();
        };
    }

    private String by(Actor actor) {
        return switch (actor) {
            case Actor.ByOrganiser organiser ->
                Optional.ofNullable(shown.names().get(organiser)).orElseGet(() -> say("by.former"));
            case Actor.ByRole _ -> say("by.api");
            case Actor.Unnamed unnamed when unnamed.equals(Actor.DESK) -> say("by.desk");
            case Actor.Unnamed unnamed when unnamed.equals(Actor.PERSON) -> say("by.person");
            case Actor.Unnamed _ -> say("by.api");
        };
    }

    public boolean mayChange() {
        return may(Permission.CHANGE_PARTICIPANTS);
    }

    private boolean isTooLate() {
        return about().isSettledBy(viewer().now());
    }

    public boolean mayCorrect() {
        return mayChange() && !isTooLate() && (registration().isActive() || isInvited());
    }

    private boolean isInvited() {
        return registration().state() instanceof RegistrationState.Invited;
    }

    public boolean mayDecide() {
        return mayChange() && !isTooLate() && registration().state() instanceof RegistrationState.UnderReview;
    }

    public boolean mayMoveUp() {
        return mayChange()
                && !isTooLate()
                && registration().state() instanceof RegistrationState.Waitlisted
                && shown.position().orElse(1) > 1;
    }

    public boolean mayCancel() {
        return mayChange() && !isTooLate() && (registration().isActive() || isInvited());
    }

    /** Returns whether an own link can be mailed. */
    public boolean maySendLink() {
        return mayChange() && !isTooLate();
    }

    /** Returns when the own link may be mailed again; empty if it may now. */
    public Optional<String> linkWaitsUntil() {
        Instant now = viewer().now();
        boolean isTime = registration().mayResendLink(now)
                || registration().isWithheld()
                || registration().isReturned();
        return isTime
                ? Optional.empty()
                : Optional.of(moment(registration().letters().linkAskedAt().plus(Registration.MIN_LINK_INTERVAL)));
    }

    public boolean mayErase() {
        return may(Permission.ERASE_PARTICIPANT);
    }

    public String cancelTitle() {
        return isInvited() ? say("revoke") : say("cancel");
    }

    public String cancelText() {
        return isInvited()
                ? say("revoke.text")
                : registration().state().holdsPlace() ? say("cancel.text.place") : say("cancel.text");
    }

    public String target(String what) {
        return links().participant(about().id(), registration().id(), what);
    }

    /** Returns everything that can be filled in on the form to correct this registration, as it is. */
    public static Map<String, String> typed(Registration registration) {
        Map<String, String> typed = new HashMap<>();
        typed.put("name", registration.person().name());
        typed.put("email", registration.person().email().value());
        typed.put("organisation", registration.person().organisation().orElse(""));
        registration.state().theme().ifPresent(theme -> typed.put("theme", theme.value()));
        registration
                .answers()
                .given()
                .forEach((question, values) -> typed.put("answer." + question.value(), String.join("\n", values)));
        return typed;
    }

    /** Returns the other things to do, for the links above the forms. */
    public List<String> anchors() {
        return Stream.of(
                        mayCorrect() ? "correct" : "",
                        maySendLink() ? "own-link" : "",
                        mayMoveUp() ? "priority" : "",
                        mayCancel() ? "cancellation" : "")
                .filter(anchor -> !anchor.isEmpty())
                .toList();
    }
}
