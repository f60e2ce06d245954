package nl.samenkomst.local;

/** Tests the store on DynamoDB Local, in this process. */
final class EmbeddedStoreTest extends StoreContract {

    EmbeddedStoreTest() {
        super(FreshTable.create());
    }
}
