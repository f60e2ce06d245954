package nl.samenkomst.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The OpenAPI description that the API serves. */
public final class OpenApi {

    private OpenApi() {}

    /**
     * Returns the whole document as JSON.
     *
     * @throws IllegalStateException if {@code openapi.json} is not on the class path
     * @throws UncheckedIOException if it cannot be read
     */
    public static String document() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("no openapi.json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
