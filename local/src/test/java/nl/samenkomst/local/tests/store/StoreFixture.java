package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.organiser.PublishOutcome;
import nl.samenkomst.domain.own.CancelOutcome;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.LinkSecrets;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signin.SignIns;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.dynamodb.DynamoDbMessages;
import nl.samenkomst.dynamodb.DynamoDbOrganisers;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.DynamoDbSignIns;
import nl.samenkomst.dynamodb.DynamoDbWorkQueue;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.StoppedClock;
import nl.samenkomst.style.HouseStyle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A store in a table of its own, the use cases on it, and shorthand for one session and the people who sign up for it. */
final class StoreFixture {

    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    /** When the session starts, unless its document says otherwise; it takes two hours. */
    static final ZonedDateTime START = ZonedDateTime.of(2026, 12, 3, 15, 0, 0, 0, ZoneId.of("Europe/Amsterdam"));

    static final SessionId ID = new SessionId("versnellingskamer");
    static final RegistrationState PLACE = new RegistrationState.Confirmed(NOW, false, Optional.empty());

    final StoppedClock clock = new StoppedClock(NOW);
    final Wiring wiring;
    final Sessions sessions;
    final AgendaIndex index;
    final Registrations registrations;
    final Messages messages;
    final WorkQueue workQueue;
    final Organisers organisers;
    private final FreshTable table;

    StoreFixture(FreshTable table) {
        this.table = table;
        this.wiring = new Wiring(
                new Settings(Map.of(
                        "TABLE_NAME", table.name(), "HOUSE_STYLE", HouseStyle.DEFAULT, "CONFIRM_ADDRESS", "none")),
                clock,
                new SecureRandom(),
                duration -> {},
                table::client,
                () -> {
                    throw new IllegalStateException("no letters here");
                });
        DynamoDbSessions stored = new DynamoDbSessions(table.client(), table.name());
        this.sessions = stored;
        this.index = stored;
        this.registrations = registrations(new SecureRandom());
        this.messages = new DynamoDbMessages(table.client(), table.name());
        this.workQueue = new DynamoDbWorkQueue(table.client(), table.name());
        this.organisers = new DynamoDbOrganisers(table.client(), table.name());
    }

    /** Returns the store in another instance, which makes the desk's key, if it has to, from this source. */
    Registrations registrations(RandomGenerator random) {
        return new DynamoDbRegistrations(table.client(), table.name(), new StoredDeskKey(random));
    }

    SignIns signIns() {
        return new DynamoDbSignIns(table.client(), table.name(), new StoredDeskKey(new SecureRandom()));
    }

    /** Puts an item into the table, past the store. */
    void put(Map<String, AttributeValue> item) {
        table.client().putItem(request -> request.tableName(table.name()).item(item));
    }

    /** Returns every item of the table. */
    List<Map<String, AttributeValue>> items() {
        return table.items();
    }

    static AuditEntry record(AuditAction what) {
        return new AuditEntry(NOW, Actor.LOCAL, what, Optional.empty(), "");
    }

    static String iso(ZonedDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    /** Publishes the session with these fields and values beside or instead of the required ones. */
    void publish(@Nullable Object... namesAndValues) {
        assertThat(publishAs(ID, namesAndValues)).isInstanceOf(PublishOutcome.Published.class);
    }

    /** Replaces the session's document, and promotes as the organiser's call does. */
    void change(@Nullable Object... namesAndValues) {
        assertThat(publishAs(ID, namesAndValues)).isInstanceOf(PublishOutcome.Changed.class);
        wiring.promote().promoteAll(ID);
    }

    /** Publishes another session, of two hours. */
    void publishAt(String id, ZonedDateTime start) {
        publishAs(id, "start", iso(start), "end", iso(start.plusHours(2)));
    }

    void publishAs(String id, @Nullable Object... namesAndValues) {
        publishAs(new SessionId(id), namesAndValues);
    }

    private PublishOutcome publishAs(SessionId id, @Nullable Object... namesAndValues) {
        return wiring.organiser()
                .publishSession()
                .publish(id, SampleDocuments.document(namesAndValues), Optional.empty(), Actor.LOCAL);
    }

    SessionSnapshot snapshot() {
        return sessions.find(ID).orElseThrow();
    }

    Session session() {
        return snapshot().session();
    }

    /** Returns the session's counters as {@code "2 taken, 1 waiting, 0 cancelled"}. */
    String places() {
        Places places = snapshot().places();
        return "%d taken, %d waiting, %d cancelled"
                .formatted(places.taken(), places.waiting(), places.count(Count.CANCELLED));
    }

    /** Returns each theme with its places taken and the number of people waiting, as {@code "buurt 1/2, werk 0/0"}. */
    String themes() {
        return snapshot().places().themes().entrySet().stream()
                .map(theme -> theme.getKey() + " " + theme.getValue().taken() + "/"
                        + theme.getValue().waiting())
                .collect(Collectors.joining(", "));
    }

    void signUp(String name) {
        wiring.register().register(ID, new SignUp(SampleRegistrations.person(name), Optional.empty()));
    }

    void signUp(String name, String theme) {
        wiring.register()
                .register(
                        ID,
                        new SignUp(SampleRegistrations.person(name), Optional.empty(), Optional.of(theme), Map.of()));
    }

    /** Returns the counters that the session would have if its registrations were counted again. */
    Places recount() {
        SessionSnapshot none =
                new SessionSnapshot(session(), Places.allFree(session().document()));
        List<RegistrationChange> everybody = new ArrayList<>();
        registrations
                .all(ID, clock.instant())
                .forEach(one -> everybody.add(new RegistrationChange(Optional.empty(), Optional.of(one))));
        return new RegistrationChanges(none, everybody).after();
    }

    void cancel(String name) {
        assertThat(wiring.cancel().cancel(ID, registration(name).ownLink()))
                .isInstanceOf(CancelOutcome.Cancelled.class);
    }

    RegistrationId id(String name) {
        return switch (registrations.deskKey()) {
            case Attempt.Settled<DeskKey> key ->
                key.value().registrationId(ID, SampleRegistrations.person(name).email());
            case Attempt.Conflict<DeskKey> conflict -> throw new AssertionError(conflict.cause());
        };
    }

    /** Reads the session, its places and this person's registration. */
    RegistrationSnapshot look(String name) {
        return registrations
                .find(ID, SampleRegistrations.person(name).email(), clock.instant())
                .orElseThrow();
    }

    Optional<Registration> find(String name) {
        return look(name).registration();
    }

    Registration registration(String name) {
        return find(name).orElseThrow();
    }

    /** Reads this person's mailbox. */
    Mailbox mailbox(String name) {
        return look(name).mailbox().orElseThrow();
    }

    String state(String name) {
        return registration(name).state().word();
    }

    /** Returns a waitlisted person's queue position, which the organiser's list must count alike. */
    int position(String name) {
        Registration registration = registration(name);
        int position = registrations.position(registration).orElseThrow();
        assertThat(wiring.organiser().listRegistrations().list(ID).orElseThrow())
                .filteredOn(one -> one.registration().equals(registration))
                .singleElement()
                .satisfies(one -> assertThat(one.position()).hasValue(position));
        return position;
    }

    /** Signs somebody up in this state, if nothing that was seen has changed. */
    WriteResult commit(RegistrationSnapshot seen, String name, RegistrationState state) {
        return registrations.commit(RegistrationChanges.signingUp(seen, newcomer(seen, name, state), NOW), NOW);
    }

    /** Changes somebody's registration, and counts it. */
    void change(String name, UnaryOperator<Registration> change) {
        RegistrationSnapshot seen = look(name);
        Registration known = seen.registration().orElseThrow();
        assertThat(registrations.commit(
                        RegistrationChanges.changing(seen.sessionSnapshot(), known, change.apply(known), NOW), NOW))
                .isEqualTo(WriteResult.committed());
    }

    /** Stores somebody's registration, changed in everything but its state and proof. */
    void update(Registration changed) {
        assertThat(registrations.update(session(), RegistrationChange.update(session(), changed, NOW), NOW))
                .isEqualTo(WriteResult.committed());
    }

    /** Returns a stored attribute of somebody's registration; null if absent. */
    @Nullable
    AttributeValue attribute(String name, String attribute) {
        return table.client()
                .getItem(request -> request.tableName(table.name())
                        .key(Map.of(
                                "PK", AttributeValue.fromS("S#" + ID.value()),
                                "SK", AttributeValue.fromS("R#" + id(name).value()))))
                .item()
                .get(attribute);
    }

    Registration newcomer(RegistrationSnapshot seen, String name, RegistrationState state) {
        return new Registration(
                ID,
                id(name),
                new LinkSecrets(LinkSecret.generate(new Random(1))),
                new UUID(1, 1),
                SampleRegistrations.person(name),
                Language.NL,
                NOW,
                Answers.NONE,
                NOW,
                state,
                Sequence.FIRST,
                LetterLog.empty(NOW),
                seen.session().revision(),
                Optional.empty(),
                Version.NONE,
                Optional.empty(),
                new AddressProof.Given(NOW),
                Optional.empty(),
                StoredOriginal.NONE);
    }
}
