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
 * Gives the places that are free to those who wait, in their order, as many as fit; needed when the organiser adds
 * places or themes. Nobody is promoted after the start.
 */
public final class Promote {

    private final Sessions sessions;
    private final Handover handover;
    private final Clock clock;
    private final Patience patience;

    public Promote(Sessions sessions, Registrations registrations, Clock clock, Patience patience) {
        this.sessions = sessions;
        this.handover = new Handover(registrations);
        this.clock = clock;
        this.patience = patience;
    }

    /** Stops when nobody waits who could have a place, and gives the session as it is then. */
    public Optional<Listing> promoteAllThatFit(SessionId session) {
        while (true) {
            Optional<Listing> seen = patience.until(() -> promoteSome(session));
            if (seen.isEmpty() || !mayPromote(seen.get(), clock.instant())) {
                return seen;
            }
        }
    }

    /** One step: the session as it was before it. */
    private Optional<Optional<Listing>> promoteSome(SessionId id) {
        Instant now = clock.instant();
        Optional<Listing> seen = sessions.find(id);
        if (seen.isEmpty() || !mayPromote(seen.get(), now)) {
            return Optional.of(seen);
        }
        return handover.commit(new Step(seen.get(), List.of()), now) == Commit.DONE
                ? Optional.of(seen)
                : Optional.empty();
    }

    private static boolean mayPromote(Listing listing, Instant now) {
        return !listing.session().isSettledBy(now) && listing.places().somebodyFits();
    }
}
