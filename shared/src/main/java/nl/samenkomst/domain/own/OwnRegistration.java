package nl.samenkomst.domain.own;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.document.Material;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SignUpPhase;

/**
 * A registration as the person it belongs to may see it at one moment.
 *
 * @param position the place in the queue, 1 being next; empty for who does not wait
 */
public record OwnRegistration(
        SessionSnapshot sessionSnapshot, Registration registration, OptionalInt position, Instant now) {

    public Session session() {
        return sessionSnapshot.session();
    }

    /** Whether pressing the button to cancel would work at this moment. */
    public boolean mayCancel() {
        if (session().isSettledBy(now)) {
            return false;
        }
        return switch (registration.state()) {
            case RegistrationState.Confirmed c ->
                isInTime() || session().document().signUp().lateCancellation();
            case RegistrationState.Waitlisted w -> true;
            case RegistrationState.UnderReview r -> true;
            case RegistrationState.Declined d -> false;
            case RegistrationState.Cancelled c -> false;
            case RegistrationState.Invited i -> true;
            case RegistrationState.InvitationDeclined n -> false;
            case RegistrationState.InvitationRevoked v -> false;
        };
    }

    /** Whether a yes to an invitation would be taken at this moment, for a place or the waiting list. */
    public boolean mayAttend() {
        return registration.mayAttend(session())
                && session().phase(now) == SignUpPhase.OPEN
                && sessionSnapshot.signUp(now) != SignUpState.FULL;
    }

    /** Whether the notice period has not begun. */
    public boolean isInTime() {
        return !now.isAfter(session().document().cancelBy().toInstant());
    }

    /** What there is to read at this moment: what everybody may see and, for who has a place, that of the theme. */
    public List<Material> materials() {
        Optional<ThemeId> theme = registration.state() instanceof RegistrationState.Confirmed confirmed
                ? confirmed.theme()
                : Optional.empty();
        return session().document().materialsAt(now, theme);
    }

    /** The way in: for who has a place, from its moment on, unless there is nothing to go to. */
    public Optional<URI> meetingLink() {
        boolean comes = registration.state() instanceof RegistrationState.Confirmed
                && !session().isCancelled();
        return comes ? session().document().meetingLinkAt(now) : Optional.empty();
    }
}
