package nl.samenkomst.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a list that comes in any order, by their keys, as many as one answer holds. It keeps those and no
 * others, so that a list of any length can be read through it.
 */
public final class FirstRows<K extends Comparable<? super K>, R> {

    private record Weighed<R>(R row, long bytes) {}

    private final PartLimit limit;
    private final ToLongFunction<? super R> weight;
    private final TreeMap<K, Weighed<R>> kept = new TreeMap<>();
    private long bytes;
    private @Nullable K cutAt;

    /** Asks for the weight of a row only where the row may be among the first. */
    public FirstRows(PartLimit limit, ToLongFunction<? super R> weight) {
        this.limit = limit;
        this.weight = weight;
    }

    /** Takes a row; no two have the same key. */
    public void add(K key, R row) {
        if (cutAt != null && key.compareTo(cutAt) >= 0) {
            return;
        }
        Weighed<R> weighed = new Weighed<>(row, weight.applyAsLong(row));
        kept.put(key, weighed);
        bytes += weighed.bytes();
        while (limit.isPassedBy(kept.size() - 1, bytes)) {
            Map.Entry<K, Weighed<R>> last = Objects.requireNonNull(kept.pollLastEntry());
            cutAt = last.getKey();
            bytes -= last.getValue().bytes();
        }
    }

    /** In the order of their keys. */
    public List<R> rows() {
        return kept.values().stream().map(Weighed::row).toList();
    }

    /** Whether there are others, further on in the list. */
    public boolean isCut() {
        return cutAt != null;
    }
}
