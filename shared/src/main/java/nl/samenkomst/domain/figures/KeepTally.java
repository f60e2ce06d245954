package nl.samenkomst.domain.figures;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;

/**
 * Keeps a session's figures before its registrations are deleted. Counts anew each time, as long as all registrations
 * are there, so that a crash loses nothing; never after that.
 */
public final class KeepTally {

    private final Tallies tallies;
    private final Registrations registrations;
    private final Clock clock;

    public KeepTally(Tallies tallies, Registrations registrations, Clock clock) {
        this.tallies = tallies;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Keeps the figures if it is time to. */
    public void keepIfDue(SessionSnapshot snapshot) {
        Instant now = clock.instant();
        Session session = snapshot.session();
        if (isDue(session, now)) {
            // A conflict leaves the figures of more sign-ups, which were counted before somebody was erased.
            tallies.keep(session.id(), Tally.of(snapshot, registrations.all(session.id(), now)));
        }
    }

    static boolean isDue(Session session, Instant now) {
        return !now.isBefore(Tally.keptAt(session.document()))
                && now.isBefore(session.document().forgetAt());
    }

    /** Returns when the figures will have to be kept; empty if that moment has come. */
    public static Optional<Instant> dueAt(Session session, Instant now) {
        return Optional.of(Tally.keptAt(session.document())).filter(now::isBefore);
    }
}
