package nl.samenkomst.dynamodb;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.registration.DeskKey;
import org.jspecify.annotations.Nullable;

/**
 * The desk's key, kept in the table: made at the first need of it, and read at most once by each instance of this class.
 */
public final class StoredDeskKey {

    private final RandomGenerator random;
    private volatile @Nullable DeskKey known;

    /** Makes the key, if there is none, from {@code random}, so it must be a secure source. */
    public StoredDeskKey(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Returns the key; empty if the desk has not made it yet, so that no id depends on it either.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if it cannot be read
     */
    Optional<DeskKey> find(Table table) {
        DeskKey remembered = known;
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<DeskKey> read = table.get(List.of(DeskKeyItem.key())).stream()
                .map(item -> ItemReader.read(item, DeskKeyItem::read))
                .findFirst();
        read.ifPresent(key -> known = key);
        return read;
    }

    /** Returns the key, and makes it if there is none; a conflict if somebody else makes it at the same moment. */
    Attempt<DeskKey> findOrMake(Table table) {
        return find(table).map(Attempt::settled).orElseGet(() -> make(table));
    }

    private Attempt<DeskKey> make(Table table) {
        DeskKey key = DeskKey.generate(random);
        Attempt<DeskKey> made = Attempt.after(table.put(DeskKeyItem.write(key), Keys.isNew()), key);
        if (made instanceof Attempt.Settled) {
            known = key;
        }
        return made;
    }
}
