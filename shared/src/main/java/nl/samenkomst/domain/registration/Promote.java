package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.Sessions;

/**
 * Gives the places that are free to those who wait, in their order, as many as fit; needed when the organiser raises
 * the number of places. Nobody is promoted after the start.
 */
public final class Promote {

    /** A transaction holds 100 actions (AWS, TransactWriteItems): two for each person, and one for the places. */
    private static final int MOST_AT_ONCE = 25;

    private final Sessions sessions;
    private final Registrations registrations;
    private final Clock clock;
    private final Patience patience;

    public Promote(Sessions sessions, Registrations registrations, Clock clock, Patience patience) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.clock = clock;
        this.patience = patience;
    }

    /** Stops when nobody waits, or nothing is free, and gives the session as it is then. */
    public Optional<Listing> promoteAllThatFit(SessionId session) {
        while (true) {
            Optional<Listing> seen = patience.until(() -> promoteSome(session));
            if (seen.isEmpty() || mayPromote(seen.get(), clock.instant()) == 0) {
                return seen;
            }
        }
    }

    /** One step: the session as it was before it. */
    private Optional<Optional<Listing>> promoteSome(SessionId id) {
        Instant now = clock.instant();
        Optional<Listing> seen = sessions.find(id);
        int most = seen.map(listing -> mayPromote(listing, now)).orElse(0);
        if (seen.isEmpty() || most == 0) {
            return Optional.of(seen);
        }
        List<Promotion> first = registrations.firstInLine(id, most, now).stream()
                .map(waiting -> Promotion.of(waiting, now))
                .toList();
        if (first.isEmpty() || registrations.promote(seen.get(), first, now) == Commit.STALE) {
            return Optional.empty();
        }
        return Optional.of(seen);
    }

    private static int mayPromote(Listing listing, Instant now) {
        boolean over = listing.session().isCancelled()
                || listing.session().document().when().hasStartedBy(now);
        return over ? 0 : Math.min(MOST_AT_ONCE, listing.places().promotable());
    }
}
