package nl.samenkomst.letters;

import java.util.Optional;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.RegistrationState;

/** Writes what a mailbox shows of a letter: the subject, and the headline below it, which says more. */
final class SubjectAndHeadline {

    private final LetterContext context;

    SubjectAndHeadline(LetterContext context) {
        this.context = context;
    }

    String subject() {
        String title = Sanitizer.line(context.about().title());
        int others = context.mail().bundled().size();
        if (context.mail().kind().answersSignUp() && others > 0) {
            return others == 1
                    ? context.text("subject.several.one", "title", title)
                    : context.text("subject.several.more", "title", title, "others", others);
        }
        if (onlyAsks()) {
            return context.text("answers.subject", "title", title);
        }
        if (context.mail().kind() == LetterKind.MESSAGE) {
            return context.text("subject.message", "subject", new MessageParagraphs(context).subject());
        }
        return context.text("subject." + context.mail().kind().word(), "days", context.days(), "title", title);
    }

    String headline() {
        int others = context.mail().bundled().size();
        if (others > 0 && context.mail().kind() != LetterKind.CONFIRM_ADDRESS) {
            return context.text("headline.several", "sessions", others + 1);
        }
        return switch (context.mail().kind()) {
            case INVITED -> context.text("headline.invited", "moment", context.start());
            case REVOKED -> context.text("headline.revoked");
            case CONFIRM_ADDRESS -> context.text("headline.confirm-address");
            case CONFIRMED -> context.text("headline.confirmed", "moment", context.start());
            case WAITING, UNDER_REVIEW, DECLINED, CANCELLED -> ofState();
            case PROMOTED -> context.text("headline.promoted", "moment", context.start());
            case SESSION_MOVED -> moved();
            case SESSION_CHANGED -> context.text("headline.changed");
            case SESSION_CANCELLED -> context.text("headline.session-cancelled", "day", context.day());
            case SESSION_REINSTATED -> context.text("headline.session-reinstated", "moment", context.start());
            case LAST_WORD ->
                context.lastWord(
                        "headline.last-word.waiting", "headline.last-word.review", "headline.last-word.review.over");
            case CHOOSE_THEME -> context.text("headline.choose-theme");
            case REMINDER -> context.text("headline.reminder", "days", context.days(), "moment", context.start());
            case MATERIALS -> context.text("headline.materials", "day", context.day());
            case FOLLOW_UP -> context.text(onlyAsks() ? "answers.headline" : "headline.follow-up");
            case MESSAGE -> context.text("headline.message", "moment", context.start());
            case OWN_LINK ->
                context.mail().registration().isLinkUntold()
                        ? context.text("headline.own-link.renewed")
                        : context.text("headline.own-link");
        };
    }

    /** Returns whether this follows a session without materials, and asks how it was. */
    private boolean onlyAsks() {
        return context.mail().kind() == LetterKind.FOLLOW_UP
                && context.asksAfterwards()
                && context.own().materials().isEmpty();
    }

    private String ofState() {
        return switch (context.state()) {
            case RegistrationState.Confirmed _ -> context.text("headline.confirmed", "moment", context.start());
            case RegistrationState.Waitlisted _ ->
                context.own().position().isPresent()
                        ? context.text(
                                "headline.position",
                                "position",
                                context.own().position().getAsInt())
                        : context.text("headline.waiting");
            case RegistrationState.UnderReview _ ->
                context.text(context.isConfirmed() ? "headline.review" : "headline.confirm-address");
            case RegistrationState.Declined _ -> context.text("headline.declined");
            case RegistrationState.CancelledByOrganiser _ -> context.text("headline.cancelled.by-organiser");
            case RegistrationState.Cancelled c ->
                context.text(c.hadPlace() ? "headline.cancelled.place" : "headline.cancelled.queue");
            case RegistrationState.Invited _ -> context.text("headline.invited", "moment", context.start());
            case RegistrationState.InvitationDeclined _ -> context.text("headline.not-coming");
            case RegistrationState.InvitationRevoked _ -> context.text("headline.revoked");
        };
    }

    private String moved() {
        Optional<String> where = DetailRows.venue(context.document().where(), context.language());
        return where.map(place -> context.text(
                        "headline.moved.where", "moment", context.start(), "where", BidiIsolation.isolated(place)))
                .orElseGet(() -> context.text("headline.moved", "moment", context.start()));
    }
}
