package nl.samenkomst.letters;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionCancellation;
import nl.samenkomst.domain.session.SessionDifference;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.DifferenceText;

/** Writes the sentences about what happened and about the person's registration state. */
final class StatusParagraphs {

    /** The longest time before the deadline for cancelling at which a reminder calls itself the last chance. */
    private static final Duration LAST_CHANCE = Duration.ofDays(2);

    private final LetterContext context;

    StatusParagraphs(LetterContext context) {
        this.context = context;
    }

    /** Returns what follows the headline of a letter about one session, without repeating it. */
    List<Paragraph> opening() {
        return context.isConfirmed() ? whatHappened() : concat(whatHappened(), toConfirm());
    }

    private List<Paragraph> whatHappened() {
        return switch (context.mail().kind()) {
            case INVITED ->
                paragraphs(
                        text(
                                "invited",
                                "organiser",
                                BidiIsolation.isolated(context.about().organiser())),
                        text("invited.why"));
            case REVOKED -> concat(paragraphs(text("revoked")), organisersReason());
            case CONFIRM_ADDRESS -> kept();
            case CONFIRMED -> paragraphs(text(context.isConfirmed() ? "confirmed" : "confirmed.first"));
            case PROMOTED -> paragraphs(text("promoted"));
            case WAITING, UNDER_REVIEW, DECLINED, CANCELLED -> afterHeadline();
            case CHOOSE_THEME -> paragraphs(text("choose-theme"));
            case SESSION_MOVED -> concat(concat(paragraphs(text("moved")), whatChanged()), stateAfterChange());
            case SESSION_CHANGED -> concat(concat(paragraphs(text("changed")), whatChanged()), stateAfterChange());
            case SESSION_REINSTATED ->
                concat(concat(paragraphs(text("session-reinstated")), whatChanged()), stateAfterChange());
            case LAST_WORD ->
                concat(
                        paragraphs(context.lastWord("last-word.waiting", "last-word.review", "last-word.review.over")),
                        next());
            case SESSION_CANCELLED -> concat(paragraphs(text("session-cancelled")), reason());
            case REMINDER -> concat(paragraphs(text("state.place")), lastChance());
            case MATERIALS -> paragraphs(text("materials.new"));
            case FOLLOW_UP -> followUp();
            case OWN_LINK -> concat(paragraphs(ownLink()), stateOrOver());
            case MESSAGE -> new MessageParagraphs(context).paragraphs();
        };
    }

    /** Thanks somebody who was there, as far as anybody knows; offers the materials, and asks how it was. */
    private List<Paragraph> followUp() {
        List<Paragraph> thanks =
                context.asksAfterwards() && context.own().materials().isEmpty()
                        ? paragraphs(text("follow-up.thanks"))
                        : paragraphs(text("follow-up.thanks") + " " + text("follow-up"));
        return context.asksAfterwards() ? concat(thanks, paragraphs(text("follow-up.answers"))) : thanks;
    }

    private String ownLink() {
        return context.mail().registration().isLinkUntold() ? text("own-link.renewed") : text("own-link");
    }

    private List<Paragraph> stateOrOver() {
        if (context.session().isCancelled()) {
            return paragraphs(text("state.session-cancelled"));
        }
        return context.document().when().hasEndedBy(context.mail().now()) ? paragraphs(text("state.over")) : state();
    }

    private List<Paragraph> next() {
        return context.mail()
                .next()
                .map(next -> paragraphs(text(
                        "last-word.next",
                        "moment",
                        Dates.moment(next.document().when().start(), context.language()),
                        "title",
                        BidiIsolation.isolated(next.document().about().title()))))
                .orElse(List.of());
    }

    /** Returns the differences since the last letter, a line each in one paragraph; empty if none is known. */
    private List<Paragraph> whatChanged() {
        List<SessionDifference> differences = context.mail()
                .registration()
                .letters()
                .lastNews()
                .map(last -> context.session().changeLog().since(last.revision()))
                .orElse(List.of());
        List<String> lines = new DifferenceText(context.session(), context.language(), BidiIsolation::isolated)
                .lines(differences, context.state().theme());
        return lines.isEmpty() ? List.of() : paragraphs(String.join("\n", lines));
    }

    /** Returns what follows the headline of a letter about several sessions. */
    List<Paragraph> openingOfSeveral() {
        int sessions = context.mail().bundled().size() + 1;
        List<Paragraph> several = paragraphs(text("several", "sessions", sessions));
        if (!context.isConfirmed()) {
            return concat(several, toConfirm());
        }
        return context.mail().kind() == LetterKind.OWN_LINK ? concat(paragraphs(ownLink()), several) : several;
    }

    /** Returns the state in a letter about several sessions; what it asks only of some, it asks here. */
    List<Paragraph> stateOfOne(boolean isAskedOfAll) {
        return context.isConfirmed() || isAskedOfAll ? state() : concat(state(), toConfirm());
    }

    /** Says what is kept for the person until the address is confirmed. */
    private List<Paragraph> kept() {
        return context.state() instanceof RegistrationState.Confirmed ? paragraphs(text("confirm.place")) : state();
    }

    /** Asks to confirm the address, and says what happens if nobody does, and what does not happen until then. */
    private List<Paragraph> toConfirm() {
        String request =
                Stream.concat(Stream.of(text("confirm")), lapse().stream()).collect(Collectors.joining(" "));
        return paragraphs(request, text("confirm.else"));
    }

    /** Returns by when to confirm, so that no registration lapses that the letter is about; empty if none would. */
    private Optional<String> lapse() {
        return Stream.concat(
                        Stream.of(context), context.mail().bundled().stream().map(context::forSession))
                .flatMap(one -> one.mail().registration().lapsesAt(one.session()).stream())
                .min(Comparator.naturalOrder())
                .map(moment -> text(
                        "confirm.until",
                        "moment",
                        context.moment(moment.atZone(context.document().when().zone()))));
    }

    private boolean isAdmittedOnceConfirmed() {
        return !context.isConfirmed()
                && context.document()
                        .signUp()
                        .admission()
                        .admits(context.mail().registration().person().email());
    }

    /** Describes the registration state in full, in a letter of any kind. */
    List<Paragraph> state() {
        return switch (context.state()) {
            case RegistrationState.Confirmed _ -> paragraphs(text("state.place"));
            case RegistrationState.Waitlisted w -> concat(paragraphs(position()), waiting(w));
            case RegistrationState.UnderReview r -> stateUnderReview(r);
            case RegistrationState.Declined _ -> paragraphs(text("state.declined"));
            case RegistrationState.Cancelled _ -> paragraphs(text("state.cancelled"));
            case RegistrationState.Invited _ -> paragraphs(text("state.invited"));
            case RegistrationState.InvitationDeclined _ -> paragraphs(text("state.not-coming"));
            case RegistrationState.InvitationRevoked _ -> paragraphs(text("revoked"));
        };
    }

    /** Describes the registration state after a headline that names it already. */
    private List<Paragraph> afterHeadline() {
        return switch (context.state()) {
            case RegistrationState.Confirmed _ -> paragraphs(text("confirmed"));
            case RegistrationState.Waitlisted w -> waiting(w);
            case RegistrationState.UnderReview r -> context.isConfirmed() ? underReview(r) : state();
            case RegistrationState.Declined _ -> concat(paragraphs(text("declined")), organisersReason());
            case RegistrationState.CancelledByPerson c -> paragraphs(text(c.late() ? "cancelled.late" : "cancelled"));
            case RegistrationState.CancelledByOrganiser _ ->
                concat(paragraphs(text("cancelled.by-organiser")), organisersReason());
            case RegistrationState.InvitationRevoked _ -> concat(paragraphs(text("revoked")), organisersReason());
            case RegistrationState.Lapsed _, RegistrationState.Invited _, RegistrationState.InvitationDeclined _ ->
                state();
        };
    }

    private List<Paragraph> stateAfterChange() {
        return context.state() instanceof RegistrationState.Confirmed ? paragraphs(text("moved.place")) : state();
    }

    private String position() {
        return context.own().position().isPresent()
                ? text("state.position", "position", context.own().position().getAsInt())
                : text("state.waiting");
    }

    private List<Paragraph> waiting(RegistrationState.Waitlisted waiting) {
        return concat(paragraphs(whyWaiting(waiting)), themesWithPlaces(waiting));
    }

    private String whyWaiting(RegistrationState.Waitlisted waiting) {
        Optional<String> theme = title(waiting.wish());
        boolean sessionIsFull = !context.mail().sessionSnapshot().places().hasRoom(Optional.empty());
        return theme.isPresent() && !sessionIsFull ? text("waiting.theme", "theme", theme.get()) : text("waiting");
    }

    /** Names the themes that have places, for a person who waits for one theme only. */
    private List<Paragraph> themesWithPlaces(RegistrationState.Waitlisted waiting) {
        if (waiting.wish().isEmpty()) {
            return List.of();
        }
        List<String> free = context.mail().sessionSnapshot().themesWithRoom().stream()
                .map(theme -> BidiIsolation.isolated(theme.title()))
                .toList();
        return free.isEmpty() ? List.of() : paragraphs(text("waiting.elsewhere", "themes", String.join(", ", free)));
    }

    private Optional<String> title(Optional<ThemeId> theme) {
        return theme.flatMap(context.document()::theme).map(Theme::title).map(BidiIsolation::isolated);
    }

    private List<Paragraph> stateUnderReview(RegistrationState.UnderReview review) {
        if (isAdmittedOnceConfirmed()) {
            List<Paragraph> admitted = paragraphs(text("state.review.admitted"));
            return review.holdsPlace() ? concat(paragraphs(text("confirm.place")), admitted) : admitted;
        }
        return concat(
                paragraphs(text(context.isConfirmed() ? "state.review" : "state.review.first")), underReview(review));
    }

    private List<Paragraph> underReview(RegistrationState.UnderReview review) {
        return paragraphs(text(review.holdsPlace() ? "review.place" : "review"));
    }

    private List<Paragraph> reason() {
        return reason(context.session()
                .cancellation()
                .map(SessionCancellation::reason)
                .orElse(""));
    }

    private List<Paragraph> organisersReason() {
        return reason(context.state().organisersReason().orElse(""));
    }

    private List<Paragraph> reason(String typed) {
        String reason = Sanitizer.text(typed);
        return reason.isEmpty()
                ? List.of()
                : concat(paragraphs(text("reason")), List.of(context.organiserParagraph(reason)));
    }

    /** Warns in time of the last chance to cancel; empty without a notice period, which allows it until the start. */
    private List<Paragraph> lastChance() {
        Duration left =
                Duration.between(context.mail().now(), context.own().cancelBy().toInstant());
        boolean last = !left.isNegative() && left.compareTo(LAST_CHANCE) <= 0;
        return last && !context.document().signUp().noticePeriod().isNone()
                ? paragraphs(text(
                        "reminder.last-chance",
                        "moment",
                        context.moment(context.own().cancelBy())))
                : List.of();
    }

    private String text(String key, Object... namesAndValues) {
        return context.text(key, namesAndValues);
    }

    private List<Paragraph> paragraphs(String... texts) {
        return context.paragraphs(texts);
    }

    private static List<Paragraph> concat(List<Paragraph> first, List<Paragraph> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
