package nl.samenkomst.local.desk.sam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.desk.Handlers;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.LocalEnvironment;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Prerequisites;
import nl.samenkomst.local.tests.kit.Visitor;
import nl.samenkomst.local.tests.template.SampleEventsTest;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks that the zips that are deployed answer in Lambda's own container as the same functions do in this process;
 * skipped where SAM CLI or Docker is missing, but failing in CI.
 */
@Tag("sam")
final class SamLocalTest {

    /** The table of the same functions in this process, beside the desk's own. */
    private static final String TABLE_HERE = "here";

    private static final Path LOG = Path.of("target", "sam-local.log");

    private static final Pattern OWN_PAGE = Pattern.compile("http\\S+/registrations/[\\w-]{43}");

    private static final Pattern STATUS = Pattern.compile("\\d+$");

    private static final Pattern REFUSAL = Pattern.compile(" 4\\d\\d$");

    /** A time that the desk recorded; times from an organiser have no fraction of a second. */
    private static final String MOMENT = "[-\\d]{10}T[:\\d]{8}\\.\\d+Z";

    /** The id of a message: the moment in which it was written. */
    private static final String MESSAGE = "\\b20\\d{18}\\b";

    private static SamLocal desk;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() throws Exception {
        Prerequisites.samAndDocker();
        Files.deleteIfExists(LOG);
        desk = SamLocal.start(TemplateTest.FILE, 0, Redirect.appendTo(LOG.toFile()));
        client = desk.localStack().dynamoDb();
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            client.close();
            desk.close();
        }
    }

    /**
     * Runs the story of the sample events in this process and, from the same items before each event, in containers: all
     * that are not refused, and the first that each function refuses.
     */
    @Test
    void sampleEventsGetTheSameAnswersInAContainer() throws Exception {
        Template template = desk.templateWithTable(TABLE_HERE);
        template.createTable(client, TABLE_HERE);
        FreshTable here = new FreshTable(client, TABLE_HERE);
        FreshTable there = new FreshTable(client, SamLocal.TABLE);
        Mailbox mailbox = new Mailbox(Clock.systemUTC(), Optional.empty());
        // The key that the containers already know.
        List<Map<String, AttributeValue>> key = there.items().stream()
                .filter(item -> AttributeValue.fromS("KEY").equals(item.get("SK")))
                .toList();
        here.restore(key);
        int lettersBefore = desk.localStack().letters().size();
        Set<String> refusing = new HashSet<>();

        try (MailEndpoint mail = MailEndpoint.start(mailbox)) {
            for (String line : SampleEventsTest.STORY) {
                String name = line.substring(0, line.indexOf(' '));
                TemplateFunction function = template.functions().stream()
                        .filter(one -> one.name().equals(name.substring(0, name.indexOf('/'))))
                        .findFirst()
                        .orElseThrow();
                LocalEnvironment local =
                        new LocalEnvironment(function.environment(), Clock.systemUTC(), () -> client, mail::client);
                String event = SampleEventsTest.event(name, local.wiring())
                        .replace("2026-12-03", nextThirdOfDecember().toString())
                        // The organiser's pages exist at the desk's own address only.
                        .replace(
                                "\"host\": \"aanmelden.example.org\"",
                                "\"host\": \"" + desk.address().getRawAuthority() + "\"");
                boolean isCompared = !REFUSAL.matcher(line).find() || refusing.add(function.name());
                if (isCompared) {
                    there.restore(here.items());
                }

                Map<String, Object> expected = comparable(new String(
                        SampleEventsTest.invoke(Handlers.named().create(function, local), event),
                        StandardCharsets.UTF_8));

                assertThat(line).endsWith(String.valueOf(expected.getOrDefault("statusCode", "-")));
                if (isCompared) {
                    assertThat(comparable(desk.invoke(function.logicalId(), event)))
                            .as(name)
                            .isEqualTo(expected);
                    assertThat(shape(there.items())).as(name).isEqualTo(shape(here.items()));
                }
            }
        }
        there.restore(key);
        List<Letter> letters = desk.localStack().letters();
        assertThat(letters.subList(lettersBefore, letters.size()))
                .map(ReadLetter::of)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        mailbox.letters().stream().map(ReadLetter::of).toList());
    }

    @Test
    void aJourneyGetsTheSameAnswersFromSamCli() throws Exception {
        ZonedDateTime start = ZonedDateTime.now(ZoneOffset.UTC).plusDays(30).truncatedTo(ChronoUnit.HOURS);
        Map<String, String> here;
        try (Desk gateway = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE))) {
            here = journey(gateway.address(), start, (seen, more) -> sentBy(gateway, seen, more));
        }
        int lettersBefore = desk.localStack().letters().size();
        Map<String, String> there = journey(desk.address(), start, (seen, more) -> sentBySam(lettersBefore + seen));

        assertThat(there.keySet()).isEqualTo(here.keySet());
        here.forEach((changes, answer) -> {
            Matcher status = STATUS.matcher(changes);
            if (status.find()) {
                assertThat(answer).as(changes).startsWith("Answer[status=" + status.group() + ",");
            }
            assertThat(there.get(changes)).as(changes).isEqualTo(answer);
        });
    }

    /** A letter as its reader sees it. */
    private record ReadLetter(String subject, String text, String html, String calendar) {

        static ReadLetter of(Letter letter) {
            return new ReadLetter(letter.subject(), letter.text(), letter.html(), sanitized(letter.calendar()));
        }

        static ReadLetter of(Inbox.Mail mail) {
            return new ReadLetter(mail.subject(), mail.text(), mail.html(), sanitized(mail.calendar()));
        }

        /**
         * Unfolds the lines, which break according to the length of the desk's address, and masks the time of writing.
         */
        private static String sanitized(String calendar) {
            return calendar.replaceAll("\r\n[ \t]", "").replaceAll("DTSTAMP:\\d{8}T\\d{6}Z", "DTSTAMP:MOMENT");
        }
    }

    /** Makes everything that is owed leave, and returns {@code more} letters after the {@code seen} ones. */
    @FunctionalInterface
    private interface LetterDelivery {
        List<ReadLetter> deliver(int seen, int more) throws Exception;
    }

    /** A response without the headers that concern only the connection. */
    private record Answer(int status, Map<String, List<String>> headers, String body) {

        /**
         * Date: when it was sent. Server: SAM CLI's web server names itself. Connection: SAM CLI closes it after each
         * response. The JDK's server sends neither of the latter two.
         */
        private static final Set<String> CONNECTION_HEADERS = Set.of("date", "server", "connection");

        static Answer of(HttpResponse<String> response) {
            Map<String, List<String>> headers = new TreeMap<>();
            response.headers().map().forEach((name, values) -> {
                if (!CONNECTION_HEADERS.contains(name)) {
                    headers.put(name, values);
                }
            });
            if (response.body().isEmpty()) {
                // SAM CLI labels an answer without a content type as JSON, even if it is empty.
                headers.remove("content-type");
            }
            return new Answer(response.statusCode(), headers, response.body());
        }
    }

    /**
     * Runs from publishing to the last letter, and returns the answer to each step, by its name and expected status.
     */
    private static Map<String, String> journey(URI address, ZonedDateTime start, LetterDelivery postman)
            throws Exception {
        Visitor visitor = Visitor.at(address).preferring("nl-NL,nl");
        Organiser organiser = new Organiser(visitor);
        Map<String, Object> steps = new LinkedHashMap<>();
        Map<String, Object> session = Organiser.session("Lokale aanpak", start, Map.of("places", 2));
        String page = "/sessions/lokale-aanpak";
        Map<String, String> form =
                Map.of("name", "Noor Bakkenes", "email", "noor@example.org", "organisation", "", "leave-empty", "");

        steps.put("publish 201", Answer.of(organiser.put("lokale-aanpak", session, Optional.empty())));
        steps.put("publish again 200", Answer.of(organiser.put("lokale-aanpak", session, Optional.of("\"1\""))));
        steps.put("home 303", Answer.of(visitor.open("/")));
        steps.put("agenda 200", Answer.of(visitor.open("/sessions?lang=en")));
        steps.put("agenda as JSON 200", Answer.of(visitor.open("/api/v1/sessions")));
        steps.put("session 200", Answer.of(visitor.open(page)));
        steps.put("session as JSON 200", Answer.of(visitor.open("/api/v1" + page)));
        steps.put("calendar entry 200", Answer.of(visitor.open(page + ".ics")));
        steps.put("unknown session 404", Answer.of(visitor.open("/sessions/bestaat-niet")));
        steps.put(
                "mistakes 400",
                Answer.of(visitor.sendForm(page + "/registrations", Map.of("name", "", "email", "n\u00f6"))));
        HttpResponse<String> signedUp = visitor.sendForm(page + "/registrations", form);
        steps.put("sign up 303", Answer.of(signedUp));
        steps.put("received 200", Answer.of(visitor.follow(signedUp)));
        steps.put(
                "call 202",
                Answer.of(visitor.call(
                        "/api/v1" + page + "/registrations", Map.of("name", "Piet", "email", "piet@example.org"))));
        steps.put("broken call 400", Answer.of(visitor.call("/api/v1" + page + "/registrations", "{")));

        List<ReadLetter> confirmations = postman.deliver(0, 2);
        steps.put("confirmations", confirmations);
        HttpResponse<String> own = ownPageOf("Noor Bakkenes", confirmations, visitor);
        steps.put("own page 200", Answer.of(own));
        HttpResponse<String> confirmed = visitor.pressTheButtonOn(own);
        steps.put("confirm 303", Answer.of(confirmed));
        HttpResponse<String> cancelled = visitor.pressTheButtonOn(visitor.follow(confirmed));
        steps.put("cancel 303", Answer.of(cancelled));
        steps.put("own page afterwards 200", Answer.of(visitor.follow(cancelled)));
        steps.put("own page of nobody 404", Answer.of(visitor.open(page + "/registrations/" + SampleEventsTest.TOKEN)));
        steps.put("letter of cancellation", postman.deliver(2, 1));
        steps.put("list 200", Answer.of(organiser.registrations("lokale-aanpak")));
        Map<String, String> comparable = new LinkedHashMap<>();
        steps.forEach((changes, answer) -> comparable.put(changes, comparable(answer.toString(), address)));
        return comparable;
    }

    /** Masks what differs between two desks that get the same requests: addresses, times, ids and secrets. */
    private static String comparable(String answer, URI address) {
        return answer.replace(address.toString(), "ADDRESS")
                .replace("webcal://" + address.getAuthority(), "webcal:ADDRESS")
                .replace(URLEncoder.encode(address.toString(), StandardCharsets.UTF_8), "ADDRESS")
                .replaceAll("/registrations/[\\w-]{43}", "/registrations/SECRET")
                .replaceAll("UID:[\\w-]{22}\\.", "UID:ID.")
                .replaceAll("\"id\":\"[\\w-]{22}\"", "\"id\":\"ID\"")
                .replaceAll("DTSTAMP:\\d{8}T\\d{6}Z", "DTSTAMP:MOMENT")
                .replaceAll("(<dt>Aangemeld op</dt>\\s*<dd>)[^<]+", "$1MOMENT")
                .replaceAll("last-modified=\\[[^]]+]", "last-modified=MOMENT")
                .replaceAll(MOMENT, "MOMENT");
    }

    /** Returns an answer with the times of its own changes, and the secret of a browser, masked. */
    private static Map<String, Object> comparable(String answer) throws IOException {
        return JSON.std.mapFrom(answer.replaceAll(MOMENT, "MOMENT")
                .replaceAll(MESSAGE, "MESSAGE")
                .replaceAll("samenkomst-sign-in=[\\w-]{22};", "samenkomst-sign-in=SECRET;")
                .replaceAll("DTSTAMP:\\d{8}T\\d{6}Z", "DTSTAMP:MOMENT")
                .replaceAll("\"last-modified\": *\"[^\"]+\"", "\"last-modified\":\"MOMENT\""));
    }

    private static List<ReadLetter> sentBy(Desk gateway, int seen, int more) throws Exception {
        Inbox inbox = new Inbox(gateway);
        for (int look = 0; look < 100 && inbox.all().size() < seen + more; look++) {
            Thread.sleep(100);
        }
        return inbox.all().stream().map(ReadLetter::of).skip(seen).toList();
    }

    private static List<ReadLetter> sentBySam(int seen) throws Exception {
        desk.sendLetters();
        return desk.localStack().letters().stream()
                .map(ReadLetter::of)
                .skip(seen)
                .toList();
    }

    /** Opens the links in these letters, which name nobody, until one leads to this person's page. */
    private static HttpResponse<String> ownPageOf(String name, List<ReadLetter> letters, Visitor visitor)
            throws IOException, InterruptedException {
        for (ReadLetter letter : letters) {
            HttpResponse<String> page = visitor.open(ownPage(letter.text()));
            if (page.body().contains(name)) {
                return page;
            }
        }
        throw new AssertionError("no letter to " + name);
    }

    private static String ownPage(String text) {
        Matcher link = OWN_PAGE.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    /**
     * Returns a day in winter, as the event's offset requires, and at least 14 days away, to leave time to sign up and
     * cancel.
     */
    private static LocalDate nextThirdOfDecember() {
        LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(14);
        LocalDate thisYear = LocalDate.of(soon.getYear(), 12, 3);
        return thisYear.isBefore(soon) ? thisYear.plusYears(1) : thisYear;
    }

    /** Returns each item's key and attribute names, without values; times and hashes of secrets differ between runs. */
    private static Set<String> shape(List<Map<String, AttributeValue>> items) {
        return items.stream()
                .map(item -> "%s %s %s".formatted(item.get("PK"), item.get("SK"), new TreeSet<>(item.keySet())))
                .map(item -> item.replaceAll(MOMENT, "MOMENT")
                        .replaceAll("K#[\\w-]{43}", "K#HASH")
                        .replaceAll(MESSAGE, "MESSAGE"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
