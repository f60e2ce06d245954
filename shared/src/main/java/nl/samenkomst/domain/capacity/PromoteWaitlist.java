package nl.samenkomst.domain.capacity;

import java.time.Clock;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.session.SessionId;

/**
 * Applies a changed session to people without a certain place: gives free places to waitlisted people in the order of
 * the queue, as many as fit, and decides about people under review whom the rules no longer leave to the organiser.
 * Promotes nobody after the start.
 */
public final class PromoteWaitlist {

    private final Sessions sessions;
    private final WaitlistPromotion promotion;
    private final ApplyAdmission admission;
    private final Clock clock;
    private final Retrier retrier;

    public PromoteWaitlist(Sessions sessions, Registrations registrations, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.promotion = new WaitlistPromotion(registrations);
        this.admission = new ApplyAdmission(sessions, registrations, clock, retrier);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Promotes until nobody fits any more, then decides. Returns the session after promoting; empty if there is none. */
    public Optional<SessionSnapshot> promoteAll(SessionId session) {
        Round round = retrier.call(() -> promoteSome(session));
        while (round.promoted()) {
            round = retrier.call(() -> promoteSome(session));
        }
        admission.decideAll(session);
        return round.seen();
    }

    /** Promotes as many as one transaction holds, and returns whether that was anybody. */
    public boolean promoteOnce(SessionId session) {
        return retrier.call(() -> promoteSome(session)).promoted();
    }

    /** The session before one transaction, and whether that promoted anybody. */
    private record Round(Optional<SessionSnapshot> seen, boolean promoted) {}

    private Attempt<Round> promoteSome(SessionId id) {
        Optional<SessionSnapshot> seen = sessions.find(id);
        return seen.map(snapshot -> promotion.promote(snapshot, clock.instant()))
                .orElseGet(() -> Attempt.settled(false))
                .map(promoted -> new Round(seen, promoted));
    }
}
