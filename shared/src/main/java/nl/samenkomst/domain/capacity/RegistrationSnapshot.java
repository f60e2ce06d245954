package nl.samenkomst.domain.capacity;

import java.util.Optional;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.LinkKind;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * A session, its places and one person's registration for it, if any, as read in one round trip.
 *
 * @param mailbox of the person; empty if the registration was read by its id, or the desk has no key yet
 */
public record RegistrationSnapshot(
        Session session, Places places, Optional<Registration> registration, Optional<Mailbox> mailbox) {

    /** Creates what is read by a registration's id. */
    public RegistrationSnapshot(Session session, Places places, Optional<Registration> registration) {
        this(session, places, registration, Optional.empty());
    }

    /** Returns the registration if {@code link} is its own link; empty for any other, as for a calendar's. */
    public Optional<Registration> ownedBy(OwnLink link) {
        return registration.filter(known -> known.secret().matches(link.secret()));
    }

    /** Returns the kind of this link; unknown too if there is no registration. */
    public LinkKind kindOf(OwnLink link) {
        return registration.map(known -> known.secrets().kindOf(link.secret())).orElse(LinkKind.UNKNOWN);
    }

    /** Returns what a stranger would see in place of this person. */
    public RegistrationSnapshot withoutRegistration() {
        return new RegistrationSnapshot(session, places, Optional.empty(), mailbox);
    }

    public RegistrationSnapshot withMailbox(Mailbox found) {
        return new RegistrationSnapshot(session, places, registration, Optional.of(found));
    }

    public SessionSnapshot sessionSnapshot() {
        return new SessionSnapshot(session, places);
    }
}
