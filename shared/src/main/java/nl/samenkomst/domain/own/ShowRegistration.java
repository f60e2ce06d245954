package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.SessionId;

/** Shows a person their own registration, by their own link alone; changes nothing. */
public final class ShowRegistration {

    private final Registrations registrations;
    private final Clock clock;

    public ShowRegistration(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Returns the registration; empty if the link is unknown, or the registration has expired or was erased. */
    public Optional<OwnRegistration> show(SessionId session, OwnLink link) {
        Instant now = clock.instant();
        return registrations
                .find(session, link.registration(), now)
                .flatMap(seen -> seen.ownedBy(link)
                        .map(registration -> new OwnRegistration(
                                seen.sessionSnapshot(), registration, registrations.position(registration), now)));
    }
}
