package nl.samenkomst.local.benchmark;

import java.util.List;

/**
 * What one process took, in nanoseconds.
 *
 * @param restored whether it started from a snapshot; then {@code first} counts from the moment it woke
 * @param init from its start until it was ready for an event, or for the snapshot
 * @param first its first answer
 * @param processor what the process had of the processor until then
 * @param warm the answers after that
 */
record Run(boolean restored, long init, long first, long processor, List<Long> warm, long residentMegabytes) {

    Run {
        warm = List.copyOf(warm);
    }

    /** What the first visitor waits for. */
    long untilFirstAnswer() {
        return restored ? first : init + first;
    }
}
