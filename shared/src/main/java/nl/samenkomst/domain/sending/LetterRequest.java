package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * What one letter is about: all that its words may depend on.
 *
 * @param position the place in the queue, for who waits
 * @param now when it leaves
 * @param bundled what the same person signed up for at once, each as its own letter would tell it; the first to start first
 */
public record LetterRequest(
        LetterKind kind,
        SessionSnapshot sessionSnapshot,
        Registration registration,
        OptionalInt position,
        Instant now,
        List<LetterRequest> bundled) {

    public LetterRequest {
        bundled = List.copyOf(bundled);
    }

    /** About one registration. */
    public LetterRequest(
            LetterKind kind,
            SessionSnapshot sessionSnapshot,
            Registration registration,
            OptionalInt position,
            Instant now) {
        this(kind, sessionSnapshot, registration, position, now, List.of());
    }

    public Session session() {
        return sessionSnapshot.session();
    }
}
