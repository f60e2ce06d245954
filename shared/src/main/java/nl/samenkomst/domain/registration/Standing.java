package nl.samenkomst.domain.registration;

import java.time.Instant;

/** How a registration stands, since when. */
public sealed interface Standing {

    Instant since();

    /** Has a place. */
    record Confirmed(Instant since, boolean fromWaitingList) implements Standing {}

    /** Waits for one; the lowest number is the first in line. */
    record Waitlisted(Instant since, long number) implements Standing {}

    /**
     * Does not come.
     *
     * @param hadPlace whether there was a place to give back
     * @param late whether the notice period had begun
     */
    record Cancelled(Instant since, boolean hadPlace, boolean late) implements Standing {}

    /** As the API and the organiser's list say it. */
    default String word() {
        return switch (this) {
            case Confirmed c -> "confirmed";
            case Waitlisted w -> "waitlisted";
            case Cancelled c -> "cancelled";
        };
    }
}
