package nl.samenkomst.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A three-way merge of items, so that a change by this release loses nothing that another release wrote. Attributes
 * that this release does not know keep their stored value, and so do those that the change leaves as this release would
 * write them; the others get their changed value. Merges nested maps and lists in the same way.
 */
final class Merge {

    /** The attributes that identify an object in a list, if it has one. */
    private static final List<String> IDENTITIES = List.of("id", "url");

    private Merge() {}

    /**
     * Returns the item to write.
     *
     * @param stored the item as it was read
     * @param unchanged the item as this release would write it back unchanged
     * @param changed the item as this release writes it after the change
     * @param known the names of the attributes that this release knows; these disappear if the change leaves them out
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

    /** Merges maps inside an item; unlike in an item, this release always writes every attribute that it knows. */
    private static Map<String, AttributeValue> map(
            Map<String, AttributeValue> stored,
            Map<String, AttributeValue> unchanged,
            Map<String, AttributeValue> changed) {
        return of(stored, unchanged, changed, unchanged.keySet());
    }

    /**
     * Merges lists: pairs each entry with the stored one that it was read from, which is equal or has the same
     * identity. Returns the changed list if this release did not read every stored entry.
     */
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
            if (!isTaken[i] && sameIdentity < 0 && haveSameIdentity(unchanged.get(i), entry)) {
                sameIdentity = i;
            }
        }
        return sameIdentity;
    }

    private static boolean haveSameIdentity(AttributeValue one, AttributeValue other) {
        return one.type() == AttributeValue.Type.M
                && other.type() == AttributeValue.Type.M
                && IDENTITIES.stream()
                        .anyMatch(name -> one.m().containsKey(name)
                                && one.m().get(name).equals(other.m().get(name)));
    }
}
