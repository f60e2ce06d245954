package nl.samenkomst.local.tests.store;

import nl.samenkomst.local.tests.kit.FreshTable;

/** Tests the store on DynamoDB Local, in this process, over HTTP. */
final class EmbeddedStoreTest extends StoreContract {

    EmbeddedStoreTest() {
        super(FreshTable.createOverHttp());
    }
}
