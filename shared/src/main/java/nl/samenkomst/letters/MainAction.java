package nl.samenkomst.letters;

import java.net.URI;
import nl.samenkomst.domain.registration.Standing;
import nl.samenkomst.domain.session.SignUpPhase;

/** Chooses what a letter's button does. */
final class MainAction {

    private final Telling telling;

    MainAction(Telling telling) {
        this.telling = telling;
    }

    Action choose() {
        if (!telling.mail().alongside().isEmpty()) {
            // The own page of one session of a series has the others too.
            return ownPage(telling.text("action.own.several"));
        }
        return switch (telling.mail().kind()) {
            case CHOOSE_THEME -> ownPage(telling.text("action.theme"));
            case MATERIALS, FOLLOW_UP -> ownPage(telling.text("action.materials"));
            case SESSION_CANCELLED -> elsewhere();
            case INVITED,
                    REVOKED,
                    CONFIRMED,
                    WAITING,
                    UNDER_REVIEW,
                    DECLINED,
                    PROMOTED,
                    CANCELLED,
                    SESSION_MOVED,
                    SESSION_CHANGED,
                    REMINDER,
                    OWN_LINK -> telling.session().isCancelled() ? elsewhere() : byStanding();
        };
    }

    private Action byStanding() {
        return switch (telling.standing()) {
            case Standing.Confirmed c -> telling.own().meetingLink().isPresent() ? join() : registration();
            case Standing.Waitlisted w -> registration();
            case Standing.UnderReview r -> registration();
            case Standing.Declined d -> elsewhere();
            case Standing.Cancelled c -> again(c);
            case Standing.Invited i ->
                telling.own().mayAccept() ? ownPage(telling.text("action.answer")) : invitation();
            case Standing.NotComing n -> telling.own().mayAccept() ? comeAfterAll() : invitation();
            case Standing.Revoked r -> ownPage(telling.text("action.data"));
        };
    }

    private Action join() {
        return Facts.wayIn(telling.mail(), telling.links())
                .map(way -> new Action(telling.text("action.join"), telling.text("place.join"), way))
                .orElseGet(this::registration);
    }

    private Action registration() {
        return ownPage(telling.text("action.own"));
    }

    private Action invitation() {
        return ownPage(telling.text("action.invitation"));
    }

    private Action comeAfterAll() {
        return ownPage(telling.text("action.come"));
    }

    private Action again(Standing.Cancelled cancelled) {
        if (telling.own().mayAccept()) {
            return comeAfterAll();
        }
        boolean open = telling.session().phase(telling.mail().now()) == SignUpPhase.OPEN;
        return open
                        && telling.session().isPublic()
                        && cancelled.organisersReason().isEmpty()
                ? new Action(
                        telling.text("action.again"),
                        telling.text("place.session"),
                        telling.links().session(telling.session().id()))
                : elsewhere();
    }

    /** Who comes to an invited session by invitation only may not find anything in the agenda. */
    private Action elsewhere() {
        return telling.session().isPublic()
                ? new Action(
                        telling.text("action.agenda"),
                        telling.text("place.agenda"),
                        telling.links().agenda())
                : ownPage(telling.text("action.look"));
    }

    private Action ownPage(String label) {
        URI page = telling.links().ownPage(telling.mail().registration());
        return new Action(label, telling.text("place.own"), page);
    }
}
