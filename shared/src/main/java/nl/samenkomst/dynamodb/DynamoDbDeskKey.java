package nl.samenkomst.dynamodb;

import java.util.Optional;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.ExistingDeskKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The desk's key in the table, for those who only read it. */
public final class DynamoDbDeskKey implements ExistingDeskKey {

    private final Table table;
    private final StoredDeskKey deskKey;

    public DynamoDbDeskKey(DynamoDbClient client, String tableName, StoredDeskKey deskKey) {
        this.table = new Table(client, tableName);
        this.deskKey = deskKey;
    }

    @Override
    public Optional<DeskKey> find() {
        return deskKey.find(table);
    }
}
