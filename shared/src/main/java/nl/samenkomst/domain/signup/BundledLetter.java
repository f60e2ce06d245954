package nl.samenkomst.domain.signup;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.session.SessionId;

/**
 * One letter that will tell a person of several registrations.
 *
 * @param delayedUntil when the letters about each leave by themselves, if the bundle is never released
 * @param others the sessions that it tells of beside the first, with the moment that their own letters wait for
 */
public record BundledLetter(EmailAddress person, Instant delayedUntil, Map<SessionId, Instant> others) {

    public BundledLetter {
        others = Map.copyOf(others);
    }

    BundledLetter(EmailAddress person, Instant delayedUntil) {
        this(person, delayedUntil, Map.of());
    }

    /** Returns the delay of letters that this one replaces. */
    public LetterDelay delay() {
        return LetterDelay.until(delayedUntil);
    }

    /** Returns this letter telling of another session too, whose own letter waits for it. */
    public BundledLetter bundle(SessionId other) {
        Map<SessionId, Instant> all = new HashMap<>(others);
        all.put(other, delayedUntil);
        return new BundledLetter(person, delayedUntil, all);
    }
}
