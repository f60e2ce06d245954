package nl.samenkomst.letters;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionCancellation;

/** Writes the sentences about what happened and about the person's registration state. */
final class StatusParagraphs {

    /** How long before the deadline for cancelling a reminder calls itself the last chance. */
    private static final Duration LAST_CHANCE = Duration.ofDays(2);

    private final LetterContext context;

    StatusParagraphs(LetterContext context) {
        this.context = context;
    }

    /** Returns what follows the headline of a letter about one session, without repeating it. */
    List<Paragraph> opening() {
        return switch (context.mail().kind()) {
            case INVITED ->
                said(
                        text(
                                "invited",
                                "organiser",
                                BidiIsolation.theirs(context.about().organiser())),
                        text("invited.why"));
            case REVOKED -> both(said(text("revoked")), organisersReason());
            case CONFIRMED -> said(text("confirmed"));
            case PROMOTED -> said(text("promoted"));
            case WAITING, UNDER_REVIEW, DECLINED, CANCELLED -> afterHeadline();
            case CHOOSE_THEME -> said(text("choose-theme"));
            case SESSION_MOVED -> both(said(text("moved")), stateAfterChange());
            case SESSION_CHANGED -> both(said(text("changed")), stateAfterChange());
            case SESSION_CANCELLED -> both(said(text("session-cancelled")), reason());
            case REMINDER -> both(said(text("state.place")), lastChance());
            case MATERIALS -> said(text("materials.new"));
            case FOLLOW_UP -> said(text("follow-up"));
            case OWN_LINK -> both(said(text("own-link")), state());
        };
    }

    /** Returns what follows the headline of a letter about several sessions. */
    List<Paragraph> openingOfSeveral() {
        int sessions = context.mail().bundled().size() + 1;
        List<Paragraph> several = said(text("several", "sessions", sessions));
        return context.mail().kind() == LetterKind.OWN_LINK ? both(said(text("own-link")), several) : several;
    }

    /** Describes the registration state in full, in a letter of any kind. */
    List<Paragraph> state() {
        return switch (context.state()) {
            case RegistrationState.Confirmed c -> said(text("state.place"));
            case RegistrationState.Waitlisted w -> both(said(position()), waiting(w));
            case RegistrationState.UnderReview r -> both(said(text("state.review")), underReview(r));
            case RegistrationState.Declined d -> said(text("state.declined"));
            case RegistrationState.Cancelled c -> said(text("state.cancelled"));
            case RegistrationState.Invited i -> said(text("state.invited"));
            case RegistrationState.InvitationDeclined n -> said(text("state.not-coming"));
            case RegistrationState.InvitationRevoked r -> said(text("revoked"));
        };
    }

    /** Describes the registration state after a headline that names it already. */
    private List<Paragraph> afterHeadline() {
        return switch (context.state()) {
            case RegistrationState.Confirmed c -> said(text("confirmed"));
            case RegistrationState.Waitlisted w -> waiting(w);
            case RegistrationState.UnderReview r -> underReview(r);
            case RegistrationState.Declined d -> both(said(text("declined")), organisersReason());
            case RegistrationState.CancelledByPerson c -> said(text(c.late() ? "cancelled.late" : "cancelled"));
            case RegistrationState.CancelledByOrganiser c ->
                both(said(text("cancelled.by-organiser")), organisersReason());
            case RegistrationState.InvitationRevoked r -> both(said(text("revoked")), organisersReason());
            case RegistrationState.Invited _, RegistrationState.InvitationDeclined _ -> state();
        };
    }

    private List<Paragraph> stateAfterChange() {
        return context.state() instanceof RegistrationState.Confirmed ? said(text("moved.place")) : state();
    }

    private String position() {
        return context.own().position().isPresent()
                ? text("state.position", "position", context.own().position().getAsInt())
                : text("state.waiting");
    }

    private List<Paragraph> waiting(RegistrationState.Waitlisted waiting) {
        return both(said(whyWaiting(waiting)), elsewhere(waiting));
    }

    private String whyWaiting(RegistrationState.Waitlisted waiting) {
        Optional<String> theme = title(waiting.wish());
        boolean sessionIsFull = !context.mail().sessionSnapshot().places().hasRoom(Optional.empty());
        return theme.isPresent() && !sessionIsFull ? text("waiting.theme", "theme", theme.get()) : text("waiting");
    }

    /** Names the themes that have places, for a person who waits for one theme only. */
    private List<Paragraph> elsewhere(RegistrationState.Waitlisted waiting) {
        if (waiting.wish().isEmpty()) {
            return List.of();
        }
        List<String> free = context.mail().sessionSnapshot().themesWithRoom().stream()
                .map(theme -> BidiIsolation.theirs(theme.title()))
                .toList();
        return free.isEmpty() ? List.of() : said(text("waiting.elsewhere", "themes", String.join(", ", free)));
    }

    private Optional<String> title(Optional<ThemeId> theme) {
        return theme.flatMap(context.document()::theme).map(Theme::title).map(BidiIsolation::theirs);
    }

    private List<Paragraph> underReview(RegistrationState.UnderReview review) {
        return said(text(review.holdsPlace() ? "review.place" : "review"));
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
        return reason.isEmpty() ? List.of() : both(said(text("reason")), List.of(context.theirs(reason)));
    }

    /** Warns in time of the last chance to cancel; empty without a notice period, which allows it until the start. */
    private List<Paragraph> lastChance() {
        Duration left = Duration.between(
                context.mail().now(), context.document().cancelBy().toInstant());
        boolean last = !left.isNegative() && left.compareTo(LAST_CHANCE) <= 0;
        return last && !context.document().signUp().noticePeriod().isNone()
                ? said(text(
                        "reminder.last-chance",
                        "moment",
                        context.moment(context.document().cancelBy())))
                : List.of();
    }

    private String text(String key, Object... namesAndValues) {
        return context.text(key, namesAndValues);
    }

    private List<Paragraph> said(String... texts) {
        return context.said(texts);
    }

    private static List<Paragraph> both(List<Paragraph> first, List<Paragraph> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
