package nl.samenkomst.local.tests.kit;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.agenda.SeriesOfSession;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.figures.KeepTally;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.domain.sending.OrganiserMailer;
import nl.samenkomst.domain.sending.PropagateSessionChange;
import nl.samenkomst.domain.sending.RateLimiter;
import nl.samenkomst.domain.sending.RemindOrganiser;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.domain.sending.SendReport;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signin.SignIns;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.writing.MessageDraft;
import nl.samenkomst.domain.writing.SendMessage;
import nl.samenkomst.dynamodb.DynamoDbMailboxes;
import nl.samenkomst.dynamodb.DynamoDbMessages;
import nl.samenkomst.dynamodb.DynamoDbOrganisers;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.DynamoDbSignIns;
import nl.samenkomst.dynamodb.DynamoDbWorkQueue;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.desk.LambdaFunction;
import nl.samenkomst.local.desk.LocalEnvironment;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.StreamPump;
import nl.samenkomst.style.HouseStyle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * A session in a table of its own, on Thursday 3 December 2026 at 15:00 in Amsterdam, and people who sign up for it.
 */
public final class Gathering {

    public static final SessionId ID = new SessionId("versnellingskamer");
    public static final Instant START = Instant.parse("2026-12-03T14:00:00Z");
    public static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    public final StoppedClock clock = new StoppedClock(NOW);
    private final FreshTable table = FreshTable.create();

    public Gathering(@Nullable Object... namesAndValues) {
        publish(namesAndValues);
    }

    public void publish(@Nullable Object... namesAndValues) {
        wiring().organiser().publishSession().publish(ID, document(namesAndValues), Optional.empty(), Actor.LOCAL);
    }

    /** Publishes another session beside the one under test. */
    public void publishAs(SessionId id, @Nullable Object... namesAndValues) {
        wiring().organiser().publishSession().publish(id, document(namesAndValues), Optional.empty(), Actor.LOCAL);
    }

    public Session session() {
        return sessions().find(ID).orElseThrow().session();
    }

    /** Returns the session's counters as {@code "2 taken, 1 waiting, 0 cancelled"}. */
    public String places() {
        Places places = sessions().find(ID).orElseThrow().places();
        return "%d taken, %d waiting, %d cancelled"
                .formatted(places.taken(), places.waiting(), places.count(Count.CANCELLED));
    }

    /** Signs somebody up, who confirms the address at once. */
    public void signUp(String name) {
        signUpUnconfirmed(name);
        confirm(name);
    }

    /** Signs somebody up for a theme, who confirms the address at once. */
    public void signUp(String name, String theme) {
        wiring().register().register(ID, new SignUp(person(name), Optional.empty(), Optional.of(theme), Map.of()));
        confirm(name);
    }

    public void confirm(String name) {
        wiring().confirmAddress().confirm(ID, find(name).ownLink());
    }

    /** Signs somebody up whose address nobody has confirmed. */
    public void signUpUnconfirmed(String name) {
        wiring().register().register(ID, form(name));
    }

    /** Changes somebody's registration, and counts it. */
    public void change(String name, UnaryOperator<Registration> change) {
        DynamoDbRegistrations registrations = registrations(table.client());
        Instant now = clock.instant();
        RegistrationSnapshot seen = registrations.find(ID, id(name), now).orElseThrow();
        Registration known = seen.registration().orElseThrow();
        RegistrationChanges changes =
                RegistrationChanges.changing(seen.sessionSnapshot(), known, change.apply(known), now);
        if (!registrations.commit(changes, now).isCommitted()) {
            throw new IllegalStateException("somebody else changed " + name);
        }
    }

    /** Makes somebody's address unconfirmed, so that the registration lapses unless it is confirmed by then. */
    public void awaitProof(String name, Instant until) {
        change(name, registration -> registration.with(new AddressProof.Awaited(Optional.of(until))));
    }

    /** Returns a sign-up for a session, and for these others of its series. */
    public static SignUp form(String name, SessionId... also) {
        return new SignUp(person(name), Optional.empty(), Optional.empty(), Map.of(), List.of(also));
    }

    public void cancel(String name) {
        wiring().cancel().cancel(ID, find(name).ownLink());
    }

    public void callOff() {
        wiring().organiser().cancelSession().cancel(ID, "", Actor.LOCAL);
    }

    public void reinstate() {
        wiring().organiser().cancelSession().reinstate(ID, Actor.LOCAL);
    }

    /** Returns what is recorded about the session and its registrations, oldest first. */
    public List<AuditEntry> changes() {
        return wiring().organiser().showChanges().show(ID).orElseThrow();
    }

    /** Returns the registrations as organisers list them. */
    public List<ListedRegistration> listed() {
        return wiring().organiser().listRegistrations().list(ID).orElseThrow();
    }

    public Registration find(String name) {
        return find(ID, name);
    }

    public Registration find(SessionId session, String name) {
        return registrations(table.client())
                .find(session, person(name).email(), clock.instant())
                .orElseThrow()
                .registration()
                .orElseThrow();
    }

    public Mailbox mailbox(String name) {
        return registrations(table.client())
                .find(ID, person(name).email(), clock.instant())
                .flatMap(RegistrationSnapshot::mailbox)
                .orElseThrow();
    }

    public WorkItem letterFor(String name) {
        return new WorkItem.Letter(ID, id(name), clock.instant());
    }

    public SendReport sweep(Mailer mailer) {
        return sendReminders(mailer).sendAllDue(Deadline.none());
    }

    public SendReminders sendReminders(Mailer mailer) {
        return sendReminders(mailer, mail -> new Delivery.Taken("to the organiser"));
    }

    public SendReminders sendReminders(Mailer mailer, OrganiserMailer toOrganisers) {
        return sendReminders(table.client(), mailer, toOrganisers);
    }

    /** Returns a sender that reaches registrations through this client. */
    public SendReminders sendReminders(DynamoDbClient client, Mailer mailer, OrganiserMailer toOrganisers) {
        DynamoDbRegistrations registrations = registrations(client);
        Retrier retrier = new Retrier(Duration.ofSeconds(5), new Random(1), duration -> {});
        return new SendReminders(
                registrations,
                new DynamoDbMailboxes(client, table.name()),
                new DynamoDbMessages(client, table.name()),
                sessions(),
                workQueue(),
                new PropagateSessionChange(
                        registrations,
                        new DynamoDbMessages(client, table.name()),
                        workQueue(),
                        wiring().promote(),
                        new KeepTally(sessions(), registrations, clock),
                        clock,
                        retrier),
                new RemindOrganiser(
                        sessions(),
                        registrations,
                        workQueue(),
                        toOrganisers,
                        clock,
                        new RateLimiter(1000, clock, duration -> {}),
                        retrier),
                new SeriesOfSession(sessions(), new DynamoDbSessions(client, table.name())),
                mailer,
                clock,
                new RateLimiter(1000, clock, duration -> {}),
                retrier);
    }

    /** Writes to everybody, for now, and returns the message's id. */
    public MessageId write(String text) {
        SendMessage sendMessage = wiring().organiser().sendMessage();
        MessageId id = sendMessage.newId(Actor.LOCAL);
        MessageText words = new MessageText(Language.NL, Map.of(Language.NL, new MessageWords("Bericht", text)));
        sendMessage.send(
                ID,
                id,
                new MessageDraft(words, MessageAudience.EVERYBODY, Optional.empty(), false),
                OptionalInt.empty(),
                Actor.LOCAL);
        return id;
    }

    public Wiring wiring() {
        return wiring(table.client());
    }

    /** Returns a wiring that reaches the table through this client, and throws if it sends a letter. */
    public Wiring wiring(DynamoDbClient client) {
        return wiring(client, () -> {
            throw new IllegalStateException("no letters here");
        });
    }

    /** Returns the table's ordinary client. */
    public DynamoDbClient table() {
        return table.client();
    }

    /** Returns the environment of a function in this gathering, with letters sent through this endpoint. */
    public LocalEnvironment with(MailEndpoint mail) {
        return new LocalEnvironment(settings(), clock, table::client, mail::client);
    }

    /** Returns a wiring with this mail service. */
    public Wiring wiring(Supplier<SesClient> ses) {
        return wiring(table.client(), ses);
    }

    /** Returns a wiring with this limit on each part of a list. */
    public Wiring wiring(PartLimit limit) {
        return new Wiring(
                new Settings(settings()),
                clock,
                new SecureRandom(),
                duration -> {},
                table::client,
                () -> {
                    throw new AssertionError("no letter is sent here");
                },
                limit);
    }

    /** Returns a wiring that reaches the table and the mail service through these clients. */
    public Wiring wiring(DynamoDbClient client, Supplier<SesClient> ses) {
        return new Wiring(new Settings(settings()), clock, new SecureRandom(), duration -> {}, () -> client, ses);
    }

    /** Gives the table its stream, of all writes from now on. */
    public void enableStream() {
        table.enableStream();
    }

    /** Delivers every write in the table's stream to this function. */
    public StreamPump stream(LambdaFunction function, Consumer<String> givenUp) {
        return table.stream(function, clock, givenUp);
    }

    /** Returns every item of the table. */
    public List<Map<String, AttributeValue>> items() {
        return table.items();
    }

    /** Makes these all the table's items again. */
    public void restore(List<Map<String, AttributeValue>> items) {
        table.restore(items);
    }

    /** Makes somebody's registration unreadable, by removing an attribute that our code always writes. */
    public void makeUnreadable(String name) {
        table.client()
                .updateItem(request -> request.tableName(table.name())
                        .key(Map.of(
                                "PK", AttributeValue.fromS("S#" + ID.value()),
                                "SK", AttributeValue.fromS("R#" + id(name).value())))
                        .updateExpression("REMOVE signedUpAt"));
    }

    /** Returns the environment variables of this gathering's functions. */
    public Map<String, String> settings() {
        return settings(table.name());
    }

    /** Returns the environment variables of functions with this table. */
    public static Map<String, String> settings(String table) {
        return Map.ofEntries(
                Map.entry("TABLE_NAME", table),
                Map.entry("BASE_URL", "https://aanmelden.example.org"),
                Map.entry("ORGANISER_URL", "https://organiser.example.org"),
                Map.entry("SENDER", "aanmelden@example.org"),
                Map.entry("CONFIRM_ADDRESS", "none"),
                Map.entry("LETTERS_PER_SECOND", "10000"),
                Map.entry("CONFIGURATION_SET", "letters"),
                Map.entry("HOUSE_STYLE", HouseStyle.DEFAULT),
                Map.entry("FIRST_ORGANISER", "noor@example.org"),
                Map.entry("SECOND_FACTOR", "totp"),
                Map.entry("OIDC_ISSUER", "none"),
                Map.entry("OIDC_CLIENT_ID", "none"),
                Map.entry("OIDC_SECRET_NAME", "none"),
                Map.entry("OIDC_ACR_VALUES", "none"),
                Map.entry("MAIL_SIGN_IN", "administrators"));
    }

    /** Returns the store of sessions, which is also the agenda's index. */
    public DynamoDbSessions sessions() {
        return sessions(table.client());
    }

    /** Returns the store of sessions, reached through this client. */
    public DynamoDbSessions sessions(DynamoDbClient client) {
        return new DynamoDbSessions(client, table.name());
    }

    public Organisers organisers() {
        return new DynamoDbOrganisers(table.client(), table.name());
    }

    public SignIns signIns() {
        return new DynamoDbSignIns(table.client(), table.name(), new StoredDeskKey(new SecureRandom()));
    }

    public WorkQueue workQueue() {
        return new DynamoDbWorkQueue(table.client(), table.name());
    }

    private DynamoDbRegistrations registrations(DynamoDbClient client) {
        return new DynamoDbRegistrations(client, table.name(), new StoredDeskKey(new SecureRandom()));
    }

    public RegistrationId id(String name) {
        return id(ID, name);
    }

    public RegistrationId id(SessionId session, String name) {
        return switch (registrations(table.client()).deskKey()) {
            case Attempt.Settled<DeskKey> key ->
                key.value().registrationId(session, person(name).email());
            case Attempt.Conflict<DeskKey> conflict -> throw new AssertionError(conflict.cause());
        };
    }

    private static Person person(String name) {
        return new Person(name, new EmailAddress(name + "@example.org"), Optional.empty());
    }

    private static SessionDocument document(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("title", "Versnellingskamer participatie");
        tree.put("organiser", "Zorgalliantie");
        tree.put("contact", "zorgalliantie@example.org");
        tree.put("start", "2026-12-03T15:00:00+01:00");
        tree.put("end", "2026-12-03T17:00:00+01:00");
        tree.put("notify", "decisions");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return switch (SessionDocumentFields.parse(tree)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
    }
}
