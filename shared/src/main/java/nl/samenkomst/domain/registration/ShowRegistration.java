package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.session.SessionId;

/** Shows somebody their own registration, by their own link alone; changes nothing. */
public final class ShowRegistration {

    private final Registrations registrations;
    private final Clock clock;

    public ShowRegistration(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Nothing where the link is unknown, or what it led to is no longer kept. */
    public Optional<OwnRegistration> show(SessionId session, OwnLink link) {
        Instant now = clock.instant();
        return registrations.find(session, link.registration(), now).flatMap(seen -> seen.registration()
                .filter(registration -> registration.secret().matches(link.secret()))
                .map(registration -> new OwnRegistration(seen.listing(), registration, position(registration), now)));
    }

    private OptionalInt position(Registration registration) {
        return registration.standing() instanceof Standing.Waitlisted waiting
                ? OptionalInt.of(registrations.position(registration.session(), waiting))
                : OptionalInt.empty();
    }
}
