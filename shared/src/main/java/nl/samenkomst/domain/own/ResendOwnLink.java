package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;

/** Has somebody's own link mailed to them once more, at most once an hour; tells nobody whether there was one to mail. */
public final class ResendOwnLink {

    private final Registrations registrations;
    private final Clock clock;
    private final Retrier retrier;

    public ResendOwnLink(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Whether there is such a session that everybody may know of; whoever is or is not registered for it. */
    public boolean ask(SessionId session, EmailAddress address) {
        return retrier.call(() -> attempt(session, address));
    }

    private Optional<Boolean> attempt(SessionId id, EmailAddress address) {
        Instant now = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations
                .find(id, RegistrationId.of(id, address), now)
                .filter(snapshot -> snapshot.session().isPublic());
        Optional<Registration> known = seen.flatMap(RegistrationSnapshot::registration)
                .filter(registration -> registration.mayHaveLinkAgain(now));
        if (seen.isEmpty() || known.isEmpty()) {
            return Optional.of(seen.isPresent());
        }
        WriteResult asked = registrations.keep(seen.get().session(), known.get().askedForLink(now), now);
        return asked == WriteResult.COMMITTED ? Optional.of(true) : Optional.empty();
    }
}
