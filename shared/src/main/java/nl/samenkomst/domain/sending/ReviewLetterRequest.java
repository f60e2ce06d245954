package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.List;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * The input of the letter to an organiser about registrations under review: everything its text may depend on.
 *
 * @param undecided the registrations under review, oldest first; at least one
 * @param now when the letter is sent
 */
public record ReviewLetterRequest(Session session, List<Registration> undecided, Instant now) {

    public ReviewLetterRequest {
        undecided = List.copyOf(undecided);
        if (undecided.isEmpty()) {
            throw new IllegalArgumentException("nobody waits for a decision");
        }
    }
}
