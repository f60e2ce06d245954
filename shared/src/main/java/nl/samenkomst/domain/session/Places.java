package nl.samenkomst.domain.session;

import java.util.OptionalInt;

/**
 * How many places a session has, and how they stand at one moment.
 *
 * @param limit no limit where empty; may be below {@code taken} after the organiser lowered it
 * @param taken registrations with a place
 * @param waiting registrations on the waiting list
 * @param cancelled registrations that were cancelled
 * @param lastInLine the highest number ever given out in the queue
 * @param revision the session's revision whose rules these places follow
 */
public record Places(OptionalInt limit, int taken, int waiting, int cancelled, long lastInLine, int revision) {

    /** The places of a session that nobody signed up for yet. */
    public static Places allFree(OptionalInt limit) {
        return new Places(limit, 0, 0, 0, 0, 1);
    }

    /** How many there are to take; none as long as somebody waits, since a free place is theirs first. */
    public OptionalInt left() {
        return limit.isEmpty() ? limit : OptionalInt.of(waiting > 0 ? 0 : Math.max(0, limit.getAsInt() - taken));
    }

    public boolean isFull() {
        return left().isPresent() ? left().getAsInt() == 0 : waiting > 0;
    }

    /** How many of those who wait could have a place. */
    public int promotable() {
        return limit.isEmpty() ? waiting : Math.clamp((long) limit.getAsInt() - taken, 0, waiting);
    }
}
