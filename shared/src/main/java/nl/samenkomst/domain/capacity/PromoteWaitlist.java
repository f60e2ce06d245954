package nl.samenkomst.domain.capacity;

import java.time.Clock;
import java.util.Optional;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.session.SessionId;

/**
 * Gives the places that are free to those who wait, in their order, as many as fit; needed when the organiser adds
 * places or themes. Nobody is promoted after the start.
 */
public final class PromoteWaitlist {

    private final Sessions sessions;
    private final WaitlistPromotion waitlistPromotion;
    private final Clock clock;
    private final Retrier retrier;

    public PromoteWaitlist(Sessions sessions, Registrations registrations, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.waitlistPromotion = new WaitlistPromotion(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Stops when nobody waits who could have a place, and gives the session as it is then. */
    public Optional<SessionSnapshot> promoteAllThatFit(SessionId session) {
        boolean isMore = true;
        Optional<SessionSnapshot> seen = Optional.empty();
        while (isMore) {
            Round round = retrier.call(() -> promoteSome(session));
            seen = round.seen();
            isMore = round.promoted();
        }
        return seen;
    }

    /** Promotes as many as one step can, and says whether that was anybody. */
    public boolean promoteSomebody(SessionId session) {
        return retrier.call(() -> promoteSome(session)).promoted();
    }

    /** The session as it was before one step, and whether that promoted anybody. */
    private record Round(Optional<SessionSnapshot> seen, boolean promoted) {}

    private Optional<Round> promoteSome(SessionId id) {
        Optional<SessionSnapshot> seen = sessions.find(id);
        if (seen.isEmpty()) {
            return Optional.of(new Round(seen, false));
        }
        return switch (waitlistPromotion.promote(seen.get(), clock.instant())) {
            case PROMOTED -> Optional.of(new Round(seen, true));
            case NOBODY -> Optional.of(new Round(seen, false));
            case CONFLICT -> Optional.empty();
        };
    }
}
