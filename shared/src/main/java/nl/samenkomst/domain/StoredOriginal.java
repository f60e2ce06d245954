package nl.samenkomst.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored item that a session or registration was read from, so that a write keeps the fields and words of a later
 * release. Only the store looks inside. Any two are equal, since they are not part of the session's or registration's
 * value.
 */
public final class StoredOriginal {

    /** For an object that was not read from a store. */
    public static final StoredOriginal NONE = new StoredOriginal(null);

    private final @Nullable Object item;

    private StoredOriginal(@Nullable Object item) {
        this.item = item;
    }

    public static StoredOriginal of(Object item) {
        return new StoredOriginal(item);
    }

    /** Returns the item; empty if there is none, or it is of another type. */
    public <T> Optional<T> ofType(Class<T> type) {
        return type.isInstance(item) ? Optional.of(type.cast(item)) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredOriginal;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    /** Omits the item, to keep personal data out of logs. */
    @Override
    public String toString() {
        return "StoredOriginal[…]";
    }
}
