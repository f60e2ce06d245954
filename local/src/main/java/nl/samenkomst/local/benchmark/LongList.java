package nl.samenkomst.local.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.LinkSecrets;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.managesessions.ManageSessionsHandler;
import nl.samenkomst.style.HouseStyle;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Measures the cost of the organiser's list of a session with 10,000 registrations, following its links to the next
 * part, against DynamoDB Local on this machine.
 */
public final class LongList {

    private static final String TABLE = "list";
    private static final int PEOPLE = 10_000;
    private static final int QUESTIONS = 20;
    private static final int MAX_ANSWER_LENGTH = 2_000;

    /** One registration in this many has the maximum number and length of answers. */
    private static final int LONG_EVERY = 20;

    private static final Pattern NEXT = Pattern.compile("<[^?]+\\?([^>]+)>; rel=\"next\"");

    private final ManageSessionsHandler handler;
    private final Map<String, Object> event;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private LongList(ManageSessionsHandler handler) throws IOException {
        this.handler = handler;
        this.event = JSON.std.mapFrom(Files.readString(Path.of("events", "manage-sessions", "registrations.json")));
    }

    /** Prints a table in Markdown; takes no arguments. */
    public static void main(String[] arguments) {
        Measurement.run(LongList::take);
    }

    private static void take() throws Exception {
        Template template = Template.read(Path.of("template.yaml"), Map.of());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (LocalDynamoDb table =
                LocalDynamoDb.start(template.table(TABLE), template.timeToLiveAttribute(), Optional.empty())) {
            DynamoDbClient client = clientWithLongTimeouts(table.address());
            Settings settings = new Settings(
                    Map.of("TABLE_NAME", TABLE, "HOUSE_STYLE", HouseStyle.DEFAULT, "CONFIRM_ADDRESS", "none"));
            Wiring wiring = new Wiring(
                    settings,
                    Clock.fixed(now, ZoneOffset.UTC),
                    new SecureRandom(),
                    Sleeper.real(),
                    () -> client,
                    () -> {
                        throw new IllegalStateException("a list sends no letter");
                    });
            LongList list = new LongList(new ManageSessionsHandler(wiring));
            System.out.printf(Locale.ROOT, """

                    The list of a session with %,d registrations, in parts; the function in %d MB of memory together with DynamoDB
                    Local, which takes most of the time. CPU and memory are the function's own; memory is all that a part allocates.

                    | list | parts | largest answer | all parts | slowest part | CPU of all | CPU of the most | memory of the most |
                    |---|--:|--:|--:|--:|--:|--:|--:|
                    """, PEOPLE, Runtime.getRuntime().maxMemory() >> 20);
            for (int every : new int[] {0, LONG_EVERY}) {
                SessionId session = new SessionId("every-" + every);
                signUp(wiring, client, session, every, now);
                String with = every == 0
                        ? ""
                        : ", every %dth with %d answers of %,d characters"
                                .formatted(every, QUESTIONS, MAX_ANSWER_LENGTH);
                list.row("JSON" + with, "", session);
                list.row("CSV" + with, ".csv", session);
                list.row("workbook" + with, ".xlsx", session);
                list.row("on paper" + with, ".html", session);
            }
            System.out.printf(Locale.ROOT, "%nPeak of the heap, DynamoDB Local's included: %d MB.%n", peak() >> 20);
        }
    }

    /** Creates a client with time-outs of five minutes, since DynamoDB Local is slow here. */
    private static DynamoDbClient clientWithLongTimeouts(URI table) {
        Duration wait = Duration.ofMinutes(5);
        return DynamoDbClient.builder()
                .httpClient(
                        UrlConnectionHttpClient.builder().socketTimeout(wait).build())
                .overrideConfiguration(settings -> settings.apiCallTimeout(wait).apiCallAttemptTimeout(wait))
                .endpointOverride(table)
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(LocalDynamoDb.CREDENTIALS)
                .build();
    }

    /**
     * Registers everybody with two short answers; one in {@code every}, if it is not 0, with the maximum of answers.
     */
    private static void signUp(Wiring wiring, DynamoDbClient client, SessionId id, int every, Instant now) {
        wiring.organiser().publishSession().publish(id, document(now), Optional.empty(), Actor.LOCAL);
        Session session =
                wiring.organiser().showSession().show(id).orElseThrow().session();
        Random random = new Random(1);
        try (BatchingDynamoDbClient batches = new BatchingDynamoDbClient(client)) {
            DynamoDbRegistrations registrations = new DynamoDbRegistrations(batches, TABLE, new StoredDeskKey(random));
            for (int i = 0; i < PEOPLE; i++) {
                boolean isLong = every > 0 && i % every == 0;
                registrations.update(
                        session,
                        RegistrationChange.update(session, registration(session, i, isLong, random, now), now),
                        now);
            }
        }
    }

    private static Registration registration(Session session, int i, boolean isLong, Random random, Instant now) {
        EmailAddress address = new EmailAddress("persoon" + i + "@example.org");
        Instant at = now.minusSeconds(PEOPLE - i);
        String typed = isLong
                ? "Wat werkt er, \"écht\"?\n".repeat(MAX_ANSWER_LENGTH).substring(0, MAX_ANSWER_LENGTH)
                : "Wat werkt er?";
        Map<QuestionId, List<String>> answers = IntStream.range(0, isLong ? QUESTIONS : 2)
                .boxed()
                .collect(Collectors.toMap(question -> new QuestionId("vraag-" + question), question -> List.of(typed)));
        return new Registration(
                session.id(),
                RegistrationId.withoutKey(session.id(), address),
                new LinkSecrets(LinkSecret.generate(random)),
                new UUID(random.nextLong(), random.nextLong()),
                new Person("Persoon van der Meer-" + i, address, Optional.of("Gemeente Ede")),
                Language.NL,
                at,
                new Answers(answers),
                at,
                i % 2 == 0
                        ? new RegistrationState.Confirmed(at, false, Optional.empty())
                        : new RegistrationState.Waitlisted(at, i, Optional.empty()),
                Sequence.FIRST,
                LetterLog.empty(at),
                session.revision(),
                Optional.empty(),
                Version.NONE.next(),
                Optional.empty(),
                new AddressProof.Given(at),
                Optional.empty(),
                StoredOriginal.NONE);
    }

    private static SessionDocument document(Instant now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "Versnellingskamer Participatie");
        fields.put("organiser", "Zorgalliantie");
        fields.put("contact", "contact@example.org");
        fields.put("start", now.plus(Duration.ofDays(30)).toString());
        fields.put("end", now.plus(Duration.ofDays(31)).toString());
        fields.put(
                "questions",
                IntStream.range(0, QUESTIONS)
                        .mapToObj(i -> Map.of("id", "vraag-" + i, "label", "Vraag " + i, "kind", "text"))
                        .toList());
        return switch (SessionDocumentFields.parse(fields)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid ->
                throw new IllegalStateException(invalid.problems().toString());
        };
    }

    private void row(String what, String format, SessionId session) throws IOException {
        int parts = 0;
        int largest = 0;
        long time = 0;
        long slowest = 0;
        long cpu = 0;
        long mostCpu = 0;
        long mostMemory = 0;
        Optional<String> query = Optional.of("");
        while (query.isPresent()) {
            byte[] bytes = event(format, session, query.get());
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            long cpuBefore = threads.getCurrentThreadCpuTime();
            long memoryBefore = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            handler.handleRequest(
                    new ByteArrayInputStream(bytes), answer, Invocation.of("manage-sessions", Duration.ofSeconds(30)));
            long took = System.nanoTime() - start;
            long cpuTook = threads.getCurrentThreadCpuTime() - cpuBefore;
            parts++;
            largest = Math.max(largest, answer.size());
            time += took;
            slowest = Math.max(slowest, took);
            cpu += cpuTook;
            mostCpu = Math.max(mostCpu, cpuTook);
            mostMemory = Math.max(mostMemory, threads.getCurrentThreadAllocatedBytes() - memoryBefore);
            query = next(answer.toByteArray());
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %,d bytes | %.1f s | %.1f s | %.1f s | %.2f s | %d MB |%n",
                what,
                parts,
                largest,
                time / 1e9,
                slowest / 1e9,
                cpu / 1e9,
                mostCpu / 1e9,
                mostMemory >> 20);
    }

    private byte[] event(String format, SessionId session, String query) throws IOException {
        Map<String, Object> one = new LinkedHashMap<>(event);
        one.put("routeKey", event.get("routeKey") + format);
        one.put("rawQueryString", query);
        one.put("pathParameters", Map.of("id", session.value()));
        return JSON.std.asBytes(one);
    }

    private static Optional<String> next(byte[] answer) throws IOException {
        Map<String, Object> tree = JSON.std.mapFrom(answer);
        if (!Integer.valueOf(200).equals(tree.get("statusCode"))) {
            throw new IllegalStateException(String.valueOf(tree.get("body")));
        }
        String link = tree.get("headers") instanceof Map<?, ?> headers ? String.valueOf(headers.get("link")) : "";
        Matcher next = NEXT.matcher(link);
        return next.matches() ? Optional.of(next.group(1)) : Optional.empty();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
