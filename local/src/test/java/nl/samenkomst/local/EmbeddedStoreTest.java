package nl.samenkomst.local;

/** DynamoDB Local, in this process. */
final class EmbeddedStoreTest extends StoreContract {

    EmbeddedStoreTest() {
        super(FreshTable.create());
    }
}
