package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.stream.StreamEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Tests the desk with handlers of its own: one owes a letter on request, and the other sends what is due. */
class DeskTest {

    private static final Desk.Options ANY_PORT = new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE);

    private final OwingHandlers handlers = new OwingHandlers();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Desk desk;

    DeskTest() throws IOException, InterruptedException {
        desk = Desk.start(ANY_PORT, handlers);
    }

    @AfterEach
    void close() {
        desk.close();
        client.close();
    }

    @Test
    void servesTheRoutesOfTheTemplate() throws Exception {
        assertThat(get("/sessions").body()).isEqualTo("GET /sessions");
        assertThat(get("/api/v1/organiser/sessions/a").body()).isEqualTo("GET /api/v1/organiser/sessions/{id}");
        assertThat(get("/nowhere").body()).isEqualTo("$default");
    }

    @Test
    void tellsFunctionsItsOwnAddress() throws Exception {
        assertThat(get("/sessions").statusCode()).isEqualTo(200);

        assertThat(handlers.baseUrlOf("ListSessionsFunction"))
                .isEqualTo(desk.address().toString());
    }

    @Test
    void showsLettersAsJson() throws Exception {
        owe("2000-01-01T00:00:00Z");
        advanceClock("PT0M");

        List<Object> letters = JSON.std.listFrom(getJson("/local/mailbox").body());

        assertThat(letters).hasSize(1);
        Map<?, ?> letter = (Map<?, ?>) letters.getFirst();
        assertThat(letter.keySet())
                .extracting(Object::toString)
                .containsExactly(
                        "id", "to", "subject", "kind", "session", "sentAt", "text", "html", "calendar", "delivery");
        String own = "/local/mailbox/" + letter.get("id");
        assertThat(JSON.std.mapFrom(getJson(own).body())).isEqualTo(letter);
        assertThat(get(own).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>")
                .contains("<a href=\"https://example.org/?a=1&amp;b=2\">");
        assertThat(get(own + ".eml").body()).startsWith("From: ");
        assertThat(get("/local").body()).contains("href=\"" + own + "\"");
    }

    @Test
    void sendsAtOnceWhatTheTableSaysIsDue() throws Exception {
        owe("2000-01-01T00:00:00Z");

        for (int i = 0; i < 100 && subjects().isEmpty(); i++) {
            Thread.sleep(50);
        }

        assertThat(subjects()).containsExactly("2000-01-01T00:00:00Z");
    }

    @Test
    void sendsEachLetterAtItsTimeWhenTheClockMoves() throws Exception {
        Instant now = now();
        Instant inTwoDays = now.plus(Duration.ofDays(2));
        Instant inThreeDays = now.plus(Duration.ofDays(3));
        owe(inThreeDays.toString());
        owe(inTwoDays.toString());
        owe(now.plus(Duration.ofDays(9)).toString());

        HttpResponse<String> answer = advanceClock("P7D");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Instant.parse(String.valueOf(JSON.std.mapFrom(answer.body()).get("now"))))
                .isBetween(now.plus(Duration.ofDays(7)).minusSeconds(3600), now.plus(Duration.ofDays(8)));
        assertThat(subjects()).containsExactly(inThreeDays.toString(), inTwoDays.toString());
        List<Object> letters = JSON.std.listFrom(getJson("/local/mailbox").body());
        Instant sentAt = Instant.parse(String.valueOf(((Map<?, ?>) letters.getLast()).get("sentAt")));
        assertThat(sentAt).isBetween(inTwoDays, inTwoDays.plusSeconds(60));
    }

    @Test
    void sendsABrowserBackToTheDesk() throws Exception {
        HttpResponse<String> answer = post("/local/clock", "to=2050-01-01T12%3A00%3A00%2B01%3A00", "text/html");
        assertThat(answer.statusCode()).isEqualTo(400);

        answer = post("/local/clock", "advance=P1D", "text/html");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).hasValue("/local");
    }

    @Test
    void refusesToMoveBackOrNowhere() throws Exception {
        for (String form : List.of("advance=-P1D", "advance=soon", "to=2001-01-01T00:00:00Z", "to=yesterday", "")) {
            HttpResponse<String> answer = post("/local/clock", form, "application/json");

            assertThat(answer.statusCode()).as(form).isEqualTo(400);
            assertThat(JSON.std.mapFrom(answer.body())).containsKey("detail");
        }
    }

    @Test
    void saysThatItsPortIsTaken() {
        Desk.Options samePort = new Desk.Options(desk.address().getPort(), Optional.empty(), false, TemplateTest.FILE);

        assertThatThrownBy(() -> Desk.start(samePort, handlers)).isInstanceOf(BindException.class);
    }

    @Test
    void usesTheConfiguredHouseStyle() throws Exception {
        Desk.Options inAnotherStyle = new Desk.Options(
                0, Optional.empty(), false, TemplateTest.FILE, Optional.of("gemeente"), Optional.empty());
        try (Desk other = Desk.start(inAnotherStyle, new OwingHandlers())) {
            URI page = URI.create(other.address() + "/local");
            assertThat(client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                            .body())
                    .contains("House style: gemeente.", "<svg ");
        }
        Desk.Options inNone =
                new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE, Optional.of("geen"), Optional.empty());
        assertThatThrownBy(() -> Desk.start(inNone, handlers))
                .hasMessage("HOUSE_STYLE cannot be used: there is no /styles/geen/tokens.css");
    }

    @Test
    void reportsWhatAKeptTableLacks(@TempDir Path data) throws Exception {
        CreateTableRequest today =
                Template.read(TemplateTest.FILE, TemplateTest.NAMES).table("samenkomst");
        CreateTableRequest older = today.toBuilder()
                .globalSecondaryIndexes(today.globalSecondaryIndexes().getFirst())
                .attributeDefinitions(today.attributeDefinitions().subList(0, 4))
                .build();
        LocalDynamoDb.start(older, "expiresAt", Optional.of(data.resolve("table")))
                .close();

        Desk.Options kept = new Desk.Options(0, Optional.of(data), false, TemplateTest.FILE);
        assertThatThrownBy(() -> Desk.start(kept, handlers))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the table samenkomst has no index listed");
    }

    @Test
    void aStoppedDeskSendsOnlyWhenItsClockMoves() throws Exception {
        try (Desk still = Desk.startPaused(ANY_PORT, new OwingHandlers())) {
            Instant start = still.time().now();
            URI owing = URI.create(still.address() + "/sessions?owe=2000-01-01T00:00:00Z");
            assertThat(client.send(HttpRequest.newBuilder(owing).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(still.letters()).isEmpty();

            still.time().advance(Duration.ofDays(1));

            assertThat(still.letters()).hasSize(1);
            assertThat(still.time().now()).isAfterOrEqualTo(start.plus(Duration.ofDays(1)));
        }
    }

    /** The function that comes later in the template writes what the earlier one gets. */
    @Test
    void everyFunctionOfTheStreamGetsItsRecordsAndTheRecordsOfOthersWrites(@TempDir Path folder) throws Exception {
        String events = "        LetterTroubles:\n          Type: SNS\n";
        String template = Files.readString(TemplateTest.FILE);
        assertThat(template).containsOnlyOnce(events);
        Path file = Files.writeString(folder.resolve("template.yaml"), template.replace(events, """
                        Mailboxes:
                          Type: DynamoDB
                          Properties:
                            StartingPosition: TRIM_HORIZON
                            BatchSize: 10
                            MaximumRetryAttempts: 1
                            BisectBatchOnFunctionError: false
                            FunctionResponseTypes: [ReportBatchItemFailures]
                            FilterCriteria:
                              Filters: [{ Pattern: '{"dynamodb": {"Keys": {"PK": {"S": [{"prefix": "M#"}]}}}}' }]
                """ + events));
        OwingHandlers owing = new OwingHandlers();
        List<String> mailboxes = new CopyOnWriteArrayList<>();
        Handlers withMailboxes = (function, local) -> function.logicalId().equals("NoteDeliveryFunction")
                ? (in, out, context) -> StreamEvent.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .ifPresent(stream -> stream.changes().forEach(change -> {
                            mailboxes.add(change.key().getOrDefault("PK", ""));
                            OwingHandlers.owe(local, "2000-01-01T00:00:00Z");
                        }))
                : owing.create(function, local);

        try (Desk paused = Desk.startPaused(new Desk.Options(0, Optional.empty(), false, file), withMailboxes)) {
            URI writing = URI.create(paused.address() + "/sessions?write=M%231");
            assertThat(client.send(HttpRequest.newBuilder(writing).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(paused.letters()).isEmpty();

            paused.time().advance(Duration.ZERO);

            assertThat(mailboxes).containsExactly("M#1");
            assertThat(paused.letters()).hasSize(1);
        }
    }

    private void owe(String dueAt) throws Exception {
        assertThat(get("/sessions?owe=" + dueAt).statusCode()).isEqualTo(200);
    }

    private Instant now() throws Exception {
        return Instant.parse(
                String.valueOf(JSON.std.mapFrom(getJson("/local/clock").body()).get("now")));
    }

    private List<String> subjects() throws Exception {
        return JSON.std.listFrom(getJson("/local/mailbox").body()).stream()
                .map(letter -> String.valueOf(((Map<?, ?>) letter).get("subject")))
                .toList();
    }

    private HttpResponse<String> advanceClock(String span) throws Exception {
        return post("/local/clock", "advance=" + span, "application/json");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> getJson(String path) throws Exception {
        return client.send(request(path).header("Accept", "application/json").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String accept) throws Exception {
        return client.send(
                request(path)
                        .header("Accept", accept)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(desk.address() + path));
    }
}
