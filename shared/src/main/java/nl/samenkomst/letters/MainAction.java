package nl.samenkomst.letters;

import java.net.URI;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SignUpPhase;
import nl.samenkomst.urls.DeskUrls;

/** Chooses the label and the target of a letter's button. */
final class MainAction {

    private final LetterContext context;

    MainAction(LetterContext context) {
        this.context = context;
    }

    Action choose() {
        if (!context.isConfirmed()) {
            return ownPage(context.text("action.confirm"));
        }
        if (!context.mail().bundled().isEmpty()) {
            // The own page of one session in a series shows the others too.
            return ownPage(context.text("action.own.several"));
        }
        return switch (context.mail().kind()) {
            case CHOOSE_THEME -> ownPage(context.text("action.theme"));
            case MATERIALS -> ownPage(context.text("action.materials"));
            case FOLLOW_UP -> ownPage(context.text(context.asksAfterwards() ? "action.answers" : "action.materials"));
            case SESSION_CANCELLED -> elsewhere();
            case LAST_WORD -> context.mail().next().map(this::next).orElseGet(this::elsewhere);
            case INVITED,
                    REVOKED,
                    CONFIRM_ADDRESS,
                    CONFIRMED,
                    WAITING,
                    UNDER_REVIEW,
                    DECLINED,
                    PROMOTED,
                    CANCELLED,
                    SESSION_MOVED,
                    SESSION_CHANGED,
                    SESSION_REINSTATED,
                    REMINDER,
                    OWN_LINK,
                    MESSAGE -> context.session().isCancelled() ? elsewhere() : byState();
        };
    }

    private Action byState() {
        return switch (context.state()) {
            case RegistrationState.Confirmed _ -> context.own().meetingLink().isPresent() ? join() : registration();
            case RegistrationState.Waitlisted _, RegistrationState.UnderReview _ -> registration();
            case RegistrationState.CancelledByPerson _, RegistrationState.Lapsed _ -> again();
            case RegistrationState.CancelledByOrganiser _, RegistrationState.Declined _ -> elsewhere();
            case RegistrationState.Invited _ ->
                context.own().mayAttend() ? ownPage(context.text("action.answer")) : invitation();
            case RegistrationState.InvitationDeclined _ -> context.own().mayAttend() ? comeAfterAll() : invitation();
            case RegistrationState.InvitationRevoked _ -> ownPage(context.text("action.data"));
        };
    }

    private Action join() {
        return DetailRows.meetingRedirect(context.mail(), context.urls())
                .map(way -> new Action(context.text("action.join"), context.text("place.join"), way))
                .orElseGet(this::registration);
    }

    private Action registration() {
        return ownPage(context.text("action.own"));
    }

    private Action invitation() {
        return ownPage(context.text("action.invitation"));
    }

    private Action comeAfterAll() {
        return ownPage(context.text("action.come"));
    }

    private Action again() {
        if (context.own().mayAttend()) {
            return comeAfterAll();
        }
        boolean open = context.session().phase(context.mail().now()) == SignUpPhase.OPEN;
        return open && context.session().isPublic()
                ? new Action(
                        context.text("action.again"),
                        context.text("place.session"),
                        context.urls()
                                .absolute(DeskUrls.session(context.session().id(), context.language())))
                : elsewhere();
    }

    /** Returns the agenda for a public session, else the own page: the agenda may be empty for an invited person. */
    private Action elsewhere() {
        return context.session().isPublic()
                ? new Action(
                        context.text("action.agenda"),
                        context.text("place.agenda"),
                        context.urls().absolute(DeskUrls.agenda(context.language())))
                : ownPage(context.text("action.look"));
    }

    private Action next(Session next) {
        return new Action(
                context.text("action.next"),
                context.text("place.session"),
                context.urls().absolute(DeskUrls.session(next.id())));
    }

    private Action ownPage(String label) {
        URI page = context.urls().absolute(DeskUrls.own(context.mail().registration()));
        return new Action(label, context.text("place.own"), page);
    }
}
