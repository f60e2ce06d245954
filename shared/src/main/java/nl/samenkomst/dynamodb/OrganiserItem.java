package nl.samenkomst.dynamodb;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Identity;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An organiser in the table, {@code ORGANISERS} / {@code O#<id>}. The secret of the second factor is another item. A former one
 * expires when the desk's history no longer names them.
 */
final class OrganiserItem {

    static final String SK = "O#";

    /** Begins the partition key of an organiser's second factor. */
    private static final String FACTOR = "F#";

    private static final String NAME = "name"; // S
    private static final String EMAIL = "email"; // S
    private static final String ROLE = "role"; // S, the word of a Role
    private static final String SCOPE = "scope"; // M, empty for all sessions, or with one of the next two
    private static final String SESSIONS = "sessions"; // L of S
    private static final String SERIES = "series"; // S
    private static final String ADDED_AT = "addedAt"; // S, timestamp
    private static final String ENDS_AT = "endsOn"; // S, timestamp, optional; not endsAt, which is in an index
    private static final String FACTOR_SINCE = "factorSince"; // S, timestamp, optional
    private static final String ISSUER = "issuer"; // S, optional, with the next
    private static final String SUBJECT = "subject"; // S
    private static final String SIGNED_IN_AT = "signedInAt"; // S, timestamp, optional
    private static final String VERSION = "version"; // N

    private OrganiserItem() {}

    static Map<String, AttributeValue> key(OrganiserId id) {
        return Keys.of(Keys.ORGANISERS, SK + id.value());
    }

    /** Returns whether this is the item of an organiser. */
    static boolean isOne(Map<String, AttributeValue> item) {
        Attributes key = Attributes.of(item);
        return key.text(Keys.PK).equals(Keys.ORGANISERS) && key.text(Keys.SK).startsWith(SK);
    }

    /** Returns the key of the organiser whose second factor this is; empty if it is another item. */
    static Optional<Map<String, AttributeValue>> keyByFactor(Map<String, AttributeValue> item) {
        String partition = Attributes.of(item).text(Keys.PK);
        return partition.startsWith(FACTOR)
                ? Optional.of(Keys.of(Keys.ORGANISERS, SK + Keys.withoutPrefix(FACTOR, partition)))
                : Optional.empty();
    }

    /** Returns the stored version; 0 if it cannot be read. */
    static long versionOrZero(Map<String, AttributeValue> item) {
        return ItemReader.readOr(() -> Attributes.of(item).longNumber(VERSION), 0L);
    }

    static Map<String, AttributeValue> write(Organiser organiser) {
        Attributes item = Attributes.of(key(organiser.id()))
                .with(NAME, organiser.name())
                .with(EMAIL, organiser.email().value())
                .with(ROLE, organiser.role().word())
                .with(SCOPE, AttributeValue.fromM(write(organiser.scope()).map()))
                .with(ADDED_AT, organiser.addedAt())
                .with(VERSION, organiser.version().number());
        organiser
                .endsAt()
                .ifPresent(at -> item.with(ENDS_AT, at).with(Expiry.EXPIRES_AT, Expiry.at(at.plus(DeskEntry.MEMORY))));
        organiser.factorSince().ifPresent(at -> item.with(FACTOR_SINCE, at));
        organiser
                .identity()
                .ifPresent(account -> item.with(ISSUER, account.issuer()).with(SUBJECT, account.subject()));
        organiser.signedInAt().ifPresent(at -> item.with(SIGNED_IN_AT, at));
        return item.map();
    }

    static Organiser read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Organiser(
                item.text(Keys.SK, key -> new OrganiserId(Keys.withoutPrefix(SK, key))),
                item.text(NAME),
                item.text(EMAIL, EmailAddress::new),
                item.text(ROLE, OrganiserItem::role),
                scope(item.inner(SCOPE)),
                item.moment(ADDED_AT),
                item.optionalMoment(ENDS_AT),
                item.optionalMoment(FACTOR_SINCE),
                item.optionalText(ISSUER).map(issuer -> new Identity(issuer, item.text(SUBJECT))),
                item.optionalMoment(SIGNED_IN_AT),
                new Version(item.longNumber(VERSION)));
    }

    /** The condition that the stored organiser is this version. */
    static Condition isVersion(Version version) {
        return Condition.isEqual(VERSION, Values.number(version.number()));
    }

    private static Role role(String word) {
        return Role.of(word).orElseThrow(() -> new IllegalArgumentException("not a role"));
    }

    private static Attributes write(Scope scope) {
        return switch (scope) {
            case Scope.All _ -> Attributes.none();
            case Scope.Named named ->
                Attributes.none()
                        .with(
                                SESSIONS,
                                AttributeValue.fromL(named.sessions().stream()
                                        .map(SessionId::value)
                                        .sorted()
                                        .map(Values::text)
                                        .toList()));
            case Scope.OfSeries ofSeries -> Attributes.none().with(SERIES, ofSeries.series());
        };
    }

    private static Scope scope(Attributes scope) {
        if (scope.has(SERIES)) {
            return new Scope.OfSeries(scope.text(SERIES));
        }
        if (!scope.has(SESSIONS)) {
            return new Scope.All();
        }
        Set<SessionId> sessions = new HashSet<>();
        scope.texts(SESSIONS).forEach(id -> SessionId.parse(id).ifPresent(sessions::add));
        return new Scope.Named(sessions);
    }
}
