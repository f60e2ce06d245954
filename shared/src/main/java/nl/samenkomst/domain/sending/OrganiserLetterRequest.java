package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * The input of a letter to an organiser: everything its text may depend on.
 *
 * @param undecided the registrations under review, oldest first
 * @param changes what changed since the last letter; empty if nothing did, or if the organiser does not want to know
 * @param isDayBefore whether this is the letter that tells who comes tomorrow
 * @param now when the letter is sent
 */
public record OrganiserLetterRequest(
        SessionSnapshot sessionSnapshot,
        List<Registration> undecided,
        Optional<OrganiserNumbers> changes,
        boolean isDayBefore,
        Instant now) {

    public OrganiserLetterRequest {
        undecided = List.copyOf(undecided);
        if (undecided.isEmpty() && changes.isEmpty() && !isDayBefore) {
            throw new IllegalArgumentException("there is nothing to tell");
        }
    }

    public Session session() {
        return sessionSnapshot.session();
    }

    /** Returns the kind of letter in one word: {@code review} if somebody is under review, else {@code organiser}. */
    public String kind() {
        return undecided.isEmpty() ? "organiser" : "review";
    }
}
