package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.session.Session;

/**
 * A letter that a registration will be sent as things stand.
 *
 * @param letter as {@link Owed} owes it
 * @param at when it leaves, which is later than it was owed if it is late already, or was delayed
 */
public record LetterAhead(OwedLetter letter, Instant at) {

    /** More letters than anybody gets of one session: ten reminders, and one of each other kind. */
    private static final int MAX_LETTERS = 40;

    /**
     * Returns all of them, first to leave first: a dry run of the sender, which asks {@link Owed} at each moment at which
     * a letter is owed, and logs it as sent. Counts with nothing that people still do, nor with a limit of a mailbox.
     */
    public static List<LetterAhead> all(Session session, Registration registration, Instant now) {
        List<LetterAhead> ahead = new ArrayList<>();
        Registration then = registration;
        Instant at = now;
        while (ahead.size() < MAX_LETTERS && !then.mustLapse(session, at)) {
            Optional<OwedLetter> next = Owed.next(session, then, at);
            if (next.isEmpty()) {
                return ahead;
            }
            Instant from = notBefore(then.letters().delayedUntil(), next.get().from());
            if (from.isAfter(at)) {
                at = from;
            } else {
                ahead.add(new LetterAhead(next.get(), at));
                then = then.with(then.letters()
                        .with(
                                new SentLetter(next.get(), session.revision(), at, Optional.of("")),
                                then.letters().bundled()));
            }
        }
        return ahead;
    }

    private static Instant notBefore(Optional<Instant> delayedUntil, Instant from) {
        return delayedUntil.filter(from::isBefore).orElse(from);
    }
}
