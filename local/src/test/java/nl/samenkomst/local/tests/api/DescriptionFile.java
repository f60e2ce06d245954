package nl.samenkomst.local.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import nl.samenkomst.api.OpenApi;
import nl.samenkomst.domain.EmailAddress;

/** The API's description as a desk serves it, in a file for a linter. */
final class DescriptionFile {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    private DescriptionFile() {}

    /** Writes the description as it is. */
    static Path in(Path folder) throws IOException {
        return Files.writeString(folder.resolve("openapi.json"), served());
    }

    /** Writes the description with mistakes in it. */
    static Path in(Path folder, Consumer<ObjectNode> mistakes) throws IOException {
        JsonNode description = JACKSON.readTree(served());
        mistakes.accept((ObjectNode) description);
        return Files.write(folder.resolve("mistakes.json"), JACKSON.writeValueAsBytes(description));
    }

    /** Gives two operations the same id, which every linter must report. */
    static void repeatAnOperationId(ObjectNode description) {
        ((ObjectNode) description.at("/paths/~1sessions/get")).put("operationId", "showSession");
    }

    private static String served() {
        return new OpenApi(URI.create("https://leren.example.nl"), new EmailAddress("leren@example.nl")).document();
    }
}
