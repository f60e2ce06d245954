package nl.samenkomst.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Collects the first rows by key, up to a {@link PartLimit}, of a list that arrives in any order. Keeps no other rows,
 * so that a list of any length can pass through.
 */
public final class FirstRows<K extends Comparable<? super K>, R> {

    private record Weighed<R>(R row, long bytes) {}

    private final PartLimit limit;
    private final ToLongFunction<? super R> weight;
    private final TreeMap<K, Weighed<R>> kept = new TreeMap<>();
    private long bytes;
    private @Nullable K cutAt;

    /** Asks {@code weight} for a row's bytes only if the row may be among the first. */
    public FirstRows(PartLimit limit, ToLongFunction<? super R> weight) {
        this.limit = limit;
        this.weight = weight;
    }

    /** Adds a row; keys must be unique. */
    public void add(K key, R row) {
        if (cutAt != null && key.compareTo(cutAt) >= 0) {
            return;
        }
        Weighed<R> weighed = new Weighed<>(row, weight.applyAsLong(row));
        kept.put(key, weighed);
        bytes += weighed.bytes();
        while (limit.isExceededBy(kept.size() - 1, bytes)) {
            Map.Entry<K, Weighed<R>> last = Objects.requireNonNull(kept.pollLastEntry());
            cutAt = last.getKey();
            bytes -= last.getValue().bytes();
        }
    }

    /** Returns the first rows, in the order of their keys. */
    public List<R> rows() {
        return kept.values().stream().map(Weighed::row).toList();
    }

    /** Returns whether the list has more rows after these. */
    public boolean hasMore() {
        return cutAt != null;
    }
}
