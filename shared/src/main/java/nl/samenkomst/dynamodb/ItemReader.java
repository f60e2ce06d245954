package nl.samenkomst.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.samenkomst.domain.UnreadableItem;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads items that may be damaged or written by another release. Logs each unreadable one as a line of JSON, which
 * template.yaml counts for an alarm: the item's key and the attribute, never a value.
 */
final class ItemReader {

    private ItemReader() {}

    /**
     * Reads a single item.
     *
     * @throws UnreadableItem if it cannot be read, after logging it
     */
    static <T> T read(Map<String, AttributeValue> item, Function<Map<String, AttributeValue>, T> reader) {
        try {
            return reader.apply(item);
        } catch (RuntimeException unreadable) {
            String key = keyOf(item);
            String why = unreadable instanceof UnreadableItem
                    ? String.valueOf(unreadable.getMessage())
                    : unreadable.getClass().getSimpleName();
            System.out.println("{\"unreadableItem\": \"" + key + "\", \"because\": \"" + sanitized(why) + "\"}");
            throw new UnreadableItem("the item " + key + " cannot be read", unreadable);
        }
    }

    /** Reads one item of a list; logs it and returns empty if it cannot be read. */
    static <T> Optional<T> tryRead(Map<String, AttributeValue> item, Function<Map<String, AttributeValue>, T> reader) {
        try {
            return Optional.of(read(item, reader));
        } catch (UnreadableItem logged) {
            return Optional.empty();
        }
    }

    /** Returns the item with this key; empty if it is not among them, or cannot be read, which is logged. */
    static <T> Optional<T> find(
            Map<String, AttributeValue> key,
            List<Map<String, AttributeValue>> items,
            Function<Map<String, AttributeValue>, T> reader) {
        return items.stream()
                .filter(item -> Keys.of(item).equals(key))
                .findFirst()
                .flatMap(item -> tryRead(item, reader));
    }

    /** Returns a part of an item that may be unreadable, or {@code otherwise} if it is; logs nothing. */
    static <T> T readOr(Supplier<T> part, T otherwise) {
        try {
            return part.get();
        } catch (RuntimeException unreadable) {
            return otherwise;
        }
    }

    private static String keyOf(Map<String, AttributeValue> item) {
        return sanitized(textOf(item.get(Keys.PK)) + " " + textOf(item.get(Keys.SK)));
    }

    private static String textOf(@Nullable AttributeValue value) {
        return value == null || value.s() == null ? "?" : value.s();
    }

    /** Replaces every character that the desk's own keys never contain, so that a foreign key cannot break the line. */
    private static String sanitized(String text) {
        return text.replaceAll("[^A-Za-z0-9#:._ -]", "?");
    }
}
