package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.Wiring;
import nl.samenkomst.cancel.CancelHandler;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.listsessions.ListSessionsHandler;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.HandlerCalls;
import nl.samenkomst.managesessions.ManageSessionsHandler;
import nl.samenkomst.register.RegisterHandler;
import nl.samenkomst.sendreminders.SendRemindersHandler;
import nl.samenkomst.xlsx.ReadWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Damages or alters one item of each kind in each way, then uses the whole desk: what can be read is read; the rest is
 * left out, logged by its key and repaired by the organiser; nothing else is disturbed.
 */
class DamagedItemsTest {

    private static final SessionId OTHER = new SessionId("vervolg");
    private static final SessionId REVIEWED = new SessionId("gesprek");

    /** In this order: two have a place, the others wait. */
    private static final List<String> NAMES = List.of("anna", "bo", "cas", "dirk", "esra");

    /** Part of the error page that stands in for an unreadable session. */
    private static final String ERROR_PAGE_TEXT = "Er ging iets mis bij ons";

    private static final Gathering GATHERING =
            new Gathering("places", 2, "series", "Participatie", "topics", List.of("Wonen"));
    private static final List<Map<String, AttributeValue>> UNDAMAGED = undamaged();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream originalOut = System.out;
    private final Mailbox mailbox = new Mailbox(GATHERING.clock, Optional.empty());
    private final MailEndpoint mail = MailEndpoint.start(mailbox);
    private final Wiring wiring = GATHERING.with(mail).wiring();
    private final HandlerCalls calls = new HandlerCalls(Map.of(
            "list-sessions", new ListSessionsHandler(wiring),
            "register", new RegisterHandler(wiring),
            "cancel", new CancelHandler(wiring),
            "manage-sessions", new ManageSessionsHandler(wiring),
            "send-reminders", new SendRemindersHandler(wiring)));

    DamagedItemsTest() throws IOException {}

    /** Signs people up, one of them for a session with review, and returns all items a day later. */
    private static List<Map<String, AttributeValue>> undamaged() {
        GATHERING.publishAs(OTHER, "series", "Participatie");
        NAMES.forEach(GATHERING::signUp);
        GATHERING.publishAs(REVIEWED, "admission", "reviewed");
        GATHERING.wiring().register().register(REVIEWED, Gathering.form("finn"));
        GATHERING
                .wiring()
                .organiser()
                .listRegistrations()
                .list(REVIEWED)
                .orElseThrow()
                .forEach(finn -> GATHERING
                        .wiring()
                        .confirmAddress()
                        .confirm(REVIEWED, finn.registration().ownLink()));
        GATHERING.clock.advance(Duration.ofDays(1));
        return GATHERING.items();
    }

    @BeforeEach
    void repair() {
        GATHERING.restore(UNDAMAGED);
    }

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        System.setOut(originalOut);
        mail.close();
    }

    /**
     * A way to damage or alter an item.
     *
     * @param kind how the item's sort key starts: {@code SESSION}, {@code PLACES}, {@code R#}, {@code W#}, {@code A#}
     * or {@code REVIEW}
     * @param isRead whether the item can still be read
     */
    record Damage(String kind, String what, boolean isRead, UnaryOperator<Map<String, AttributeValue>> done) {

        @Override
        public String toString() {
            return kind + " " + what;
        }
    }

    static Stream<Damage> sessions() {
        return Stream.of(
                strange("SESSION", "of a later release", item -> with(item, "later", AttributeValue.fromS("x"))),
                strange("SESSION", "with a later field", document("later", AttributeValue.fromS("x"))),
                strange("SESSION", "with an unknown rule for who may come", document("admission", text("by-lottery"))),
                strange("SESSION", "in an unknown language", document("language", text("fy"))),
                strange("SESSION", "with an unknown kind of question", document("questions", question("scale"))),
                strange("SESSION", "with a choice without options", document("questions", question("choice"))),
                strange("SESSION", "in a zone that is no more", document("timeZone", text("Europe/Amstelveen"))),
                strange(
                        "SESSION",
                        "with an offset that its zone does not have",
                        document("start", text("2026-12-03T17:00:00+03:00"))),
                strange("SESSION", "with a longer title than is let through", document("title", text("t".repeat(900)))),
                strange(
                        "SESSION",
                        "with a longer span than is let through",
                        document("retention", text("PT11665H39M"))),
                strange("SESSION", "with too long a retention", document("retention", text("P99999D"))),
                strange("SESSION", "with more topics than are let through", document("topics", texts(80))),
                strange(
                        "SESSION",
                        "that closes after its start",
                        document("closes", text("2027-01-01T00:00:00+01:00"))),
                strange("SESSION", "without optional fields", DamagedItemsTest::withoutOptionalFields),
                strange("SESSION", "without what came later", item -> without(item, "news", "correctedIn", "movedIn")),
                strange("SESSION", "with null for what is absent", document("summary", AttributeValue.fromNul(true))),
                damage("SESSION", "without a document", item -> without(item, "document")),
                damage("SESSION", "whose document is a text", item -> with(item, "document", text("{}"))),
                damage("SESSION", "whose title is a number", document("title", AttributeValue.fromN("1"))),
                damage("SESSION", "whose topics are a text", document("topics", text("Wonen"))),
                damage("SESSION", "whose start is no moment", document("start", text("soon"))),
                damage("SESSION", "that ends before it starts", document("end", text("2026-12-03T14:00:00+01:00"))),
                damage("SESSION", "whose contact is no address", document("contact", text("Noor de Vries"))),
                damage("SESSION", "whose retention is no span", document("retention", text("a month"))),
                damage("SESSION", "whose places are a text", document("places", text("two"))),
                damage("SESSION", "whose picture is no address", document("image", text("::"))),
                damage("SESSION", "without a revision", item -> without(item, "revision")),
                damage("SESSION", "whose revision is a text", item -> with(item, "revision", text("one"))),
                damage("SESSION", "without the moment of its last change", item -> without(item, "changedAt")),
                damage("SESSION", "whose cancellation is a text", item -> with(item, "cancellation", text("yes"))),
                damage("SESSION", "whose news are a number", item -> with(item, "news", AttributeValue.fromN("1"))));
    }

    static Stream<Damage> places() {
        return Stream.of(
                damage("PLACES", "without their version", item -> without(item, "version")),
                damage("PLACES", "whose number taken is a text", item -> with(item, "taken", text("two"))),
                damage("PLACES", "without the last number in line", item -> without(item, "lastInLine")),
                damage("PLACES", "of a theme of no name", item -> with(item, "taken:", AttributeValue.fromN("1"))));
    }

    static Stream<Damage> registrations() {
        return Stream.of(
                strange("R#", "of a later release", item -> with(item, "later", text("x"))),
                strange("R#", "in an unknown language", item -> with(item, "language", text("fy"))),
                strange("R#", "with an unknown kind of letter", item -> with(item, "letters", letters("proof"))),
                strange(
                        "R#",
                        "with a longer name than is let through",
                        item -> with(item, "name", text("n".repeat(900)))),
                strange(
                        "R#",
                        "with a longer address",
                        item -> with(item, "email", text("n".repeat(80) + "@example.org"))),
                strange("R#", "without what came later", item -> without(item, "choseAt", "changes", "failures")),
                damage("R#", "without the moment of signing up", item -> without(item, "signedUpAt")),
                damage("R#", "whose name is a number", item -> with(item, "name", AttributeValue.fromN("1"))),
                damage("R#", "in an unknown state", item -> with(item, "state", text("proving"))),
                damage("R#", "whose letters are a text", item -> with(item, "letters", text("none"))),
                damage("R#", "whose answers are a list", item -> with(item, "answers", texts(1))),
                damage("R#", "without a version", item -> without(item, "version")),
                strange("R#", "that expires at no moment", item -> with(item, "expiresAt", text("soon"))),
                damage("R#", "whose address is none", item -> with(item, "email", text("Noor de Vries"))),
                damage("R#", "whose secret is none", item -> with(item, "secret", text("?"))));
    }

    static Stream<Damage> others() {
        return Stream.of(
                strange("W#", "of a later release", item -> with(item, "later", text("x"))),
                damage("W#", "of nobody", item -> without(item, "registration")),
                damage("W#", "whose registration is none", item -> with(item, "registration", text("?"))),
                strange(
                        "W#",
                        "of somebody who is not there",
                        item -> with(item, "registration", text("AAECAwQFBgcICQoLDA0ODw"))),
                strange("A#", "of a later release", item -> with(item, "what", text("confirmed-by-hand"))),
                damage("A#", "of nobody", item -> without(item, "who")),
                damage("A#", "at no moment", item -> with(item, "at", text("then"))),
                strange("REVIEW", "of a later release", item -> with(item, "later", text("x"))),
                damage("REVIEW", "whose failures are a text", item -> with(item, "failures", text("none"))),
                damage("REVIEW", "due at no moment", item -> with(item, "dueAt", text("0"))));
    }

    static Stream<Damage> all() {
        return Stream.of(sessions(), places(), registrations(), others()).flatMap(every -> every);
    }

    @ParameterizedTest
    @MethodSource("all")
    void disturbsNothingElse(Damage damage) throws IOException {
        String link = GATHERING.find("anna").ownLink().token();
        String linkOfCas = GATHERING.find("cas").ownLink().token();

        damage(damage);

        boolean sessionIsRead = damage.isRead() || !List.of("SESSION", "PLACES").contains(damage.kind());
        assertListsHaveTheOthers(damage, sessionIsRead);
        assertThat(ownPage(link)).as(damage.toString()).isEqualTo(sessionIsRead ? 200 : 500);
        assertThat(ownPage(linkOfCas))
                .as(damage.toString())
                .isEqualTo(sessionIsRead && (damage.isRead() || !damage.kind().equals("R#")) ? 200 : 500);
        assertOthersCanSignUp(sessionIsRead);
        assertOrganiserSeesTheRest(damage, sessionIsRead);
        sweep();
        if (!damage.isRead()) {
            sweep();
        }
        assertOthersGetLetters(damage, sessionIsRead);
        if (sessionIsRead) {
            assertFreedPlaceIsTaken(link);
        }
        if (damage.kind().equals("SESSION")) {
            assertOrganiserCanRepair(damage);
        }
        if (!damage.isRead()) {
            assertThat(log.toString(StandardCharsets.UTF_8))
                    .contains("{\"unreadableItem\": \"S#")
                    .contains(damage.kind());
        } else {
            assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("unreadableItem");
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("example.org", "Noor", "nnnn");
    }

    @Test
    void givesAFreedPlacePastAnUnreadablePerson() throws IOException {
        GATHERING.cancel("dirk");
        GATHERING.cancel("esra");
        damage(damage("R#", "in an unknown state", item -> with(item, "state", text("proving"))));

        GATHERING.cancel("anna");
        GATHERING.signUp("gijs");
        sweep();

        assertThat(GATHERING.find("gijs").state().holdsPlace()).isTrue();
        assertThat(mailbox.letters())
                .anyMatch(letter ->
                        letter.to().equals("gijs@example.org") && letter.kind().equals("promoted"));
    }

    private void assertListsHaveTheOthers(Damage damage, boolean sessionIsRead) throws IOException {
        for (String route : List.of("/sessions", "/sessions.ics", "/sessions.atom", "/api/v1/sessions")) {
            HandlerCalls.Answer answer = calls.get("list-sessions", "GET " + route, Map.of());
            assertThat(answer.status()).as(route).isEqualTo(200);
            assertThat(answer.body()).as(route).contains(OTHER.value());
        }
        assertThat(calls.get("list-sessions", "GET /sessions/{id}", Map.of("id", OTHER.value()))
                        .status())
                .isEqualTo(200);
        HandlerCalls.Answer page = calls.get("list-sessions", "GET /sessions/{id}", Map.of("id", Gathering.ID.value()));
        assertThat(page.status()).as(damage.toString()).isEqualTo(sessionIsRead ? 200 : 500);
        if (!sessionIsRead) {
            assertThat(page.body()).contains(ERROR_PAGE_TEXT);
        }
    }

    private int ownPage(String link) throws IOException {
        Map<String, String> path = Map.of("id", Gathering.ID.value(), "token", link);
        int page = calls.get("cancel", "GET /sessions/{id}/registrations/{token}", path)
                .status();
        assertThat(calls.get("cancel", "GET /api/v1/sessions/{id}/registrations/{token}", path)
                        .status())
                .isEqualTo(page);
        return page;
    }

    private void assertOthersCanSignUp(boolean sessionIsRead) throws IOException {
        String form = "name=Gijs&email=gijs%40example.org";
        assertThat(calls.form("register", "POST /sessions/{id}/registrations", Map.of("id", OTHER.value()), form)
                        .status())
                .isEqualTo(303);
        assertThat(calls.form("register", "POST /sessions/{id}/registrations", Map.of("id", Gathering.ID.value()), form)
                        .status())
                .isIn(sessionIsRead ? List.of(303, 400, 409) : List.of(500));
    }

    private void assertOrganiserSeesTheRest(Damage damage, boolean sessionIsRead) throws IOException {
        String sessions = "GET /api/v1/organiser/sessions";
        HandlerCalls.Answer list = calls.get("manage-sessions", sessions, Map.of());
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains(OTHER.value());
        Map<String, String> id = Map.of("id", Gathering.ID.value());
        for (String end : List.of("/registrations", "/registrations.csv", "/registrations.html", "/changes")) {
            HandlerCalls.Answer answer = calls.get("manage-sessions", sessions + "/{id}" + end, id);
            assertThat(answer.status()).as(end).isEqualTo(sessionIsRead ? 200 : 500);
            if (sessionIsRead && !end.equals("/changes")) {
                assertThat(answer.body()).as(end).contains("anna", "bo");
            }
        }
        HandlerCalls.Answer workbook = calls.get("manage-sessions", sessions + "/{id}/registrations.xlsx", id);
        assertThat(workbook.status()).isEqualTo(sessionIsRead ? 200 : 500);
        if (sessionIsRead) {
            assertThat(ReadWorkbook.ofBase64(workbook.body()).rows(1))
                    .extracting(row -> row.get(2))
                    .contains("anna", "bo");
        }
        if (damage.kind().equals("A#") && damage.isRead()) {
            assertThat(calls.get("manage-sessions", sessions + "/{id}/changes", id)
                            .body())
                    .contains("confirmed-by-hand");
        }
    }

    /** Runs the sender, which reports an item that keeps failing by an exception, after handling all others. */
    private void sweep() throws IOException {
        try {
            calls.schedule("send-reminders");
        } catch (SendReminders.PartialFailure told) {
            assertThat(told.report()).isNotNull();
        }
    }

    private void assertOthersGetLetters(Damage damage, boolean sessionIsRead) {
        List<String> told = mailbox.letters().stream().map(Letter::to).toList();
        assertThat(told).contains("gijs@example.org", "finn@example.org");
        if (sessionIsRead) {
            assertThat(told)
                    .containsAll(NAMES.stream()
                            .filter(name -> !damage.kind().equals("R#") || !name.equals("cas"))
                            .map(name -> name + "@example.org")
                            .toList());
        }
    }

    /** Cancels for anna: her place goes to cas, or to dirk if cas cannot be read. */
    private void assertFreedPlaceIsTaken(String link) throws IOException {
        HandlerCalls.Answer cancelled = calls.form(
                "cancel",
                "POST /sessions/{id}/registrations/{token}/cancellation",
                Map.of("id", Gathering.ID.value(), "token", link),
                "");
        assertThat(cancelled.status()).isEqualTo(303);
        assertThat(wiring.organiser().listRegistrations().list(Gathering.ID).orElseThrow().stream()
                        .filter(listed -> listed.registration().state().holdsPlace())
                        .count())
                .isEqualTo(2);
    }

    private void assertOrganiserCanRepair(Damage damage) throws IOException {
        Map<String, String> id = Map.of("id", Gathering.ID.value());
        String document = "{\"title\": \"Hersteld\", \"organiser\": \"Zorgalliantie\", \"contact\": \"z@example.org\","
                + " \"start\": \"2026-12-03T15:00:00+01:00\", \"end\": \"2026-12-03T17:00:00+01:00\", \"places\": 2}";
        HandlerCalls.Answer put = calls.json("manage-sessions", "PUT /api/v1/organiser/sessions/{id}", id, document);
        assertThat(put.status()).as(damage + put.body()).isEqualTo(200);
        HandlerCalls.Answer page = calls.get("list-sessions", "GET /sessions/{id}", id);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Hersteld");
    }

    /**
     * Damages the first item of the kind: of registrations and queue entries, the one of cas; of the others, the
     * session's.
     */
    private void damage(Damage damage) {
        RegistrationId cas = GATHERING.id("cas");
        SessionId session = damage.kind().equals("REVIEW") ? REVIEWED : Gathering.ID;
        Map<String, AttributeValue> item = UNDAMAGED.stream()
                .filter(one -> textOf(one, "PK").equals("S#" + session))
                .filter(one -> textOf(one, "SK").startsWith(damage.kind()))
                .filter(one -> !damage.kind().equals("R#") || textOf(one, "SK").equals("R#" + cas.value()))
                .filter(one -> !damage.kind().equals("W#")
                        || textOf(one, "registration").equals(cas.value()))
                .findFirst()
                .orElseThrow();
        GATHERING
                .table()
                .putItem(request -> request.tableName(GATHERING.settings().get("TABLE_NAME"))
                        .item(damage.done().apply(new HashMap<>(item))));
    }

    private static String textOf(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? Objects.requireNonNull(item.get(name)).s() : "";
    }

    private static Damage damage(String kind, String what, UnaryOperator<Map<String, AttributeValue>> done) {
        return new Damage(kind, what, false, done);
    }

    private static Damage strange(String kind, String what, UnaryOperator<Map<String, AttributeValue>> done) {
        return new Damage(kind, what, true, done);
    }

    private static UnaryOperator<Map<String, AttributeValue>> document(String field, AttributeValue value) {
        return item -> with(
                item,
                "document",
                AttributeValue.fromM(with(
                        new HashMap<>(
                                Objects.requireNonNull(item.get("document")).m()),
                        field,
                        value)));
    }

    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> item, String name, AttributeValue value) {
        item.put(name, value);
        return item;
    }

    private static Map<String, AttributeValue> without(Map<String, AttributeValue> item, String... names) {
        item.keySet().removeAll(List.of(names));
        return item;
    }

    private static Map<String, AttributeValue> withoutOptionalFields(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> document =
                new HashMap<>(Objects.requireNonNull(item.get("document")).m());
        document.keySet().retainAll(List.of("title", "organiser", "contact", "start", "end", "places"));
        return with(item, "document", AttributeValue.fromM(document));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue texts(int number) {
        return AttributeValue.fromL(
                IntStream.range(0, number).mapToObj(i -> text("t" + i)).toList());
    }

    private static AttributeValue question(String kind) {
        return AttributeValue.fromL(
                List.of(AttributeValue.fromM(Map.of("id", text("kans"), "label", text("Hoe?"), "kind", text(kind)))));
    }

    private static AttributeValue letters(String kind) {
        return AttributeValue.fromL(List.of(AttributeValue.fromM(Map.of(
                "kind", text(kind), "revision", AttributeValue.fromN("1"), "at", text("2026-11-02T09:00:00.000Z")))));
    }
}
