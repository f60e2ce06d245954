package nl.samenkomst.domain.capacity;

import java.util.OptionalInt;

/**
 * The places of one theme at one moment.
 *
 * @param limit the theme's own limit, none if empty; may be below {@code taken} after the organiser lowered it
 * @param unconfirmed the part of {@code taken} that is held by registrations whose address nobody has confirmed
 * @param open whether the theme can be chosen; a closed theme is kept as long as people are seated at it or wait for it
 */
public record ThemePlaces(OptionalInt limit, int taken, int waiting, int unconfirmed, boolean open) {

    /** Returns the places of an open theme that nobody has chosen. */
    public static ThemePlaces allFree(OptionalInt limit) {
        return new ThemePlaces(limit, 0, 0, 0, true);
    }

    /** Returns the places of a closed theme that nobody has any more. */
    static ThemePlaces closed() {
        return new ThemePlaces(OptionalInt.of(0), 0, 0, 0, false);
    }

    /** Returns these counts at an open theme with this limit. */
    ThemePlaces open(OptionalInt other) {
        return new ThemePlaces(other, taken, waiting, unconfirmed, true);
    }

    /** Returns these counts at a closed theme. */
    ThemePlaces close() {
        return new ThemePlaces(OptionalInt.of(0), taken, waiting, unconfirmed, false);
    }

    boolean hasRoom() {
        return open && (limit.isEmpty() || taken < limit.getAsInt());
    }

    /** Returns how many places are left; {@link Integer#MAX_VALUE} if the theme has no limit. */
    int left() {
        return limit.isEmpty() ? Integer.MAX_VALUE : Math.max(0, limit.getAsInt() - taken);
    }

    ThemePlaces add(int moreTaken, int moreWaiting) {
        return new ThemePlaces(limit, taken + moreTaken, waiting + moreWaiting, unconfirmed, open);
    }

    ThemePlaces addUnconfirmed(int more) {
        return new ThemePlaces(limit, taken, waiting, unconfirmed + more, open);
    }
}
