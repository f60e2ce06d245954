package nl.samenkomst.local.desk;

import java.util.List;
import java.util.Map;

/**
 * The delivery of the table's stream to a function, as the template describes it.
 *
 * @param startingPosition {@code TRIM_HORIZON} for all available records, {@code LATEST} for new ones only
 * @param batchSize maximum number of records in one invocation
 * @param maxRetries maximum number of attempts after the first
 * @param bisects whether a batch that fails as a whole is retried in halves
 * @param reportsFailures whether the response may name the records that failed
 * @param filters of which a record must match one; without any, the function gets every record
 */
public record StreamSource(
        String startingPosition,
        int batchSize,
        int maxRetries,
        boolean bisects,
        boolean reportsFailures,
        List<StreamFilter> filters) {

    public StreamSource {
        filters = List.copyOf(filters);
    }

    /** Returns a copy that starts with new records only. */
    StreamSource latest() {
        return new StreamSource("LATEST", batchSize, maxRetries, bisects, reportsFailures, filters);
    }

    /** Returns whether the function gets this record. */
    boolean delivers(Map<String, ?> write) {
        return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(write));
    }
}
