package nl.samenkomst.domain.own;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.document.Material;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.CancellationDeadline;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionDifference;
import nl.samenkomst.domain.session.SignUpPhase;

/**
 * A registration as its own person may see it at {@code now}.
 *
 * @param position in the queue, 1 being next; empty unless waitlisted
 */
public record OwnRegistration(
        SessionSnapshot sessionSnapshot, Registration registration, OptionalInt position, Instant now) {

    public Session session() {
        return sessionSnapshot.session();
    }

    /** Returns whether cancelling would work now. */
    public boolean mayCancel() {
        if (session().isSettledBy(now)) {
            return false;
        }
        return switch (registration.state()) {
            case RegistrationState.Confirmed _ ->
                isInTime() || session().document().signUp().lateCancellation();
            case RegistrationState.Waitlisted _ -> true;
            case RegistrationState.UnderReview _ -> true;
            case RegistrationState.Declined _ -> false;
            case RegistrationState.Cancelled _ -> false;
            case RegistrationState.Invited _ -> true;
            case RegistrationState.InvitationDeclined _ -> false;
            case RegistrationState.InvitationRevoked _ -> false;
        };
    }

    /** Returns whether the person could attend by an invitation now, with a place or on the waiting list. */
    public boolean mayAttend() {
        return registration.mayAttend(session())
                && session().phase(now) == SignUpPhase.OPEN
                && sessionSnapshot.signUp(now) != SignUpState.FULL;
    }

    /** Returns the person's own last moment to cancel in time: see {@link CancellationDeadline}. */
    public ZonedDateTime cancelBy() {
        return CancellationDeadline.of(session(), registration, now);
    }

    /** Returns whether cancelling now would not be late. */
    public boolean isInTime() {
        return !now.isAfter(cancelBy().toInstant());
    }

    /** Returns what changed since the first letter about this registration; empty if it is not active. */
    public List<SessionDifference> differences() {
        return registration.letters().sent().stream()
                .filter(letter -> !letter.at().isBefore(registration.signedUpAt()))
                .findFirst()
                .filter(letter -> registration.isActive())
                .map(letter -> session().changeLog().since(letter.revision()))
                .orElse(List.of());
    }

    /** Returns the materials visible now: those for everybody and, for a confirmed person, those of their theme. */
    public List<Material> materials() {
        Optional<ThemeId> theme = registration.state() instanceof RegistrationState.Confirmed confirmed
                ? confirmed.theme()
                : Optional.empty();
        return session().document().materialsAt(now, theme);
    }

    /** Returns whether the person has a place in a session that goes ahead. */
    public boolean comes() {
        return registration.state() instanceof RegistrationState.Confirmed
                && !session().isCancelled();
    }

    /** Returns whether the person can have a certificate of attendance now. */
    public boolean mayHaveCertificate() {
        return Certificate.isDue(session(), registration, now);
    }

    /** Returns the questions for afterwards that the person may answer now; empty if there are none. */
    public List<Question> questionsToAnswer() {
        return registration.questionsToAnswer(session(), now);
    }

    /** Returns whether the person had a place, which was cancelled or whose session was. */
    public boolean lostPlace() {
        return switch (registration.state()) {
            case RegistrationState.Confirmed _ -> session().isCancelled();
            case RegistrationState.Cancelled cancelled -> cancelled.hadPlace();
            case RegistrationState.Waitlisted _ -> false;
            case RegistrationState.UnderReview _ -> false;
            case RegistrationState.Declined _ -> false;
            case RegistrationState.Invitation _ -> false;
        };
    }

    /** Returns the meeting link once it is visible; empty unless {@link #comes}. */
    public Optional<URI> meetingLink() {
        return comes() ? session().document().meetingLinkAt(now) : Optional.empty();
    }
}
