package nl.samenkomst.domain.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.session.SessionId;

/**
 * Makes one letter tell of several registrations that a person makes at once: the letters of each are delayed, and the
 * first is released when all are made. After a crash in between the delays expire, and each letter leaves by itself.
 */
public final class BundledLetters {

    /** Longer than it takes to make all registrations and send the letter about them. */
    static final Duration DELAY = Duration.ofMinutes(10);

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    public BundledLetters(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    public BundledLetter begin(EmailAddress person) {
        return new BundledLetter(person, clock.instant().plus(DELAY));
    }

    /**
     * Sends the letter about its first session, if it has anything to tell.
     *
     * @param isDelayed whether a letter about the first session waits for it
     */
    public void release(BundledLetter letter, SessionId first, boolean isDelayed) {
        if (isDelayed || !letter.others().isEmpty()) {
            Release release = new Release(letter, isDelayed, clock.instant());
            retrier.call(() -> attempt(release, first));
        }
    }

    private Attempt<Boolean> attempt(Release release, SessionId first) {
        Instant now = clock.instant();
        return registrations
                .find(first, release.letter().person(), now)
                .map(seen -> writer.write(release.decide(seen, now), now))
                .orElseGet(() -> Attempt.settled(false));
    }

    /**
     * One release, which stays the same however often it is tried.
     *
     * @param asked when it was first tried
     */
    record Release(BundledLetter letter, boolean isDelayed, Instant asked) {

        /** Decides what to store; the outcome tells whether anything had to be. */
        Decided<Boolean> decide(RegistrationSnapshot seen, Instant now) {
            return seen.registration()
                    .filter(registration -> !isDone(registration.letters()))
                    .<Decided<Boolean>>map(registration -> new Decided.Update<>(
                            seen.session(),
                            RegistrationChange.update(
                                    seen.session(), registration.with(released(registration.letters())), now),
                            true))
                    .orElseGet(() -> Decided.asIs(false));
        }

        /** An earlier attempt may have written it, and its response may have been lost. */
        private boolean isDone(LetterLog letters) {
            return isDelayed
                    ? !letters.delayedUntil().equals(Optional.of(letter.delayedUntil()))
                    : letters.linkAskedAt().equals(asked);
        }

        /** A delayed letter is owed already; otherwise the own link becomes owed, so that it can tell of the others. */
        private LetterLog released(LetterLog letters) {
            LetterLog owing = isDelayed ? letters.release(letter.delayedUntil()) : letters.linkRequested(asked);
            return owing.bundling(letter.others());
        }
    }
}
