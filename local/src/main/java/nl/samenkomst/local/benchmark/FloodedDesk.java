package nl.samenkomst.local.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.sendreminders.SendRemindersHandler;
import nl.samenkomst.style.HouseStyle;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/**
 * A desk that is flooded with made-up sign-ups, and whose only sender, invoked by schedule and stream one after the
 * other, moves the clock instead of waiting. The time that the sender works counts; the time of everybody else does not.
 */
final class FloodedDesk implements AutoCloseable {

    /** The session with an unlimited number of places, which two thirds of the flood are for. */
    static final SessionId LARGE = new SessionId("large");

    /** Number of sessions with few places and a waiting list, which the others are for. */
    private static final int SMALL_SESSIONS = 20;

    private static final int PLACES = 20;
    private static final SessionId REAL = new SessionId("real");

    /** Sign-ups in one transaction, which has at most 100 actions; two for each, and one for the places. */
    private static final int SIGN_UPS_AT_ONCE = 45;

    static final Duration CONFIRM_WITHIN = Duration.ofDays(1);

    private static final Duration SCHEDULE = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    /** How long before the end of a measurement the last person is added, whose letter must leave by then. */
    private static final Duration LAST_PERSON = Duration.ofSeconds(20);

    private static final Duration IDLE = Duration.ofMillis(200);
    private static final int BATCH = 100;

    private final LocalDynamoDb engine;
    private final String table;
    private final double gigabytes;
    private final FloodClock clock;
    private final ChangeStream stream;
    private final Usage usage = new Usage();
    private final Postbox postbox;
    private final DynamoDbClient sendersClient;
    private final DynamoDbClient othersClient;
    private final RandomGenerator random = new Random(1);
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
    private final List<Long> heap = new ArrayList<>();
    private int signUps;
    private int people;

    /** Something that happens at a moment, whatever the sender does then. */
    private record Event(Instant at, Runnable what) {}

    /** A letter that somebody is owed since a moment. */
    private record Waiting(String address, Instant since) {}

    /**
     * The sender's work for a while.
     *
     * @param letters all that left
     * @param waits how long each letter to a confirmed address took, shortest first
     * @param unserved letters to confirmed addresses that did not leave
     */
    record Result(int letters, List<Duration> waits, int unserved, Usage usage, long minHeap, long maxHeap) {}

    FloodedDesk(CreateTableRequest declared, String timeToLiveAttribute, double gigabytes, Instant now)
            throws IOException {
        this.table = declared.tableName();
        this.gigabytes = gigabytes;
        this.clock = new FloodClock(now);
        this.stream = new ChangeStream(clock);
        this.postbox = new Postbox(clock, usage);
        this.engine = LocalDynamoDb.start(
                declared.toBuilder()
                        .streamSpecification((StreamSpecification) null)
                        .build(),
                timeToLiveAttribute,
                Optional.empty());
        DynamoDbClientBuilder sender = DynamoDbClients.builder();
        sender.overrideConfiguration(sender.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(stream)
                .build());
        this.sendersClient = InterceptedClients.build(sender, engine.address(), new UsageMeter(usage));
        Duration wait = Duration.ofMinutes(1);
        this.othersClient = InterceptedClients.build(
                DynamoDbClient.builder()
                        .httpClient(UrlConnectionHttpClient.builder()
                                .socketTimeout(wait)
                                .build())
                        .overrideConfiguration(
                                settings -> settings.apiCallTimeout(wait).apiCallAttemptTimeout(wait)),
                engine.address(),
                stream);
        publish(LARGE, Optional.empty());
        publish(REAL, Optional.empty());
        for (int i = 0; i < SMALL_SESSIONS; i++) {
            publish(small(i), Optional.of(PLACES));
        }
    }

    private static SessionId small(int i) {
        return new SessionId("small-" + i);
    }

    FloodClock clock() {
        return clock;
    }

    int signUps() {
        return signUps;
    }

    /** Returns a wiring for everything but the sender, whose use is not counted. */
    Wiring wiring() {
        return wiring(othersClient, 1);
    }

    /** Returns a wiring whose use of the table this meter counts. */
    Wiring metered(UsageMeter meter) {
        return wiring(InterceptedClients.build(DynamoDbClients.builder(), engine.address(), meter), 1);
    }

    /** Returns the number of registrations of the flood that are cancelled, which none of their people did. */
    int lapsed() {
        int lapsed = places(LARGE).count(Count.CANCELLED);
        for (int i = 0; i < SMALL_SESSIONS; i++) {
            lapsed += places(small(i)).count(Count.CANCELLED);
        }
        return lapsed;
    }

    private Places places(SessionId session) {
        return sessions().find(session).orElseThrow().places();
    }

    /** Plans made-up sign-ups from now on, so many a second, at most as many as one transaction holds at a time. */
    void planFlood(int total, int perSecond) {
        Duration interval = Duration.ofSeconds(SIGN_UPS_AT_ONCE).dividedBy(perSecond);
        Instant at = clock.instant();
        for (int planned = 0; planned < total; planned += SIGN_UPS_AT_ONCE) {
            int number = Math.min(SIGN_UPS_AT_ONCE, total - planned);
            int turn = planned / SIGN_UPS_AT_ONCE;
            SessionId session = turn % 3 < 2 ? LARGE : small(turn / 3 % SMALL_SESSIONS);
            events.add(new Event(at, () -> flood(session, number)));
            at = at.plus(interval);
        }
    }

    /**
     * Lets the sender work at this rate for a while. Meanwhile the organiser adds somebody at each interval, whose address
     * therefore counts as confirmed, and who is owed a letter from that moment.
     */
    Result work(double lettersPerSecond, Duration duration, Duration interval) throws IOException {
        Instant end = clock.instant().plus(duration);
        List<Waiting> waiting = new ArrayList<>();
        for (Instant at = clock.instant().plus(interval); at.isBefore(end.minus(LAST_PERSON)); at = at.plus(interval)) {
            events.add(new Event(at, () -> waiting.add(addSomebody())));
        }
        heap.clear();
        int lettersBefore = postbox.letters();
        Usage before = usage.times(1);
        SendRemindersHandler handler = new SendRemindersHandler(wiring(sendersClient, lettersPerSecond));
        // The schedule does not begin with the flood.
        Instant nextRun = clock.instant().plus(SCHEDULE.dividedBy(6));
        while (clock.instant().isBefore(end)) {
            happen();
            if (!clock.instant().isBefore(nextRun)) {
                nextRun = nextRun.plus(SCHEDULE);
                invoke(handler, "{\"schedule\": \"every-five-minutes\"}".getBytes(StandardCharsets.UTF_8));
            } else if (!stream.isEmpty()) {
                stream.removeDelivered(invoke(handler, stream.event(BATCH)));
            } else {
                sleep(IDLE);
            }
        }
        List<Duration> waits = new ArrayList<>();
        waiting.forEach(one -> postbox.firstTo(one.address())
                .map(sent -> Duration.between(one.since(), sent))
                .ifPresent(waits::add));
        waits.sort(Comparator.naturalOrder());
        return new Result(
                postbox.letters() - lettersBefore,
                waits,
                waiting.size() - waits.size(),
                usage.plus(before.times(-1)),
                heap.stream().mapToLong(Long::longValue).min().orElse(0),
                heap.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    @Override
    public void close() {
        sendersClient.close();
        othersClient.close();
        engine.close();
    }

    private byte[] invoke(SendRemindersHandler handler, byte[] event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Instant begun = clock.instant();
        clock.start();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event),
                    answer,
                    Invocation.of("send-reminders", TIMEOUT, clock, FloodedDesk::printIfTrouble));
        } finally {
            clock.stop();
        }
        usage.add(Price.INVOCATIONS, 1);
        usage.add(
                Price.GIGABYTE_SECONDS,
                gigabytes * MeteredHandlers.billedMillis(Duration.between(begun, clock.instant())) / 1_000);
        return answer.toByteArray();
    }

    private static void printIfTrouble(String line) {
        if (!line.startsWith("{")) {
            System.err.println(line);
        }
    }

    /** Moves the clock over a pause, and stops wherever something happens. */
    private void sleep(Duration pause) {
        Instant end = clock.instant().plus(pause);
        while (!events.isEmpty() && !events.element().at().isAfter(end)) {
            clock.moveTo(events.element().at());
            happen();
        }
        clock.moveTo(end);
    }

    /** Lets happen what is due, in no time. */
    private void happen() {
        if (events.isEmpty() || events.element().at().isAfter(clock.instant())) {
            return;
        }
        boolean wasRunning = clock.isRunning();
        clock.stop();
        while (!events.isEmpty() && !events.element().at().isAfter(clock.instant())) {
            events.remove().what().run();
        }
        if (wasRunning) {
            clock.start();
        }
    }

    private void flood(SessionId session, int number) {
        SessionSnapshot seen = sessions().find(session).orElseThrow();
        Places places = seen.places();
        Instant now = clock.instant();
        List<RegistrationChange> changes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            RegistrationState state = places.admit(Optional.empty(), now);
            Registration signedUp = unconfirmed(seen, new EmailAddress("bot" + signUps++ + "@example.org"), state, now);
            changes.add(RegistrationChange.of(seen.session(), Optional.empty(), signedUp, now));
            places = new RegistrationChanges(seen, changes).after();
        }
        WriteResult result = registrations().commit(new RegistrationChanges(seen, changes), now);
        if (!result.isCommitted()) {
            // The sender promoted somebody between these two calls, which cannot happen while it stands still.
            throw new IllegalStateException("the flood met a conflict: " + result);
        }
    }

    private Registration unconfirmed(SessionSnapshot seen, EmailAddress address, RegistrationState state, Instant now) {
        return Registration.signedUp(
                seen.session(),
                Optional.empty(),
                deskKey().registrationId(seen.session().id(), address),
                LinkSecret.generate(random),
                seen.places().firstSequence(),
                new UUID(random.nextLong(), random.nextLong()),
                new Person("Jan Jansen", address, Optional.of("Gemeente Ede")),
                Language.NL,
                Answers.NONE,
                state,
                new AddressProof.Awaited(Optional.of(now.plus(CONFIRM_WITHIN))),
                now);
    }

    private Waiting addSomebody() {
        heap.add(usedHeap());
        EmailAddress address = new EmailAddress("iemand" + people++ + "@example.org");
        postbox.watch(address.value());
        wiring().organiser()
                .addRegistration()
                .add(
                        REAL,
                        new SignUp(new Person("Noor Bakker", address, Optional.empty()), Optional.empty()),
                        Actor.LOCAL);
        return new Waiting(address.value(), clock.instant());
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void publish(SessionId id, Optional<Integer> places) {
        wiring().organiser().publishSession().publish(id, document(places), Optional.empty(), Actor.LOCAL);
    }

    private SessionDocument document(Optional<Integer> places) {
        Instant start = clock.instant().plus(Duration.ofDays(30));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "Versnellingskamer Participatie");
        fields.put("organiser", "Zorgalliantie");
        fields.put("contact", "contact@example.org");
        fields.put("start", start.toString());
        fields.put("end", start.plus(Duration.ofHours(2)).toString());
        places.ifPresent(number -> fields.put("places", number));
        return switch (SessionDocumentFields.parse(fields)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid ->
                throw new IllegalStateException(invalid.problems().toString());
        };
    }

    private Wiring wiring(DynamoDbClient client, double lettersPerSecond) {
        Settings settings = new Settings(Map.of(
                "TABLE_NAME",
                table,
                "HOUSE_STYLE",
                HouseStyle.DEFAULT,
                "BASE_URL",
                "https://aanmelden.example.org",
                "ORGANISER_URL",
                "https://organiser.example.org",
                "SENDER",
                "aanmelden@example.org",
                "CONFIGURATION_SET",
                "letters",
                "CONFIRM_ADDRESS",
                CONFIRM_WITHIN.toString(),
                "LETTERS_PER_SECOND",
                String.valueOf(lettersPerSecond)));
        Sleeper pause = this::sleep;
        return new Wiring(settings, clock, new SecureRandom(), pause, () -> client, () -> postbox);
    }

    private DynamoDbSessions sessions() {
        return new DynamoDbSessions(othersClient, table);
    }

    private DeskKey deskKey() {
        return new Retrier(Duration.ofSeconds(1), random, Sleeper.real()).call(registrations()::deskKey);
    }

    private DynamoDbRegistrations registrations() {
        return new DynamoDbRegistrations(othersClient, table, new StoredDeskKey(new SecureRandom()));
    }
}
