package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.Session;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An audit record in the table: {@code S#<session>} / {@code A#<moment>#<registration, or SESSION>#<version>}, so in
 * chronological order. The version makes the key unique to the change, however often its write is retried. Once the
 * registration is erased the key is {@code A#<moment>#erased#<number>}. The record of an act that changes nothing has
 * {@code A#<hour>#<action>#<actor>}.
 */
final class AuditItem {

    static final String SK = "A#";

    private static final String ERASED_KEY = "#" + AuditEntry.ERASED + "#";

    private static final String AT = "at"; // S, timestamp
    private static final String WHO = "who"; // S
    private static final String WHAT = "what"; // S
    private static final String REGISTRATION = "registration"; // S, absent if the session itself was changed
    private static final String REASON = "reason"; // S
    private static final String VALUES = "values"; // L of M with what and the next three, optional
    private static final String SUBJECT = "subject"; // S
    private static final String BEFORE = "before"; // S
    private static final String AFTER = "after"; // S

    /** What an erased record keeps, unlike anything that this release does not know. */
    private static final List<String> KEPT_WHEN_ERASED = List.of(Keys.PK, AT, WHO, WHAT, Expiry.EXPIRES_AT);

    private AuditItem() {}

    /** Returns the record of a new revision of the session. */
    static Map<String, AttributeValue> write(Session session, AuditEntry entry) {
        return write(session, entry, "SESSION#" + session.revision());
    }

    /** Returns the record of an act that makes no revision; its key is of the moment, the act and who did it. */
    static Map<String, AttributeValue> ofReading(Session session, AuditEntry entry) {
        return write(
                session,
                entry,
                entry.what() + "#" + entry.reason() + "#" + entry.actor().name());
    }

    /** Returns the record of changes of registrations. */
    static Map<String, AttributeValue> write(RegistrationChanges changes, AuditEntry entry) {
        long version = changes.changes().stream()
                .map(RegistrationChange::before)
                .mapToLong(before ->
                        before.map(Registration::version).orElse(Version.NONE).number())
                .max()
                .orElse(0);
        String about = entry.registration().orElse("");
        // A record that never named anybody must not get the key of one that no longer does.
        String unique = about.equals(AuditEntry.ERASED) ? entry.what() + "-" + version : String.valueOf(version);
        return write(changes.session(), entry, about + "#" + unique);
    }

    /** Returns the record of an act that changes nothing, with the same key for all of an actor's in an hour. */
    static Map<String, AttributeValue> writeOnceAnHour(Session session, AuditEntry entry) {
        Instant hour = entry.at().truncatedTo(ChronoUnit.HOURS);
        return write(session, entry, hour, entry.what() + "#" + entry.actor().name());
    }

    static AuditEntry read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new AuditEntry(
                item.moment(AT),
                item.text(WHO, Actor::of),
                item.text(WHAT),
                item.optionalText(REGISTRATION),
                item.text(REASON, ""),
                item.list(VALUES).stream().map(AuditItem::value).toList());
    }

    /** Returns whether the record, readable or not, is about this registration. */
    static boolean isAbout(RegistrationId id, Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return item.text(Keys.SK).contains("#" + id + "#")
                || ItemReader.readOr(() -> item.optionalText(REGISTRATION), Optional.empty())
                        .equals(Optional.of(id.value()));
    }

    /** Returns whether this is the record of a registration that was erased. */
    static boolean isErased(Map<String, AttributeValue> values) {
        return Attributes.of(values).text(Keys.SK).contains(ERASED_KEY);
    }

    /**
     * Returns the record without anything about the person, as {@link AuditEntry#erased} does; works on an unreadable
     * one, too.
     *
     * @param number makes the key unique among those of the same moment
     */
    static Map<String, AttributeValue> erased(Map<String, AttributeValue> values, int number) {
        Map<String, AttributeValue> erased = new LinkedHashMap<>();
        KEPT_WHEN_ERASED.forEach(
                name -> Optional.ofNullable(values.get(name)).ifPresent(value -> erased.put(name, value)));
        Attributes item = Attributes.of(values);
        boolean gaveReason = !ItemReader.readOr(() -> item.text(REASON, ""), AuditEntry.ERASED)
                .isEmpty();
        return Attributes.of(erased)
                .with(Keys.SK, SK + moment(values) + ERASED_KEY + number)
                .with(REGISTRATION, AuditEntry.ERASED)
                .with(REASON, gaveReason ? AuditEntry.ERASED : "")
                .map();
    }

    /** Returns the record under the id that the registration has from now on; works on an unreadable one, too. */
    static Map<String, AttributeValue> moved(
            Map<String, AttributeValue> values, RegistrationId from, RegistrationId to) {
        String key = Attributes.of(values).text(Keys.SK);
        return Attributes.of(new LinkedHashMap<>(values))
                .with(Keys.SK, key.replace("#" + from + "#", "#" + to + "#"))
                .with(REGISTRATION, to.value())
                .map();
    }

    /** Returns the moment in the record's key, as text that sorts chronologically. */
    static String moment(Map<String, AttributeValue> values) {
        return Attributes.of(values).text(Keys.SK).split("#", -1)[1];
    }

    /** Returns when, by whom and what: the same before and after erasing. */
    static String withoutPerson(Map<String, AttributeValue> values) {
        return moment(values) + " " + values.get(WHO) + " " + values.get(WHAT);
    }

    private static Map<String, AttributeValue> write(Session session, AuditEntry entry, String unique) {
        return write(session, entry, entry.at(), unique);
    }

    private static Map<String, AttributeValue> write(
            Session session, AuditEntry entry, Instant keyMoment, String unique) {
        Attributes item = Attributes.of(Keys.of(
                        Keys.session(session.id()),
                        SK + Values.moment(keyMoment).s() + "#" + unique))
                .with(AT, entry.at())
                .with(WHO, entry.actor().name())
                .with(WHAT, entry.what())
                .with(REASON, entry.reason())
                .with(Expiry.EXPIRES_AT, Expiry.at(session.document().forgetAt()));
        entry.registration().ifPresent(id -> item.with(REGISTRATION, id));
        item.withAny(VALUES, entry.values().stream().map(AuditItem::write).toList());
        return item.map();
    }

    private static AttributeValue write(ChangedValue value) {
        return AttributeValue.fromM(Attributes.none()
                .with(WHAT, value.what())
                .with(SUBJECT, value.subject())
                .with(BEFORE, value.before())
                .with(AFTER, value.after())
                .map());
    }

    private static ChangedValue value(Attributes item) {
        return new ChangedValue(
                item.text(WHAT, ""), item.text(SUBJECT, ""), item.text(BEFORE, ""), item.text(AFTER, ""));
    }
}
