package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * The input of one letter: everything its text may depend on.
 *
 * @param position the position on the waiting list, from 1; empty if the registration is not waitlisted
 * @param now when the letter is sent
 * @param next the next session of the series that takes sign-ups, for a {@link LetterKind#LAST_WORD}; else empty
 * @param bundled the letters about registrations made together with this one, which it replaces; first to start first
 */
public record LetterRequest(
        LetterKind kind,
        SessionSnapshot sessionSnapshot,
        Registration registration,
        OptionalInt position,
        Instant now,
        Optional<Session> next,
        List<LetterRequest> bundled) {

    public LetterRequest {
        bundled = List.copyOf(bundled);
    }

    /** Creates the input of a letter that mentions no other session of the series. */
    public LetterRequest(
            LetterKind kind,
            SessionSnapshot sessionSnapshot,
            Registration registration,
            OptionalInt position,
            Instant now,
            List<LetterRequest> bundled) {
        this(kind, sessionSnapshot, registration, position, now, Optional.empty(), bundled);
    }

    /** Returns the name to address the person by; empty until the address is confirmed, since anybody can type one. */
    public Optional<String> name() {
        return registration.proof().isGiven()
                ? Optional.of(registration.person().name())
                : Optional.empty();
    }

    public Session session() {
        return sessionSnapshot.session();
    }
}
