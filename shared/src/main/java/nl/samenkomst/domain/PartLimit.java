package nl.samenkomst.domain;

/**
 * How much of a list one answer holds; its first row whatever that weighs.
 *
 * @param rows at most, 1 or more
 * @param bytes at most, as {@link ResponseSize} counts them
 */
public record PartLimit(int rows, long bytes) {

    /** The most rows that a request can ask for. */
    public static final int MAX_ROWS = 10_000;

    /** As much as an answer can hold: five of Lambda's six megabytes, however many rows that is. */
    public static final PartLimit MAX_RESPONSE = new PartLimit(Integer.MAX_VALUE, 5_000_000);

    public PartLimit {
        if (rows < 1) {
            throw new IllegalArgumentException("a part has at least one row");
        }
    }

    /** No more than so many rows. */
    public PartLimit rows(int most) {
        return new PartLimit(Math.min(rows, most), bytes);
    }

    /** With so many bytes kept for what is not a row. */
    public PartLimit less(long reserved) {
        return new PartLimit(rows, bytes - reserved);
    }

    /** Whether one more row makes it too much, where there are so many already. */
    public boolean isPassedBy(int rowsBefore, long bytesWithIt) {
        return rowsBefore >= rows || (rowsBefore > 0 && bytesWithIt > bytes);
    }
}
