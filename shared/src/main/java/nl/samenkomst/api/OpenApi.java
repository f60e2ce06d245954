package nl.samenkomst.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import nl.samenkomst.domain.EmailAddress;

/**
 * The OpenAPI description that the API serves.
 *
 * @param baseUrl the desk's public URL
 * @param contact the address for questions about the API
 */
public record OpenApi(URI baseUrl, EmailAddress contact) {

    private static final String EXAMPLE_URL = "\"url\": \"https://aanmelden.example.org";
    private static final String EXAMPLE_EMAIL = "\"email\": \"aanmelden@example.org\"";

    /**
     * Returns the whole document as JSON.
     *
     * @throws IllegalStateException if {@code openapi.json} is not on the class path
     * @throws UncheckedIOException if it cannot be read
     */
    public String document() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("no openapi.json");
            }
            // Neither value can have a character that JSON escapes.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(EXAMPLE_URL, "\"url\": \"" + baseUrl)
                    .replace(EXAMPLE_EMAIL, "\"email\": \"" + contact.value() + "\"");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
