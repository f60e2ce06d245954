package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The counts of one run.
 *
 * @param sent letters that the mail service took
 * @param refused letters that it refused, to be tried again
 * @param givenUp letters given up after too many refusals; these need somebody's attention
 * @param unknown letters whose response was lost
 * @param finished false if anything was left undone because time ran out or the service takes no letters now
 * @param owedSince since when the oldest item that this run met and left undone has been due; empty if none was left
 */
public record SendReport(
        int sent, int refused, int givenUp, int unknown, boolean finished, Optional<Instant> owedSince) {

    public static final SendReport NOTHING = new SendReport(0, 0, 0, 0, true, Optional.empty());
    static final SendReport SENT = new SendReport(1, 0, 0, 0, true, Optional.empty());
    static final SendReport GIVEN_UP = new SendReport(0, 0, 1, 0, true, Optional.empty());

    static SendReport refused(Instant owedSince) {
        return new SendReport(0, 1, 0, 0, true, Optional.of(owedSince));
    }

    static SendReport unknown(Instant owedSince) {
        return new SendReport(0, 0, 0, 1, true, Optional.of(owedSince));
    }

    static SendReport unfinished(Instant owedSince) {
        return new SendReport(0, 0, 0, 0, false, Optional.of(owedSince));
    }

    /** Returns whether the run is worth a line in the log. */
    public boolean didAnything() {
        return sent + refused + givenUp + unknown > 0 || !finished;
    }

    SendReport plus(SendReport other) {
        return new SendReport(
                sent + other.sent,
                refused + other.refused,
                givenUp + other.givenUp,
                unknown + other.unknown,
                finished && other.finished,
                Stream.concat(owedSince.stream(), other.owedSince.stream()).min(Comparator.naturalOrder()));
    }
}
