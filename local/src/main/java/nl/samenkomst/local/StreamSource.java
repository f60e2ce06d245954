package nl.samenkomst.local;

/**
 * How a function is handed what the table's stream holds.
 *
 * @param startingPosition {@code TRIM_HORIZON} for everything there is, {@code LATEST} for what comes
 * @param bisects whether a batch that fails as a whole is tried again in halves
 * @param reportsFailures whether the answer may name the records that failed
 */
public record StreamSource(
        String startingPosition, int batchSize, int mostRetries, boolean bisects, boolean reportsFailures) {

    /** The same, from now on only. */
    StreamSource latest() {
        return new StreamSource("LATEST", batchSize, mostRetries, bisects, reportsFailures);
    }
}
