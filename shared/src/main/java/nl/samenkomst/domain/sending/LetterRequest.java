package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;

/**
 * The input of one letter: everything its text may depend on.
 *
 * @param position the position on the waiting list, from 1; empty if the registration is not waitlisted
 * @param now when the letter is sent
 * @param next the next session of the series that takes sign-ups, for a {@link LetterKind#LAST_WORD}; else empty
 * @param message what the organiser wrote, for a {@link LetterKind#MESSAGE}; else empty
 * @param isProof whether it is only shown to the organiser who writes the message
 * @param bundled the letters about registrations made together with this one, which it replaces; first to start first
 */
public record LetterRequest(
        LetterKind kind,
        SessionSnapshot sessionSnapshot,
        Registration registration,
        OptionalInt position,
        Instant now,
        Optional<Session> next,
        Optional<MessageText> message,
        boolean isProof,
        List<LetterRequest> bundled) {

    /** Stands for everybody's in a proof, which shows no link. */
    private static final LinkSecret NO_SECRET = LinkSecret.generate(() -> 0);

    public LetterRequest {
        bundled = List.copyOf(bundled);
    }

    /** Creates the letter with a message as somebody with a place would get it, to show it to its writer. */
    public static LetterRequest proof(
            SessionSnapshot sessionSnapshot, Person writer, MessageText message, Language language, Instant now) {
        Session session = sessionSnapshot.session();
        Registration reader = Registration.signedUp(
                session,
                Optional.empty(),
                RegistrationId.withoutKey(session.id(), writer.email()),
                NO_SECRET,
                Sequence.FIRST,
                new UUID(0, 0),
                writer,
                language,
                Answers.NONE,
                new RegistrationState.Confirmed(now, false, Optional.empty()),
                new AddressProof.Given(now),
                now);
        return new LetterRequest(
                LetterKind.MESSAGE,
                sessionSnapshot,
                reader,
                OptionalInt.empty(),
                now,
                Optional.empty(),
                Optional.of(message),
                true,
                List.of());
    }

    /** Creates the input of a letter that mentions no other session of the series, and brings no message. */
    public LetterRequest(
            LetterKind kind,
            SessionSnapshot sessionSnapshot,
            Registration registration,
            OptionalInt position,
            Instant now,
            List<LetterRequest> bundled) {
        this(kind, sessionSnapshot, registration, position, now, Optional.empty(), Optional.empty(), false, bundled);
    }

    /** Returns this letter with what an organiser wrote, or nothing of the kind. */
    public LetterRequest bringing(Optional<MessageText> words) {
        return new LetterRequest(kind, sessionSnapshot, registration, position, now, next, words, isProof, bundled);
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
