package nl.samenkomst.domain.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;

/**
 * Lets one letter tell of several registrations that somebody makes at once: those of each wait, and the first is let go
 * when all are made. Whoever dies in between leaves waits that run out, and each leaves by itself.
 */
public final class BundledLetter {

    /** Longer than making all of them may take, and sending the letter about them. */
    static final Duration DELAY = Duration.ofMinutes(10);

    private final Registrations registrations;
    private final Clock clock;
    private final Retrier retrier;

    public BundledLetter(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** One letter to somebody. */
    public OneLetter begin(EmailAddress person) {
        return new OneLetter(person);
    }

    /** A letter that is yet to leave, and what it is to tell of. */
    public final class OneLetter {

        private final EmailAddress person;
        private final Instant heldUntil = clock.instant().plus(DELAY);
        private final Map<SessionId, Instant> others = new HashMap<>();

        private OneLetter(EmailAddress person) {
            this.person = person;
        }

        /** Has letters wait that this one is to stand for, about one more registration. */
        public LetterDelay delay() {
            return LetterDelay.until(heldUntil);
        }

        /** Tells of this session too, where its own letter waits for it. */
        public void bundle(SessionId other, LetterDelay delay) {
            if (delay.isOn()) {
                others.put(other, heldUntil);
            }
        }

        /** Has it leave as that of this session, where there is anything to tell. */
        public void release(SessionId first, LetterDelay delay) {
            if (delay.isOn() || !others.isEmpty()) {
                retrier.call(new LettingGo(
                        first,
                        RegistrationId.of(first, person),
                        others,
                        delay.isOn() ? Optional.of(heldUntil) : Optional.empty()));
            }
        }
    }

    /** Tried until it is settled, and done once. */
    private final class LettingGo implements Supplier<Optional<WriteResult>> {

        private final SessionId session;
        private final RegistrationId id;
        private final Map<SessionId, Instant> others;
        private final Optional<Instant> heldUntil;
        private final Instant asked = clock.instant();

        LettingGo(SessionId session, RegistrationId id, Map<SessionId, Instant> others, Optional<Instant> heldUntil) {
            this.session = session;
            this.id = id;
            this.others = Map.copyOf(others);
            this.heldUntil = heldUntil;
        }

        @Override
        public Optional<WriteResult> get() {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> seen = registrations.find(session, id, now);
            Optional<Registration> known = seen.flatMap(RegistrationSnapshot::registration)
                    .filter(registration -> !isDone(registration.letters()));
            if (seen.isEmpty() || known.isEmpty()) {
                return Optional.of(WriteResult.COMMITTED);
            }
            Registration release = known.get().with(release(known.get().letters()));
            return registrations.keep(seen.get().session(), release, now) == WriteResult.COMMITTED
                    ? Optional.of(WriteResult.COMMITTED)
                    : Optional.empty();
        }

        /** By an earlier try whose answer was lost. */
        private boolean isDone(LetterLog letters) {
            return heldUntil.isPresent()
                    ? !letters.heldUntil().equals(heldUntil)
                    : letters.linkAskedAt().equals(asked);
        }

        /** Who is held owes a letter already; who is not had one, and is owed the own link to take the others along. */
        private LetterLog release(LetterLog letters) {
            return heldUntil
                    .map(letters::release)
                    .orElseGet(() -> letters.askedForLink(asked))
                    .tellingOf(others);
        }
    }
}
