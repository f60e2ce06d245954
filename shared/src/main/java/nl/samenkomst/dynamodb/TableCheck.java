package nl.samenkomst.dynamodb;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Checks that the table has the indexes and the stream that the desk needs. */
public final class TableCheck {

    private static final List<String> REQUIRED_INDEXES =
            List.of(SessionItem.AGENDA_INDEX, SessionItem.LISTED_INDEX, SessionItem.SERIES_INDEX, DueIndex.NAME);

    private TableCheck() {}

    /**
     * Checks that there is a table of this name, and returns its description.
     *
     * @throws IllegalStateException if there is none
     */
    static TableDescription describe(DynamoDbClient client, String name) {
        try {
            return client.describeTable(request -> request.tableName(name)).table();
        } catch (ResourceNotFoundException notThere) {
            throw new IllegalStateException("there is no table " + name, notThere);
        }
    }

    /**
     * Checks the table, in one call.
     *
     * @throws IllegalStateException if there is no such table, or with the name of the index or stream that it lacks
     */
    public static void check(DynamoDbClient client, String name) {
        TableDescription table = describe(client, name);
        Set<String> indexes = new HashSet<>();
        for (GlobalSecondaryIndexDescription index : table.globalSecondaryIndexes()) {
            indexes.add(index.indexName());
        }
        for (String index : REQUIRED_INDEXES) {
            if (!indexes.contains(index)) {
                throw new IllegalStateException("the table " + name + " has no index " + index);
            }
        }
        if (table.streamSpecification() == null || !table.streamSpecification().streamEnabled()) {
            throw new IllegalStateException("the table " + name + " has no stream");
        }
    }
}
