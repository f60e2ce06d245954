package nl.samenkomst.local.tests.store;

import nl.samenkomst.local.tests.kit.FreshTable;

/**
 * Tests what the desk relies on in any store, by topic, each test in a table of its own. The rules of the domain are
 * tested in the shared module, without a table.
 */
abstract class StoreContract
        implements SessionsContract,
                AgendaContract,
                PlacesContract,
                QueueContract,
                RegistrationsContract,
                DeskKeyContract,
                MailboxContract,
                MessagesContract,
                SignInContract,
                WorkQueueContract,
                OrganisersContract {

    private final StoreFixture store;

    StoreContract(FreshTable table) {
        this.store = new StoreFixture(table);
    }

    @Override
    public final StoreFixture store() {
        return store;
    }
}
