package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.LinkKind;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;

/** Shows a person their own registration, by their own link alone, and says what another link is; changes nothing. */
public final class ShowRegistration {

    private final Registrations registrations;
    private final Clock clock;

    public ShowRegistration(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Returns the registration; empty if the link is unknown, or the registration has expired or was erased. */
    public Optional<OwnRegistration> show(SessionId session, OwnLink link) {
        return open(session, link) instanceof OpenedLink.Own own ? Optional.of(own.own()) : Optional.empty();
    }

    /** Returns what the link opens. */
    public OpenedLink open(SessionId session, OwnLink link) {
        Instant now = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations.find(session, link.registration(), now);
        return switch (seen.map(snapshot -> snapshot.kindOf(link)).orElse(LinkKind.UNKNOWN)) {
            case OWN -> new OpenedLink.Own(own(seen.orElseThrow(), now));
            case CALENDAR -> new OpenedLink.Entry(own(seen.orElseThrow(), now));
            case ENDED -> new OpenedLink.Ended();
            case UNKNOWN -> new OpenedLink.Unknown();
        };
    }

    private OwnRegistration own(RegistrationSnapshot seen, Instant now) {
        Registration registration = seen.registration().orElseThrow();
        return new OwnRegistration(seen.sessionSnapshot(), registration, registrations.position(registration), now);
    }
}
