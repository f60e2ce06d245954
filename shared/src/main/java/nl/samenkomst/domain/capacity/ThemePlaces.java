package nl.samenkomst.domain.capacity;

import java.util.OptionalInt;

/**
 * How the places of one theme stand.
 *
 * @param limit no limit of its own where empty; may be below {@code taken} after the organiser lowered it
 * @param open whether the theme can be chosen; one that was closed is counted as long as people are in it
 */
public record ThemePlaces(OptionalInt limit, int taken, int waiting, boolean open) {

    /** A theme that nobody chose yet. */
    public static ThemePlaces allFree(OptionalInt limit) {
        return new ThemePlaces(limit, 0, 0, true);
    }

    static ThemePlaces closed(int taken, int waiting) {
        return new ThemePlaces(OptionalInt.of(0), taken, waiting, false);
    }

    boolean hasRoom() {
        return open && (limit.isEmpty() || taken < limit.getAsInt());
    }

    /** How many there are to take; as good as endless where there is no limit. */
    int left() {
        return limit.isEmpty() ? Integer.MAX_VALUE : Math.max(0, limit.getAsInt() - taken);
    }

    ThemePlaces add(int moreTaken, int moreWaiting) {
        return new ThemePlaces(limit, taken + moreTaken, waiting + moreWaiting, open);
    }
}
