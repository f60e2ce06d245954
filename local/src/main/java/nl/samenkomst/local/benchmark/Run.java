package nl.samenkomst.local.benchmark;

import java.util.List;

/**
 * Measurements of one process; times in nanoseconds.
 *
 * @param restored whether it started from a snapshot; {@code first} then counts from the restore
 * @param init from process start until it was ready for an event, or for the snapshot
 * @param first until its first response
 * @param processor CPU time until then
 * @param warm the duration of each later response
 * @param residentMegabytes resident memory after those, in MB of 1,024 kB
 */
record Run(boolean restored, long init, long first, long processor, List<Long> warm, long residentMegabytes) {

    Run {
        warm = List.copyOf(warm);
    }

    /** Returns the wait of the first visitor, in nanoseconds. */
    long untilFirstAnswer() {
        return restored ? first : init + first;
    }
}
