package nl.samenkomst.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored item that a session or a registration was read from, so that a change of it writes back what this release
 * does not know: fields and words of a later release. Only the store looks inside. Any two are equal, since it is no
 * part of what a session or a registration says.
 */
public final class StoredOriginal {

    /** Of what was not read from a store. */
    public static final StoredOriginal NONE = new StoredOriginal(null);

    private final @Nullable Object item;

    private StoredOriginal(@Nullable Object item) {
        this.item = item;
    }

    public static StoredOriginal of(Object item) {
        return new StoredOriginal(item);
    }

    /** The item, where there is one and it is of this type. */
    public <T> Optional<T> as(Class<T> type) {
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

    /** Without the item, so that nothing personal reaches a log by accident. */
    @Override
    public String toString() {
        return "StoredOriginal[…]";
    }
}
