package nl.samenkomst.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.capacity.OtherRegistrations;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A person's registrations in the table. It has no index by address: so the id that the person would have in each session
 * is looked up.
 */
public final class DynamoDbOtherRegistrations implements OtherRegistrations {

    /** Sessions of the series looked at, from the last to end backwards. */
    private static final int MAX_OF_SERIES = 100;

    /** Sessions looked at, from the last to start backwards. */
    private static final int MAX_OF_ALL = 1000;

    /** Registrations for earlier sessions have long expired, unless the organiser keeps them for longer than a year. */
    private static final Duration LOOKED_BACK = Duration.ofDays(366);

    private final Table table;
    private final StoredDeskKey deskKey;
    private final DynamoDbSessions sessions;

    public DynamoDbOtherRegistrations(DynamoDbClient client, String tableName, StoredDeskKey deskKey) {
        this.table = new Table(client, tableName);
        this.deskKey = deskKey;
        this.sessions = new DynamoDbSessions(client, tableName);
    }

    @Override
    public List<Registration> inSeries(Registration own, Session session, Instant now) {
        List<SessionId> ofSeries = session.document().about().series().stream()
                .flatMap(this::sessionsOf)
                .toList();
        return among(ofSeries, own, now);
    }

    private Stream<SessionId> sessionsOf(String series) {
        return Stream.of(true, false)
                .flatMap(isPublic -> sessions.ofSeries(series, isPublic, MAX_OF_SERIES).stream())
                .map(SeriesEntry::id);
    }

    @Override
    public List<Registration> everywhere(Registration own, Instant now) {
        return among(sessions.startingFrom(now.minus(LOOKED_BACK), MAX_OF_ALL), own, now);
    }

    @Override
    public List<Registration> among(Collection<SessionId> some, Registration own, Instant now) {
        EmailAddress address = own.person().email();
        Optional<DeskKey> key = some.isEmpty() ? Optional.empty() : deskKey.find(table);
        List<Map<String, AttributeValue>> keys = some.stream()
                .filter(other -> !other.equals(own.session()))
                .flatMap(other -> DynamoDbRegistrations.ids(key, other, address).stream()
                        .map(id -> RegistrationItem.key(other, id)))
                .toList();
        return table.get(keys).stream()
                .filter(item -> Expiry.isLive(now, item))
                .flatMap(item -> ItemReader.tryRead(item, RegistrationItem::read).stream())
                .toList();
    }
}
