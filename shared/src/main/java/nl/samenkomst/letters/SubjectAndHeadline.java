package nl.samenkomst.letters;

import java.util.Optional;
import nl.samenkomst.domain.registration.RegistrationState;

/** What a mailbox shows of a letter: the subject, and the headline that it begins with, which says more. */
final class SubjectAndHeadline {

    private final LetterContext telling;

    SubjectAndHeadline(LetterContext telling) {
        this.telling = telling;
    }

    String subject() {
        String title = Sanitizer.line(telling.about().title());
        int others = telling.mail().alongside().size();
        if (telling.mail().kind().answersSignUp() && others > 0) {
            return others == 1
                    ? telling.text("subject.several.one", "title", title)
                    : telling.text("subject.several.more", "title", title, "others", others);
        }
        return switch (telling.mail().kind()) {
            case INVITED -> telling.text("subject.invited", "title", title);
            case REVOKED -> telling.text("subject.revoked", "title", title);
            case CONFIRMED -> telling.text("subject.confirmed", "title", title);
            case WAITING -> telling.text("subject.waiting", "title", title);
            case UNDER_REVIEW -> telling.text("subject.under-review", "title", title);
            case DECLINED -> telling.text("subject.declined", "title", title);
            case PROMOTED -> telling.text("subject.promoted", "title", title);
            case CANCELLED -> telling.text("subject.cancelled", "title", title);
            case SESSION_MOVED -> telling.text("subject.session-moved", "title", title);
            case SESSION_CHANGED -> telling.text("subject.session-changed", "title", title);
            case SESSION_CANCELLED -> telling.text("subject.session-cancelled", "title", title);
            case CHOOSE_THEME -> telling.text("subject.choose-theme", "title", title);
            case REMINDER -> telling.text("subject.reminder", "days", telling.days(), "title", title);
            case MATERIALS -> telling.text("subject.materials", "title", title);
            case FOLLOW_UP -> telling.text("subject.follow-up", "title", title);
            case OWN_LINK -> telling.text("subject.own-link", "title", title);
        };
    }

    String headline() {
        int others = telling.mail().alongside().size();
        if (others > 0) {
            return telling.text("headline.several", "sessions", others + 1);
        }
        return switch (telling.mail().kind()) {
            case INVITED -> telling.text("headline.invited", "moment", telling.start());
            case REVOKED -> telling.text("headline.revoked");
            case CONFIRMED -> telling.text("headline.confirmed", "moment", telling.start());
            case WAITING, UNDER_REVIEW, DECLINED, CANCELLED -> ofStanding();
            case PROMOTED -> telling.text("headline.promoted", "moment", telling.start());
            case SESSION_MOVED -> moved();
            case SESSION_CHANGED -> telling.text("headline.changed");
            case SESSION_CANCELLED -> telling.text("headline.session-cancelled", "day", telling.day());
            case CHOOSE_THEME -> telling.text("headline.choose-theme");
            case REMINDER -> telling.text("headline.reminder", "days", telling.days(), "moment", telling.start());
            case MATERIALS -> telling.text("headline.materials", "day", telling.day());
            case FOLLOW_UP -> telling.text("headline.follow-up");
            case OWN_LINK -> telling.text("headline.own-link");
        };
    }

    private String ofStanding() {
        return switch (telling.standing()) {
            case RegistrationState.Confirmed c -> telling.text("headline.confirmed", "moment", telling.start());
            case RegistrationState.Waitlisted w ->
                telling.own().position().isPresent()
                        ? telling.text(
                                "headline.position",
                                "position",
                                telling.own().position().getAsInt())
                        : telling.text("headline.waiting");
            case RegistrationState.UnderReview r -> telling.text("headline.review");
            case RegistrationState.Declined d -> telling.text("headline.declined");
            case RegistrationState.Cancelled c -> cancelled(c);
            case RegistrationState.Invited i -> telling.text("headline.invited", "moment", telling.start());
            case RegistrationState.NotComing n -> telling.text("headline.not-coming");
            case RegistrationState.Revoked r -> telling.text("headline.revoked");
        };
    }

    private String cancelled(RegistrationState.Cancelled cancelled) {
        if (cancelled.organisersReason().isPresent()) {
            return telling.text("headline.cancelled.by-organiser");
        }
        return telling.text(cancelled.hadPlace() ? "headline.cancelled.place" : "headline.cancelled.queue");
    }

    private String moved() {
        Optional<String> where = DetailRows.whereabouts(telling.document().where(), telling.language());
        return where.map(place -> telling.text(
                        "headline.moved.where", "moment", telling.start(), "where", BidiIsolation.theirs(place)))
                .orElseGet(() -> telling.text("headline.moved", "moment", telling.start()));
    }
}
