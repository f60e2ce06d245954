package nl.samenkomst.letters;

import java.net.URI;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SignUpPhase;

/** Chooses what a letter's button does. */
final class MainAction {

    private final LetterContext telling;

    MainAction(LetterContext telling) {
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
            case RegistrationState.Confirmed c -> telling.own().meetingLink().isPresent() ? join() : registration();
            case RegistrationState.Waitlisted w -> registration();
            case RegistrationState.UnderReview r -> registration();
            case RegistrationState.Declined d -> elsewhere();
            case RegistrationState.Cancelled c -> again(c);
            case RegistrationState.Invited i ->
                telling.own().mayAccept() ? ownPage(telling.text("action.answer")) : invitation();
            case RegistrationState.NotComing n -> telling.own().mayAccept() ? comeAfterAll() : invitation();
            case RegistrationState.Revoked r -> ownPage(telling.text("action.data"));
        };
    }

    private Action join() {
        return DetailRows.wayIn(telling.mail(), telling.links())
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

    private Action again(RegistrationState.Cancelled cancelled) {
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
