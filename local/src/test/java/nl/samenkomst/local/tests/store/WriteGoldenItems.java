package nl.samenkomst.local.tests.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.tests.kit.StoredItems;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keeps what this release writes into the table, for all later releases. Not a test, so it runs only by its name:
 * {@code mvn verify -pl local -am -Dtest=WriteGoldenItems -Drelease=2}.
 */
class WriteGoldenItems {

    @Test
    void write() throws IOException {
        String release = System.getProperty("release", "");
        if (!release.matches("[1-9][0-9]*")) {
            throw new IllegalArgumentException("say which release: -Drelease=2");
        }
        for (Map.Entry<String, List<Map<String, AttributeValue>>> kind :
                StoredItems.ofThisRelease().entrySet()) {
            StoredItems.write(
                    kind.getValue(), GoldenItemsTest.RELEASES.resolve(release).resolve(kind.getKey() + ".json"));
        }
    }
}
