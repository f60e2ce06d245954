package nl.samenkomst.local.tests.history;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Parses the seeds of the histories to play, single ones and ranges: {@code 1-3,5}. */
final class Seeds {

    /** The seeds of every run, including those that find the planted bugs. */
    static final String EVERY_RUN = "1-4,6,13,14,19,33";

    private Seeds() {}

    /** Returns each seed once, in the order in which they are named. */
    static List<Long> named(String ranges) {
        return Stream.of(ranges.split(",", -1))
                .map(range -> range.split("-", 2))
                .flatMapToLong(
                        ends -> LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])))
                .distinct()
                .boxed()
                .toList();
    }
}
