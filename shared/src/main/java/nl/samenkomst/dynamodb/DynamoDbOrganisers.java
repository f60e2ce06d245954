package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.Visit;
import nl.samenkomst.domain.access.Wanted;
import nl.samenkomst.domain.audit.OrganiserId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Organisers, their browser sessions and the desk's history in the table. */
public final class DynamoDbOrganisers implements Organisers {

    private final Table table;

    public DynamoDbOrganisers(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    @Override
    public Visit visit(SessionToken token, Wanted wanted, Instant now) {
        Map<String, AttributeValue> organiser = OrganiserItem.key(token.organiser());
        Map<String, AttributeValue> browser = BrowserSessionItem.key(token.organiser(), token.hash());
        List<Map<String, AttributeValue>> keys = new ArrayList<>(List.of(organiser, browser));
        wanted.session().ifPresent(id -> keys.addAll(List.of(SessionItem.key(id), PlacesItem.key(id))));
        Optional<Map<String, AttributeValue>> draft =
                wanted.session().filter(id -> wanted.draft()).map(DraftItem::key);
        draft.ifPresent(keys::add);
        Optional<Map<String, AttributeValue>> about = wanted.registration()
                .map(id -> RegistrationItem.key(wanted.session().orElseThrow(), id));
        about.ifPresent(keys::add);
        List<Map<String, AttributeValue>> items = table.get(keys);
        return new Visit(
                ItemReader.find(organiser, items, OrganiserItem::read),
                ItemReader.find(browser, items, BrowserSessionItem::read),
                wanted.session()
                        .map(id -> SessionItems.among(items))
                        .filter(SessionItems::exist)
                        .map(SessionItems::read),
                draft.flatMap(key -> ItemReader.find(key, items, DraftItem::read)),
                about.flatMap(key -> ItemReader.find(key, live(items, now), RegistrationItem::read)));
    }

    private static List<Map<String, AttributeValue>> live(List<Map<String, AttributeValue>> items, Instant now) {
        return items.stream().filter(item -> Expiry.isLive(now, item)).toList();
    }

    @Override
    public List<Organiser> all() {
        return table.all(table.query(beginningWith(OrganiserItem.SK)))
                .flatMap(item -> ItemReader.tryRead(item, OrganiserItem::read).stream())
                .toList();
    }

    @Override
    public Optional<Organiser> find(OrganiserId id) {
        return table.get(List.of(OrganiserItem.key(id))).stream()
                .flatMap(item -> ItemReader.tryRead(item, OrganiserItem::read).stream())
                .findFirst();
    }

    @Override
    public WriteResult add(Organiser organiser, DeskEntry record) {
        return table.transaction()
                .put(OrganiserItem.write(organiser), Keys.isNew())
                .put(DeskEntryItem.write(record))
                .commit();
    }

    @Override
    public WriteResult invite(Organiser organiser, Invitation invitation, DeskEntry record) {
        return table.transaction()
                .put(OrganiserItem.write(organiser), Keys.isNew())
                .put(InvitedItem.write(invitation))
                .put(LastInvitationItem.write(invitation))
                .put(DeskEntryItem.write(record))
                .commit();
    }

    @Override
    public Optional<Instant> invitedAt(OrganiserId id, Instant now) {
        return table.get(List.of(LastInvitationItem.key(id))).stream()
                .filter(item -> Expiry.isLive(now, item))
                .flatMap(item -> ItemReader.tryRead(item, LastInvitationItem::at).stream())
                .findFirst();
    }

    @Override
    public WriteResult inviteAgain(Invitation invitation, Optional<Instant> last, DeskEntry record) {
        return table.transaction()
                .put(LastInvitationItem.write(invitation), LastInvitationItem.isLast(last, invitation.at()))
                .put(InvitedItem.write(invitation))
                .put(DeskEntryItem.write(record))
                .commit();
    }

    @Override
    public WriteResult change(
            Organiser after, Optional<Organiser> stays, List<BrowserSession> ended, DeskEntry record) {
        Table.Transaction transaction = table.transaction()
                .put(
                        OrganiserItem.write(after),
                        OrganiserItem.isVersion(after.version().previous()))
                .put(DeskEntryItem.write(record));
        stays.ifPresent(one -> transaction.check(OrganiserItem.key(one.id()), OrganiserItem.isVersion(one.version())));
        ended.forEach(session -> transaction.delete(BrowserSessionItem.key(session)));
        return transaction.commit();
    }

    @Override
    public List<BrowserSession> browserSessions(OrganiserId id) {
        return table.all(table.query(beginningWith(BrowserSessionItem.prefix(id))))
                .flatMap(item -> ItemReader.tryRead(item, BrowserSessionItem::read).stream())
                .toList();
    }

    /** A write that fails is not repeated: the session would end early at most, after an hour without a request. */
    @Override
    public void touch(BrowserSession seen) {
        table.update(BrowserSessionItem.key(seen), BrowserSessionItem.touch(seen), Keys.exists());
    }

    @Override
    public WriteResult end(List<BrowserSession> sessions, DeskEntry record) {
        Table.Transaction transaction = table.transaction().put(DeskEntryItem.write(record));
        sessions.forEach(session -> transaction.delete(BrowserSessionItem.key(session)));
        return transaction.commit();
    }

    @Override
    public List<DeskEntry> history(Optional<DeskEntry.Position> before, int limit, Instant now) {
        QueryRequest.Builder query = table.query(beginningWith(DeskEntryItem.SK))
                .scanIndexForward(false)
                .limit(limit);
        before.ifPresent(position -> query.exclusiveStartKey(DeskEntryItem.key(position)));
        return table.client().query(query.build()).items().stream()
                .filter(item -> Expiry.isLive(now, item))
                .flatMap(item -> ItemReader.tryRead(item, DeskEntryItem::read).stream())
                .toList();
    }

    private static Condition beginningWith(String sort) {
        return Keys.inPartition(Keys.ORGANISERS).and(Condition.beginsWith(Keys.SK, Values.text(sort)));
    }
}
