package nl.samenkomst.domain;

/**
 * Limits how much of a list one response holds; the first row always fits.
 *
 * @param rows maximum number of rows, at least 1
 * @param bytes maximum size in UTF-8 bytes, as {@link ResponseSize} counts them
 */
public record PartLimit(int rows, long bytes) {

    /** The most rows that a request may ask for. */
    public static final int MAX_ROWS = 10_000;

    public PartLimit {
        if (rows < 1) {
            throw new IllegalArgumentException("a part has at least one row");
        }
    }

    /** Returns the limit of this many bytes, in any number of rows. */
    public static PartLimit ofBytes(long bytes) {
        return new PartLimit(Integer.MAX_VALUE, bytes);
    }

    /** Returns this limit with at most {@code limit} rows. */
    public PartLimit rows(int limit) {
        return new PartLimit(Math.min(rows, limit), bytes);
    }

    /** Returns this limit with {@code reserved} bytes set aside for other content. */
    public PartLimit minus(long reserved) {
        return new PartLimit(rows, bytes - reserved);
    }

    /** Returns whether adding one row to {@code rowsBefore} others exceeds the limit; the bytes are of all of them. */
    public boolean isExceededBy(int rowsBefore, long bytesWithIt) {
        return rowsBefore >= rows || (rowsBefore > 0 && bytesWithIt > bytes);
    }
}
