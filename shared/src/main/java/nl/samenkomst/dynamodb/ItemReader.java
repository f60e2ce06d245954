package nl.samenkomst.dynamodb;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.samenkomst.domain.UnreadableItem;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads items that may be damaged, or that another release wrote. Each one that cannot be read is a line of JSON in the
 * log, which template.yaml counts for an alarm: its key and the attribute, never a value.
 */
final class ItemReader {

    private ItemReader() {}

    /**
     * Reads an item that was asked for by itself.
     *
     * @throws UnreadableItem when it cannot be read
     */
    static <T> T read(Map<String, AttributeValue> item, Function<Map<String, AttributeValue>, T> reader) {
        try {
            return reader.apply(item);
        } catch (RuntimeException unreadable) {
            String key = keyOf(item);
            String why = unreadable instanceof UnreadableItem
                    ? String.valueOf(unreadable.getMessage())
                    : unreadable.getClass().getSimpleName();
            System.out.println("{\"unreadableItem\": \"" + key + "\", \"because\": \"" + plain(why) + "\"}");
            throw new UnreadableItem("the item " + key + " cannot be read", unreadable);
        }
    }

    /** Reads one item of a list; empty where it cannot be read. */
    static <T> Optional<T> readIfPossible(
            Map<String, AttributeValue> item, Function<Map<String, AttributeValue>, T> reader) {
        try {
            return Optional.of(read(item, reader));
        } catch (UnreadableItem logged) {
            return Optional.empty();
        }
    }

    /** What can be read of an item whatever else cannot; says nothing to the log. */
    static <T> T orElse(Supplier<T> part, T otherwise) {
        try {
            return part.get();
        } catch (RuntimeException unreadable) {
            return otherwise;
        }
    }

    private static String keyOf(Map<String, AttributeValue> item) {
        return plain(textOf(item.get(Keys.PK)) + " " + textOf(item.get(Keys.SK)));
    }

    private static String textOf(@Nullable AttributeValue value) {
        return value == null || value.s() == null ? "?" : value.s();
    }

    /** Keys of ours need no escaping; whatever else got into the table cannot break out of the line. */
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9#:._ -]", "?");
    }
}
