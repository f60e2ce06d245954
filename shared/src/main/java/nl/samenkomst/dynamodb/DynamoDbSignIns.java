package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.Network;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.signin.Asking;
import nl.samenkomst.domain.signin.OwedLetter;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.RequestCounter;
import nl.samenkomst.domain.signin.SeenSignIn;
import nl.samenkomst.domain.signin.SignInChanges;
import nl.samenkomst.domain.signin.SignIns;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What signing in needs, in the table. */
public final class DynamoDbSignIns implements SignIns {

    /** The characters of a keyed hash that make the id of an organiser: 96 of its 128 bits. */
    private static final int ORGANISER_ID_LENGTH = 16;

    private final Table table;
    private final StoredDeskKey deskKey;

    public DynamoDbSignIns(DynamoDbClient client, String tableName, StoredDeskKey deskKey) {
        this.table = new Table(client, tableName);
        this.deskKey = deskKey;
    }

    @Override
    public Attempt<Asking> asking(TokenHash browser, EmailAddress address, Network network) {
        return deskKey.findOrMake(table)
                .map(key -> asking(
                        browser,
                        key.keyedHash("sign-in address", address.mailbox()),
                        key.keyedHash("sign-in network", network.value())));
    }

    private Asking asking(TokenHash browser, String address, String network) {
        Map<String, AttributeValue> pending = PendingSignInItem.key(browser);
        Map<String, AttributeValue> byAddress = RequestCounterItem.key(RequestCounter.Kind.ADDRESS, address);
        Map<String, AttributeValue> byNetwork = RequestCounterItem.key(RequestCounter.Kind.NETWORK, network);
        List<Map<String, AttributeValue>> items = table.get(List.of(pending, byAddress, byNetwork));
        return new Asking(
                ItemReader.find(pending, items, PendingSignInItem::read),
                ItemReader.find(
                                byAddress,
                                items,
                                item -> RequestCounterItem.read(RequestCounter.Kind.ADDRESS, address, item))
                        .orElseGet(() -> RequestCounterItem.unknown(RequestCounter.Kind.ADDRESS, address)),
                ItemReader.find(
                                byNetwork,
                                items,
                                item -> RequestCounterItem.read(RequestCounter.Kind.NETWORK, network, item))
                        .orElseGet(() -> RequestCounterItem.unknown(RequestCounter.Kind.NETWORK, network)));
    }

    @Override
    public WriteResult ask(PendingSignIn pending, RequestCounter byAddress, RequestCounter byNetwork) {
        Instant now = pending.askedAt();
        return table.transaction()
                .put(PendingSignInItem.write(pending), PendingSignInItem.isUnchanged(pending))
                .put(RequestCounterItem.write(byAddress, now), RequestCounterItem.isUnchanged(byAddress))
                .put(RequestCounterItem.write(byNetwork, now), RequestCounterItem.isUnchanged(byNetwork))
                .commit();
    }

    @Override
    public SeenSignIn find(TokenHash browser) {
        Map<String, AttributeValue> pending = PendingSignInItem.key(browser);
        List<Map<String, AttributeValue>> items = table.get(List.of(pending, MailFailureItem.key()));
        return new SeenSignIn(
                ItemReader.find(pending, items, PendingSignInItem::read),
                ItemReader.find(MailFailureItem.key(), items, MailFailureItem::read));
    }

    @Override
    public Optional<SecondFactor> factor(OrganiserId organiser) {
        return one(SecondFactorItem.key(organiser), SecondFactorItem::read);
    }

    @Override
    public WriteResult write(SignInChanges changes) {
        Table.Transaction transaction = table.transaction();
        changes.pending()
                .ifPresent(pending ->
                        transaction.put(PendingSignInItem.write(pending), PendingSignInItem.isUnchanged(pending)));
        changes.factor()
                .ifPresent(factor ->
                        transaction.put(SecondFactorItem.write(factor), SecondFactorItem.isUnchanged(factor)));
        changes.organiser()
                .ifPresent(organiser -> transaction.put(
                        OrganiserItem.write(organiser),
                        OrganiserItem.isVersion(organiser.version().previous())));
        changes.begun().ifPresent(session -> transaction.put(BrowserSessionItem.write(session)));
        changes.replaced().ifPresent(session -> transaction.put(BrowserSessionItem.write(session), Keys.exists()));
        changes.ended().forEach(session -> transaction.delete(BrowserSessionItem.key(session)));
        changes.records().forEach(record -> transaction.put(DeskEntryItem.write(record)));
        return transaction.commit();
    }

    @Override
    public void noteMail(Optional<Instant> failedAt) {
        Table.Transaction transaction = table.transaction();
        failedAt.ifPresentOrElse(
                at -> transaction.put(MailFailureItem.write(at)), () -> transaction.delete(MailFailureItem.key()));
        transaction.commit();
    }

    @Override
    public Attempt<OrganiserId> firstOrganiserId(EmailAddress address) {
        return deskKey.findOrMake(table).map(key -> idOf(key, address));
    }

    private static OrganiserId idOf(DeskKey key, EmailAddress address) {
        return new OrganiserId(
                key.keyedHash("first organiser", address.normalised()).substring(0, ORGANISER_ID_LENGTH));
    }

    @Override
    public Optional<Invitation> invitation(OrganiserId colleague) {
        return one(InvitedItem.key(colleague), InvitedItem::read);
    }

    @Override
    public void complete(Invitation invitation) {
        table.transaction().delete(InvitedItem.key(invitation.colleague())).commit();
    }

    private <T> Optional<T> one(Map<String, AttributeValue> key, Function<Map<String, AttributeValue>, T> reader) {
        return ItemReader.find(key, table.get(List.of(key)), reader);
    }

    /**
     * Returns the letter that may be owed now because the item with this key was written; empty if the key is not that of
     * a browser's request or of an invitation.
     */
    public static Optional<OwedLetter> afterWritingOf(Map<String, String> key) {
        String partition = key.getOrDefault(Keys.PK, "");
        return switch (key.getOrDefault(Keys.SK, "")) {
            case PendingSignInItem.SK -> PendingSignInItem.browser(partition).map(OwedLetter.ToSignIn::new);
            case InvitedItem.SK -> InvitedItem.colleague(partition).map(OwedLetter.ToColleague::new);
            default -> Optional.empty();
        };
    }

    /** Returns the request as it would be read after being written. */
    public static PendingSignIn readBack(PendingSignIn pending) {
        return PendingSignInItem.read(PendingSignInItem.write(pending));
    }
}
