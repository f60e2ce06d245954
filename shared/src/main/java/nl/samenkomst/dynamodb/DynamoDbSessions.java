package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaEntry;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.AgendaScan;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.agenda.SessionStart;
import nl.samenkomst.domain.agenda.StartQuery;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.figures.KeepTally;
import nl.samenkomst.domain.figures.Tallies;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.session.ReadableParts;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Sessions and their places in the table. */
public final class DynamoDbSessions implements Sessions, AgendaIndex, Tallies {

    private final Table table;

    public DynamoDbSessions(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    /**
     * Returns a session and its places as they would be read after being written, without the table.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if what would be written cannot be read
     */
    public static SessionSnapshot readBack(SessionSnapshot written) {
        Session session = written.session();
        return new SessionItems(
                        SessionItem.write(session, Optional.empty()), PlacesItem.write(session.id(), written.places()))
                .read();
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        return Optional.ofNullable(items(List.of(id)).get(id))
                .filter(SessionItems::exist)
                .map(SessionItems::read);
    }

    @Override
    public List<SessionSnapshot> find(List<SessionId> ids) {
        Map<SessionId, SessionItems> items = items(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                .filter(SessionItems::exist)
                .flatMap(found -> found.tryRead().stream())
                .toList();
    }

    private Map<SessionId, SessionItems> items(List<SessionId> ids) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        ids.forEach(id -> {
            keys.add(SessionItem.key(id));
            keys.add(PlacesItem.key(id));
        });
        return table.get(keys).stream()
                .collect(Collectors.groupingBy(
                        item -> Keys.session(Attributes.of(item)),
                        Collectors.collectingAndThen(Collectors.toList(), SessionItems::among)));
    }

    /** Reads on past unreadable sessions, so that an empty result means that none follow. */
    @Override
    public List<SessionSnapshot> after(AgendaCursor cursor, int limit) {
        QueryResponse answer = table.client().query(after(cursor, limit, Map.of()));
        List<SessionSnapshot> found = find(ids(answer));
        while (found.isEmpty() && answer.hasLastEvaluatedKey()) {
            answer = table.client().query(after(cursor, limit, answer.lastEvaluatedKey()));
            found = find(ids(answer));
        }
        return found;
    }

    @Override
    public List<SessionStart> starts(StartQuery wanted) {
        boolean isUpcoming = wanted.direction() == AgendaDirection.UPCOMING;
        Instant moment = wanted.from().moment();
        QueryRequest.Builder query = table.queryIndex(
                        SessionItem.AGENDA_INDEX,
                        isUpcoming ? SessionItem.startsFrom(moment) : SessionItem.startsUntil(moment))
                .scanIndexForward(isUpcoming)
                .limit(wanted.limit());
        wanted.from().lastSeen().ifPresent(id -> query.exclusiveStartKey(SessionItem.agendaKey(id, moment)));
        return table.client().query(query.build()).items().stream()
                .flatMap(item -> ItemReader.tryRead(item, SessionItem::start).stream())
                .toList();
    }

    @Override
    public AgendaScan scan(AgendaDirection direction, AgendaCursor from, int limit) {
        QueryResponse answer = table.client().query(listedQuery(direction, from, limit + 1));
        List<AgendaEntry> entries = answer.items().stream()
                .limit(limit)
                .flatMap(item -> ItemReader.tryRead(item, SessionItem::entry).stream())
                .toList();
        // A query also stops after reading a megabyte; then it has a last evaluated key.
        boolean isMore = answer.items().size() > limit || answer.hasLastEvaluatedKey();
        return new AgendaScan(
                entries,
                isMore && !entries.isEmpty() ? Optional.of(AgendaCursor.after(entries.getLast())) : Optional.empty());
    }

    @Override
    public List<SeriesEntry> ofSeries(String series, boolean isPublic, int limit) {
        QueryRequest query = table.queryIndex(SessionItem.SERIES_INDEX, SessionItem.isInSeries(series, isPublic))
                .scanIndexForward(false)
                .limit(limit)
                .build();
        return table.client().query(query).items().stream()
                .flatMap(item -> ItemReader.tryRead(item, SessionItem::seriesEntry).stream())
                .toList();
    }

    @Override
    public WriteResult publish(Session session, AuditEntry record) {
        return publishing(table.transaction(), session, record).commit();
    }

    /** Adds the writes of a new session. */
    static Table.Transaction publishing(Table.Transaction transaction, Session session, AuditEntry record) {
        return transaction
                .put(SessionItem.write(session, KeepTally.dueAt(session, session.changedAt())), Keys.isNew())
                .put(PlacesItem.write(session.id(), Places.allFree(session.document())), Keys.isNew())
                .put(AuditItem.write(session, record), Keys.isNew());
    }

    @Override
    public WriteResult change(Session before, Session after, AuditEntry record) {
        return changing(table.transaction(), before, after, record).commit();
    }

    /** Adds the writes of a changed session, which is due at once to propagate its change. */
    static Table.Transaction changing(Table.Transaction transaction, Session before, Session after, AuditEntry record) {
        return transaction
                .put(SessionItem.write(after, Optional.of(record.at())), SessionItem.isRevision(before.revision()))
                .update(
                        PlacesItem.key(before.id()),
                        PlacesItem.followRevision(),
                        PlacesItem.isRevision(before.revision()))
                .put(AuditItem.write(after, record), Keys.isNew());
    }

    @Override
    public Map<SessionId, Tally> tallies(List<SessionId> ids) {
        Map<SessionId, Tally> found = new HashMap<>();
        table.get(ids.stream().map(TallyItem::key).toList())
                .forEach(item -> ItemReader.tryRead(item, TallyItem::read)
                        .ifPresent(tally -> found.put(Keys.session(Attributes.of(item)), tally)));
        return found;
    }

    @Override
    public WriteResult keep(SessionId id, Tally tally) {
        return table.put(TallyItem.write(id, tally), TallyItem.isOfNoMoreThan(tally));
    }

    @Override
    public Optional<ReadableParts> remains(SessionId id) {
        return Optional.ofNullable(items(List.of(id)).get(id))
                .filter(SessionItems::exist)
                .flatMap(items -> ItemReader.tryRead(items.places(), PlacesItem::revision)
                        .map(revision -> SessionItem.remains(id, revision, items.session())));
    }

    /** Writes on condition of the places' revision alone: they follow every change of the session and are readable. */
    @Override
    public WriteResult overwrite(ReadableParts before, Session after, AuditEntry record) {
        return table.transaction()
                .put(SessionItem.write(after, Optional.of(after.changedAt())), Keys.exists())
                .update(
                        PlacesItem.key(before.id()),
                        PlacesItem.followRevision(),
                        PlacesItem.isRevision(before.revision()))
                .put(AuditItem.write(after, record), Keys.isNew())
                .commit();
    }

    @Override
    public WriteResult record(Session session, AuditEntry record) {
        return table.transaction().put(AuditItem.ofReading(session, record)).commit();
    }

    @Override
    public boolean survivesRoundTrip(SessionDocument document) {
        try {
            return StoredDocument.read(
                            Attributes.of(StoredDocument.write(document).m()))
                    .equals(document);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    @Override
    public WriteResult noteOnceAnHour(Session session, AuditEntry record) {
        return table.put(AuditItem.writeOnceAnHour(session, record), Keys.isNew());
    }

    @Override
    public List<AuditEntry> changes(SessionId session, Instant now) {
        return table.all(table.query(Keys.beginningWith(session, AuditItem.SK)))
                .filter(item -> Expiry.isLive(now, item))
                .flatMap(item -> ItemReader.tryRead(item, AuditItem::read).stream())
                .toList();
    }

    /** Returns the ids of all sessions that start at this moment or later, the last first, of one query at most. */
    List<SessionId> startingFrom(Instant moment, int limit) {
        return ids(table.client()
                .query(table.queryIndex(SessionItem.AGENDA_INDEX, SessionItem.startsFrom(moment))
                        .scanIndexForward(false)
                        .limit(limit)
                        .build()));
    }

    private QueryRequest after(AgendaCursor cursor, int limit, Map<String, AttributeValue> startKey) {
        QueryRequest.Builder query = table.queryIndex(SessionItem.AGENDA_INDEX, SessionItem.startsFrom(cursor.moment()))
                .limit(limit);
        if (!startKey.isEmpty()) {
            return query.exclusiveStartKey(startKey).build();
        }
        cursor.lastSeen().ifPresent(id -> query.exclusiveStartKey(SessionItem.agendaKey(id, cursor.moment())));
        return query.build();
    }

    private static List<SessionId> ids(QueryResponse answer) {
        return answer.items().stream()
                .flatMap(item -> ItemReader.tryRead(item, key -> Keys.session(Attributes.of(key))).stream())
                .toList();
    }

    private QueryRequest listedQuery(AgendaDirection direction, AgendaCursor from, int limit) {
        QueryRequest.Builder query = table.queryIndex(SessionItem.LISTED_INDEX, SessionItem.isListed(direction, from))
                .scanIndexForward(direction == AgendaDirection.UPCOMING)
                .limit(limit);
        from.lastSeen().ifPresent(id -> {
            Map<String, AttributeValue> key = SessionItem.key(id);
            key.put(SessionItem.LISTED, Values.text(SessionItem.LIST_PARTITION));
            key.put(SessionItem.ENDS_AT, Values.moment(from.moment()));
            query.exclusiveStartKey(key);
        });
        return query.build();
    }
}
