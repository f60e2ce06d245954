package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.capacity.OtherRegistrations;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Finds a person's registrations for the other sessions of a series: the table has no index by address. */
public final class RegistrationsInSeries implements OtherRegistrations {

    /** Sessions of the series looked at, from the last to end backwards. */
    private static final int MAX_LOOKED_AT = 100;

    private final Table table;
    private final StoredDeskKey deskKey;
    private final AgendaIndex index;

    public RegistrationsInSeries(DynamoDbClient client, String tableName, StoredDeskKey deskKey) {
        this.table = new Table(client, tableName);
        this.deskKey = deskKey;
        this.index = new DynamoDbSessions(client, tableName);
    }

    @Override
    public List<Registration> of(Registration own, Session session, Instant now) {
        Optional<String> series = session.document().about().series();
        EmailAddress address = own.person().email();
        List<Map<String, AttributeValue>> keys = series.stream()
                .flatMap(this::sessions)
                .filter(other -> !other.equals(session.id()))
                .flatMap(other -> DynamoDbRegistrations.ids(deskKey.find(table), other, address).stream()
                        .map(id -> RegistrationItem.key(other, id)))
                .toList();
        return table.get(keys).stream()
                .filter(item -> Expiry.isLive(now, item))
                .flatMap(item -> ItemReader.tryRead(item, RegistrationItem::read).stream())
                .toList();
    }

    private Stream<SessionId> sessions(String series) {
        return Stream.of(true, false)
                .flatMap(isPublic -> index.ofSeries(series, isPublic, MAX_LOOKED_AT).stream())
                .map(SeriesEntry::id);
    }
}
