package nl.samenkomst.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON as trees of maps, lists, strings, numbers, booleans and nulls. */
public final class Json {

    private static final JSON JR = JSON.std
            .with(JSON.Feature.WRITE_NULL_PROPERTIES)
            .with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS)
            .without(JSON.Feature.USE_FIELDS);

    private Json() {}

    /** Returns the object in this text; empty if the text is not a JSON object or repeats a key. */
    public static Optional<Map<String, Object>> parse(String text) {
        try {
            return Optional.ofNullable(JR.mapFrom(text));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    static Optional<Map<String, Object>> parse(InputStream in) throws IOException {
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    public static String write(Map<String, ? extends @Nullable Object> tree) {
        try {
            return JR.asString(tree);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static void write(Map<String, ?> tree, OutputStream out) throws IOException {
        JR.write(tree, out);
    }
}
