package nl.samenkomst.domain.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a session remembers of a message: all that decides who is owed it, but not what it says.
 *
 * @param at when it was written
 * @param from when it begins to leave, at least {@link #TIME_TO_WITHDRAW} after it was written
 * @param latecomers whether people get it who belong to its audience only later than {@code from}, until the start
 * @param withdrawnAt when it was withdrawn, so that nobody gets it any more; empty if it was not
 */
public record MessageNote(
        MessageId id, MessageAudience to, Instant at, Instant from, boolean latecomers, Optional<Instant> withdrawnAt) {

    /** How long nobody gets a message yet, so that it can be taken back. */
    public static final Duration TIME_TO_WITHDRAW = Duration.ofMinutes(2);

    /** Returns the note of a message that leaves from this moment on, but not before it could be taken back. */
    public static MessageNote written(
            MessageId id, MessageAudience to, Instant at, Optional<Instant> from, boolean latecomers) {
        Instant earliest = at.plus(TIME_TO_WITHDRAW);
        return new MessageNote(
                id, to, at, from.filter(earliest::isBefore).orElse(earliest), latecomers, Optional.empty());
    }

    /** Returns this note of a message withdrawn at this moment, or before. */
    public MessageNote withdrawn(Instant now) {
        return withdrawnAt.isPresent() ? this : new MessageNote(id, to, at, from, latecomers, Optional.of(now));
    }

    /** Returns whether it can be taken back before anybody got it. */
    public boolean isPending(Instant now) {
        return withdrawnAt.isEmpty() && now.isBefore(from);
    }
}
