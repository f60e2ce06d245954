package nl.samenkomst.local.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.listsessions.ListSessionsHandler;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.style.HouseStyle;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Compares the cost of the agenda of a desk with ten years behind it and one that has just begun, with the same
 * sessions ahead, against DynamoDB Local on this machine.
 */
public final class LongPast {

    private static final int AHEAD = 100;
    private static final List<Integer> TOTALS = List.of(AHEAD, 1_000, 10_000);
    private static final Duration TEN_YEARS = Duration.ofDays(3652);
    private static final int WARM_UPS = 9;
    private static final int RUNS = 31;

    private static final List<String> TOPICS =
            List.of("Eenzaamheid", "Jeugd", "Participatie", "Wonen", "Schulden", "Taal", "Vrijwilligers", "Mantelzorg");
    private static final List<String> REGIONS =
            List.of("Drenthe", "Flevoland", "Gelderland", "Limburg", "Overijssel", "Utrecht", "Zeeland");
    private static final int SERIES = 20;

    private LongPast() {}

    /** Prints a table in Markdown; takes no arguments. */
    public static void main(String[] arguments) {
        Measurement.run(LongPast::take);
    }

    private static void take() throws Exception {
        Template template = Template.read(Path.of("template.yaml"), Map.of());
        Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (LocalDynamoDb table =
                LocalDynamoDb.start(template.table("agenda-0"), template.timeToLiveAttribute(), Optional.empty())) {
            List<ListFunction> desks = new ArrayList<>();
            for (int total : TOTALS) {
                String name = "agenda-" + total;
                table.client().createTable(template.table(name));
                ListFunction desk = new ListFunction(table.address(), name, now);
                publish(total, name, table.client(), now);
                desks.add(desk);
            }
            print(desks);
            desks.forEach(ListFunction::close);
        }
    }

    /** Publishes this many sessions: the first are ahead, one each day, the others spread over the past ten years. */
    private static void publish(int total, String table, DynamoDbClient client, Instant now) {
        try (BatchingDynamoDbClient batches = new BatchingDynamoDbClient(client)) {
            Sessions sessions = new DynamoDbSessions(batches, table);
            for (int i = 0; i < total; i++) {
                Instant start = i < AHEAD
                        ? now.plus(Duration.ofDays(i + 1))
                        : now.minus(Duration.ofDays(1))
                                .minus(TEN_YEARS.multipliedBy(i - AHEAD).dividedBy(total));
                SessionDocument document = document(i, start.truncatedTo(ChronoUnit.MINUTES));
                AuditEntry record =
                        new AuditEntry(now, Actor.LOCAL, AuditAction.SESSION_PUBLISHED, Optional.empty(), "");
                sessions.publish(Session.published(new SessionId("sessie-" + i), document, now), record);
            }
        }
    }

    private static SessionDocument document(int i, Instant start) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "Leersessie " + i + ": van losse activiteiten naar een aanpak");
        fields.put("summary", "We bekijken wat werkt, en wat andere gemeenten daarvan leerden. ".repeat(5));
        fields.put("organiser", "Kennisnetwerk Samen Leven");
        fields.put("contact", "contact@example.org");
        fields.put("start", start.toString());
        fields.put("end", start.plus(Duration.ofHours(2)).toString());
        fields.put("places", 30);
        fields.put("topics", List.of(TOPICS.get(i % TOPICS.size()), TOPICS.get((i + 3) % TOPICS.size())));
        fields.put("audience", List.of("Beleidsmedewerkers", "Professionals in zorg en welzijn"));
        fields.put("region", REGIONS.get(i % REGIONS.size()));
        fields.put("series", "Reeks " + i % SERIES);
        fields.put(
                "materials",
                List.of(Map.of("title", "Verslag", "url", "https://example.org/verslag.pdf", "when", "after")));
        return switch (SessionDocumentFields.parse(fields)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid ->
                throw new IllegalStateException(invalid.problems().toString());
        };
    }

    private static void print(List<ListFunction> desks) throws IOException {
        System.out.printf(Locale.ROOT, """

                The agenda, with %d sessions ahead of all that there are; those that have been lie in ten years. Median of %d
                runs by turns, after %d to warm up; read units as DynamoDB counts them.

                | of %d, %,d and %,d sessions | round trips | read units | ms | 10,000 : 100 |
                |---|--:|--:|--:|--:|
                """, AHEAD, RUNS, WARM_UPS, TOTALS.get(0), TOTALS.get(1), TOTALS.get(2));
        row("the first page", desks, 0, "GET /sessions", "lang=nl", "");
        row("the second page", desks, 0, "GET /sessions", "lang=nl&page=2", "");
        row("one topic", desks, 0, "GET /sessions", "lang=nl&topic=Jeugd", "");
        row("the calendar, 50 sessions", desks, 0, "GET /sessions.ics", "", "");
        row("JSON, 50 sessions", desks, 0, "GET /api/v1/sessions", "", "");
        row("a session and its series", desks, 0, "GET /sessions/{id}", "lang=nl", "sessie-0");
        row("what has been, from the first 900 on", desks, 1, "GET /sessions", "lang=nl&when=past", "");
    }

    /** Prints a row, starting from the first desk that has something to show. */
    private static void row(String what, List<ListFunction> all, int from, String route, String query, String id)
            throws IOException {
        List<ListFunction> desks = all.subList(from, all.size());
        byte[] event = event(route, query, id);
        List<List<Long>> times = new ArrayList<>();
        desks.forEach(desk -> times.add(new ArrayList<>()));
        for (int run = 0; run < WARM_UPS + RUNS; run++) {
            for (int i = 0; i < desks.size(); i++) {
                long time = desks.get(i).answer(event);
                if (run >= WARM_UPS) {
                    times.get(i).add(time);
                }
            }
        }
        List<String> roundTrips = new ArrayList<>();
        List<String> units = new ArrayList<>();
        List<String> milliseconds = new ArrayList<>();
        List<Long> medians = new ArrayList<>();
        for (int i = 0; i < desks.size(); i++) {
            desks.get(i).answer(event);
            roundTrips.add(String.valueOf(desks.get(i).roundTrips()));
            units.add("%.1f".formatted(desks.get(i).readUnits()));
            List<Long> sorted = times.get(i).stream().sorted().toList();
            medians.add(sorted.get(sorted.size() / 2));
            milliseconds.add("%.1f".formatted(medians.getLast() / 1e6));
        }
        double ratio = (double) medians.getLast() / medians.getFirst();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s |%n",
                what,
                String.join(", ", roundTrips),
                String.join(", ", units),
                String.join(", ", milliseconds),
                from == 0 ? "%.2f".formatted(ratio) : "%.2f to 1,000".formatted(ratio));
    }

    private static byte[] event(String route, String query, String id) throws IOException {
        Map<String, Object> event =
                JSON.std.mapFrom(Files.readString(Path.of("events", "list-sessions", "agenda.json")));
        event.put("routeKey", route);
        event.put("rawQueryString", query);
        event.put("pathParameters", Map.of("id", id));
        return JSON.std.asBytes(event);
    }

    /** One instance of the function that lists sessions, with its own table. */
    private static final class ListFunction implements AutoCloseable {

        private final Usage usage = new Usage();
        private final Meter meter = new Meter(UrlConnectionHttpClient.create());
        private final DynamoDbClient client;
        private final ListSessionsHandler handler;
        private double unitsBefore;

        ListFunction(URI table, String name, Instant now) {
            DynamoDbClientBuilder builder = DynamoDbClients.builder(meter);
            this.client = InterceptedClients.build(builder, table, new UsageMeter(usage));
            Settings settings = new Settings(Map.of(
                    "TABLE_NAME",
                    name,
                    "BASE_URL",
                    "https://aanmelden.example.org",
                    "SENDER",
                    "aanmelden@example.org",
                    "HOUSE_STYLE",
                    HouseStyle.DEFAULT));
            Wiring wiring = new Wiring(
                    settings,
                    Clock.fixed(now, ZoneOffset.UTC),
                    new SecureRandom(),
                    Sleeper.real(),
                    () -> client,
                    () -> {
                        throw new IllegalStateException("the agenda sends no letter");
                    });
            this.handler = new ListSessionsHandler(wiring);
        }

        /** Returns the nanoseconds from the event to the response. */
        long answer(byte[] event) throws IOException {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            meter.reset();
            unitsBefore = usage.of(Price.READ_UNITS);
            long start = System.nanoTime();
            handler.handleRequest(
                    new ByteArrayInputStream(event), answer, Invocation.of("list-sessions", Duration.ofSeconds(30)));
            long time = System.nanoTime() - start;
            if (!answer.toString(StandardCharsets.UTF_8).startsWith("{\"statusCode\":200")) {
                throw new IllegalStateException(answer.toString(StandardCharsets.UTF_8));
            }
            return time;
        }

        int roundTrips() {
            return meter.roundTrips();
        }

        double readUnits() {
            return usage.of(Price.READ_UNITS) - unitsBefore;
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
