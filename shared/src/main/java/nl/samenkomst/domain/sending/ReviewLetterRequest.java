package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.List;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * The letter to an organiser about who waits for a decision: all that its words may depend on.
 *
 * @param undecided who waits, the longest first; somebody at least
 * @param now when it leaves
 */
public record ReviewLetterRequest(Session session, List<Registration> undecided, Instant now) {

    public ReviewLetterRequest {
        undecided = List.copyOf(undecided);
        if (undecided.isEmpty()) {
            throw new IllegalArgumentException("nobody waits for a decision");
        }
    }
}
