package nl.samenkomst.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A three-way merge of an item: so that a change by this release loses nothing that another release wrote. Where this
 * release writes what it would have written before the change, the stored value stays, whatever it was; what it does not
 * know stays; the rest is as the change has it.
 */
final class Merge {

    /** What tells the objects of a list apart, of those that have it. */
    private static final List<String> IDENTITIES = List.of("id", "url");

    private Merge() {}

    /**
     * The item to write.
     *
     * @param stored the item as it was read
     * @param unchanged the item that this release writes for what it read
     * @param changed the item that this release writes after the change
     * @param known the names of the attributes that this release knows, which are gone when the change leaves them out
     */
    static Map<String, AttributeValue> of(
            Map<String, AttributeValue> stored,
            Map<String, AttributeValue> unchanged,
            Map<String, AttributeValue> changed,
            Set<String> known) {
        Map<String, AttributeValue> merged = new LinkedHashMap<>();
        stored.forEach((name, value) -> {
            if (!known.contains(name) && !changed.containsKey(name)) {
                merged.put(name, value);
            }
        });
        changed.forEach((name, value) -> merged.put(
                name, value(Optional.ofNullable(stored.get(name)), Optional.ofNullable(unchanged.get(name)), value)));
        return merged;
    }

    private static AttributeValue value(
            Optional<AttributeValue> stored, Optional<AttributeValue> unchanged, AttributeValue changed) {
        if (stored.isEmpty() || unchanged.isEmpty()) {
            return changed;
        }
        if (changed.equals(unchanged.get())) {
            return stored.get();
        }
        return switch (changed.type()) {
            case M -> AttributeValue.fromM(map(stored.get().m(), unchanged.get().m(), changed.m()));
            case L ->
                AttributeValue.fromL(list(stored.get().l(), unchanged.get().l(), changed.l()));
            default -> changed;
        };
    }

    /** In a map, unlike in an item, everything that this release knows of is always written. */
    private static Map<String, AttributeValue> map(
            Map<String, AttributeValue> stored,
            Map<String, AttributeValue> unchanged,
            Map<String, AttributeValue> changed) {
        return of(stored, unchanged, changed, unchanged.keySet());
    }

    /** Each entry follows the stored one that it was read from: an equal one, or one with the same identity. */
    private static List<AttributeValue> list(
            List<AttributeValue> stored, List<AttributeValue> unchanged, List<AttributeValue> changed) {
        if (stored.size() != unchanged.size()) {
            return changed;
        }
        List<AttributeValue> merged = new ArrayList<>();
        boolean[] isTaken = new boolean[stored.size()];
        for (AttributeValue entry : changed) {
            int origin = origin(entry, unchanged, isTaken);
            if (origin < 0) {
                merged.add(entry);
            } else {
                isTaken[origin] = true;
                merged.add(value(Optional.of(stored.get(origin)), Optional.of(unchanged.get(origin)), entry));
            }
        }
        return merged;
    }

    private static int origin(AttributeValue entry, List<AttributeValue> unchanged, boolean[] isTaken) {
        int sameIdentity = -1;
        for (int i = 0; i < unchanged.size(); i++) {
            if (!isTaken[i] && unchanged.get(i).equals(entry)) {
                return i;
            }
            if (!isTaken[i] && sameIdentity < 0 && haveOneIdentity(unchanged.get(i), entry)) {
                sameIdentity = i;
            }
        }
        return sameIdentity;
    }

    private static boolean haveOneIdentity(AttributeValue one, AttributeValue other) {
        return one.type() == AttributeValue.Type.M
                && other.type() == AttributeValue.Type.M
                && IDENTITIES.stream()
                        .anyMatch(name -> one.m().containsKey(name)
                                && one.m().get(name).equals(other.m().get(name)));
    }
}
