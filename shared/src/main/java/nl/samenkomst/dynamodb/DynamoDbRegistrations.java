package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.QueueEntry;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Registrations in the table; every change of a registration's state is one transaction with the session's places. */
public final class DynamoDbRegistrations implements Registrations {

    /**
     * A transaction has at most 100 actions (AWS, TransactWriteItems): two per person, two per audit record of an erased
     * one, and a few for what frees places.
     */
    private static final int MAX_PROMOTIONS = 25;

    /** With the promotions that they allow, below 100 actions: three for each, and below 4 MB even if all are large. */
    private static final int MAX_CANCELLATIONS = 10;

    /** The audit records that are erased in the same transaction as their registration; any others are before it. */
    private static final int MAX_ERASED_WITH_REGISTRATION = 16;

    private static final int MAX_ERASED_BEFORE = 50;

    static final WriteResult COMPUTED_LATER =
            new WriteResult.Conflict(new IllegalStateException("computed with a later revision before"));

    private final Table table;
    private final StoredDeskKey deskKey;

    public DynamoDbRegistrations(DynamoDbClient client, String tableName, StoredDeskKey deskKey) {
        this.table = new Table(client, tableName);
        this.deskKey = deskKey;
    }

    /**
     * Returns a session, its places and a registration as they would be read after being written, without the table.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if what would be written cannot be read
     */
    public static RegistrationSnapshot readBack(RegistrationSnapshot written) {
        SessionSnapshot sessionSnapshot = DynamoDbSessions.readBack(written.sessionSnapshot());
        Instant forgetAt = written.session().document().forgetAt();
        return new RegistrationSnapshot(
                sessionSnapshot.session(),
                sessionSnapshot.places(),
                written.registration()
                        .map(registration -> RegistrationItem.write(registration, forgetAt))
                        .map(item -> ItemReader.read(item, RegistrationItem::read)),
                written.mailbox().map(MailboxItem::readBack));
    }

    @Override
    public Optional<RegistrationSnapshot> find(SessionId session, RegistrationId registration, Instant now) {
        return find(session, List.of(registration), Optional.empty(), now);
    }

    /** An earlier release's registration goes before one with an id of today, of which it may be a copy. */
    @Override
    public Optional<RegistrationSnapshot> find(SessionId session, EmailAddress address, Instant now) {
        Optional<DeskKey> key = deskKey.find(table);
        return find(session, ids(key, session, address), key.map(known -> known.mailboxId(address)), now);
    }

    /** Returns the ids that the registration of the person with this address may have: as of releases before 4, first. */
    static List<RegistrationId> ids(Optional<DeskKey> key, SessionId session, EmailAddress address) {
        return Stream.concat(
                        Stream.of(RegistrationId.withoutKey(session, address)),
                        key.map(known -> known.registrationId(session, address)).stream())
                .toList();
    }

    @Override
    public Attempt<DeskKey> deskKey() {
        return deskKey.findOrMake(table);
    }

    /** Reads the first registration that there is of these, and this mailbox, in one call. */
    private Optional<RegistrationSnapshot> find(
            SessionId session, List<RegistrationId> ids, Optional<MailboxId> mailbox, Instant now) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        keys.add(SessionItem.key(session));
        keys.add(PlacesItem.key(session));
        ids.forEach(id -> keys.add(RegistrationItem.key(session, id)));
        mailbox.ifPresent(id -> keys.add(MailboxItem.key(id)));
        List<Map<String, AttributeValue>> items = table.get(keys);
        SessionItems ofSession = SessionItems.among(items);
        if (!ofSession.exist()) {
            return Optional.empty();
        }
        SessionSnapshot found = ofSession.read();
        return Optional.of(new RegistrationSnapshot(
                found.session(),
                found.places(),
                ids.stream()
                        .flatMap(id -> items.stream().filter(item -> RegistrationItem.hasId(id, item)))
                        .filter(item -> Expiry.isLive(now, item))
                        .findFirst()
                        .map(item -> ItemReader.read(item, RegistrationItem::read)),
                mailbox.map(id -> items.stream()
                        .filter(MailboxItem::isOne)
                        .findFirst()
                        .map(item -> ItemReader.read(item, MailboxItem::read))
                        .orElseGet(() -> Mailbox.unknown(id)))));
    }

    @Override
    public int maxPromotions() {
        return MAX_PROMOTIONS;
    }

    @Override
    public int maxCancellations() {
        return MAX_CANCELLATIONS;
    }

    @Override
    public WriteResult commit(RegistrationChanges changes, Instant now) {
        Session session = changes.session();
        List<AuditErasure> audit = auditErasures(changes);
        int first = Math.max(0, audit.size() - MAX_ERASED_WITH_REGISTRATION);
        for (int from = 0; from < first; from += MAX_ERASED_BEFORE) {
            Table.Transaction some = table.transaction();
            audit.subList(from, Math.min(from + MAX_ERASED_BEFORE, first)).forEach(one -> one.addTo(some));
            WriteResult result = some.commit();
            if (!result.isCommitted()) {
                return result;
            }
        }
        Table.Transaction transaction = table.transaction()
                .update(PlacesItem.key(session.id()), PlacesItem.difference(changes), PlacesItem.allow(changes));
        if (changes.isDecoy()) {
            writeDecoys(changes, now, transaction);
        } else {
            write(changes, now, transaction);
        }
        audit.subList(first, audit.size()).forEach(one -> one.addTo(transaction));
        for (AuditEntry entry : changes.records()) {
            transaction.put(AuditItem.write(changes, entry), Keys.isNew());
        }
        changes.mailbox().ifPresent(mailbox -> {
            MailboxItem.store(mailbox, now, transaction);
            changes.refusedBy().ifPresent(link -> transaction.put(RefusedLinkItem.write(link, mailbox.id())));
        });
        return transaction.commit();
    }

    private static void write(RegistrationChanges changes, Instant now, Table.Transaction transaction) {
        Session session = changes.session();
        for (RegistrationChange change : changes.changes()) {
            write(session, change, now, transaction);
            changeQueue(session, change, transaction);
        }
        if (changes.tellOrganiser()) {
            transaction.update(NoticeItem.key(session.id()), NoticeItem.enqueue(changes, now));
        }
    }

    /** Writes an item of the same size in place of each that the changes would put. */
    private static void writeDecoys(RegistrationChanges changes, Instant now, Table.Transaction transaction) {
        Instant forgetAt = changes.session().document().forgetAt();
        for (RegistrationChange change : changes.changes()) {
            Registration after = change.after().orElseThrow();
            changes.kept()
                    .ifPresentOrElse(
                            kept -> write(changes.session(), kept, now, transaction),
                            () -> transaction.put(
                                    DecoyItem.of(RegistrationItem.write(after, forgetAt), now), DecoyItem.ALWAYS));
            change.queueNumberAfter()
                    .ifPresent(number -> transaction.put(DecoyItem.of(QueueItem.write(after, number, forgetAt), now)));
        }
        if (changes.tellOrganiser()) {
            transaction.put(DecoyItem.of(NoticeItem.key(changes.session().id()), now));
        }
    }

    @Override
    public WriteResult update(Session current, RegistrationChange change, Instant now) {
        if (isComputedLater(current, change)) {
            return COMPUTED_LATER;
        }
        Registration after = change.after().orElseThrow();
        return table.put(RegistrationItem.write(after, current.document().forgetAt()), isUnchanged(after, now));
    }

    @Override
    public WriteResult update(Session current, RegistrationChange change, Mailbox mailbox, Instant now) {
        if (isComputedLater(current, change)) {
            return COMPUTED_LATER;
        }
        Table.Transaction transaction = table.transaction();
        write(current, change, now, transaction);
        MailboxItem.store(mailbox, now, transaction);
        return transaction.commit();
    }

    @Override
    public WriteResult decoy(SessionId session, Mailbox mailbox, Instant now) {
        Table.Transaction transaction = table.transaction();
        transaction.put(DecoyItem.besideMailbox(session, mailbox.id(), now), DecoyItem.ALWAYS);
        MailboxItem.store(mailbox, now, transaction);
        return transaction.commit();
    }

    static boolean isComputedLater(Session current, RegistrationChange change) {
        return current.revision().isBefore(change.before().orElseThrow().sessionRevision());
    }

    @Override
    public Iterable<QueueEntry> queue(SessionId session) {
        return () -> table.all(table.query(QueueItem.upTo(session, QueueItem.LAST)))
                .flatMap(item -> ItemReader.tryRead(item, QueueItem::read).stream())
                .iterator();
    }

    @Override
    public List<Registration> findAll(SessionId session, List<RegistrationId> ids, Instant now) {
        return table
                .get(ids.stream().map(id -> RegistrationItem.key(session, id)).toList())
                .stream()
                .filter(item -> Expiry.isLive(now, item))
                .flatMap(item -> ItemReader.tryRead(item, RegistrationItem::read).stream())
                .toList();
    }

    @Override
    public int position(SessionId session, RegistrationState.Waitlisted waiting) {
        Condition ahead = QueueItem.upTo(session, waiting.number());
        QueryRequest.Builder query = waiting.wish()
                .map(theme -> table.query(ahead, QueueItem.couldTake(theme)))
                .orElseGet(() -> table.query(ahead));
        return table.client().queryPaginator(query.select(Select.COUNT).build()).stream()
                .mapToInt(QueryResponse::count)
                .sum();
    }

    @Override
    public Iterable<Registration> all(SessionId session, Instant now) {
        return () -> items(session)
                .filter(item -> Expiry.isLive(now, item))
                .flatMap(item -> ItemReader.tryRead(item, RegistrationItem::read).stream())
                .iterator();
    }

    @Override
    public Iterable<RegistrationId> computedBefore(SessionId session, Revision revision, Instant now) {
        return () -> items(session)
                .filter(item -> RegistrationItem.mayBeComputedBefore(revision, now, item))
                .flatMap(item -> ItemReader.tryRead(item, key -> RegistrationItem.id(Attributes.of(key))).stream())
                .iterator();
    }

    private Stream<Map<String, AttributeValue>> items(SessionId session) {
        return table.all(table.query(Keys.beginningWith(session, RegistrationItem.SK)));
    }

    static void write(Session session, RegistrationChange change, Instant now, Table.Transaction transaction) {
        if (change.isMove()) {
            erase(change.before().orElseThrow(), now, transaction);
        }
        change.after()
                .ifPresentOrElse(
                        after -> transaction.put(
                                RegistrationItem.write(after, session.document().forgetAt()), isUnchanged(after, now)),
                        () -> erase(change.before().orElseThrow(), now, transaction));
    }

    private static void erase(Registration registration, Instant now, Table.Transaction transaction) {
        transaction
                .delete(
                        RegistrationItem.key(registration.session(), registration.id()),
                        RegistrationItem.isVersion(registration.version()))
                .put(ErasureItem.write(registration.session(), registration.id(), now));
    }

    /**
     * Returns what to do about the audit trail. It cannot grow meanwhile: each record of it is written with the next
     * version of its registration, and the erasure, or the move to another id, is conditional on the version.
     */
    private List<AuditErasure> auditErasures(RegistrationChanges changes) {
        List<RegistrationId> erased = changes.changes().stream()
                .filter(change -> change.after().isEmpty())
                .map(change -> change.before().orElseThrow().id())
                .toList();
        List<AuditErasure> audit =
                erased.isEmpty() ? new ArrayList<>() : new ArrayList<>(AuditErasure.of(erased, trail(changes)));
        changes.changes().stream()
                .filter(RegistrationChange::isMove)
                .forEach(move -> audit.addAll(AuditErasure.moving(
                        move.before().orElseThrow().id(),
                        move.after().orElseThrow().id(),
                        trail(changes))));
        return audit;
    }

    private Iterable<Map<String, AttributeValue>> trail(RegistrationChanges changes) {
        return () -> audit(changes.session().id()).iterator();
    }

    private Stream<Map<String, AttributeValue>> audit(SessionId session) {
        return table.all(table.query(Keys.beginningWith(session, AuditItem.SK)));
    }

    /** Adds, removes or renumbers a person's queue entry, or gives it another theme. */
    private static void changeQueue(Session session, RegistrationChange change, Table.Transaction transaction) {
        OptionalLong before = change.queueNumberBefore();
        OptionalLong after = change.queueNumberAfter();
        boolean stays = after.isPresent() && after.equals(before);
        if (before.isPresent() && !stays) {
            transaction.delete(QueueItem.key(session.id(), before.getAsLong()), Keys.exists());
        }
        if (after.isPresent()) {
            transaction.put(
                    QueueItem.write(
                            change.after().orElseThrow(),
                            after.getAsLong(),
                            session.document().forgetAt()),
                    stays ? Keys.exists() : Keys.isNew());
        }
    }

    /**
     * The condition that the stored registration is still the version read; for a new one, that it is absent or
     * expired.
     */
    private static Condition isUnchanged(Registration after, Instant now) {
        return after.version().equals(Version.NONE.next())
                ? Keys.isNew().or(Expiry.hasPassed(now))
                : RegistrationItem.isVersion(after.version().previous());
    }
}
