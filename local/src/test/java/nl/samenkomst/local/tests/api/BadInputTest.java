package nl.samenkomst.local.tests.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.DeskClock;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Visitor;
import nl.samenkomst.local.tests.template.SampleEventsTest;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that every bad input gets a sentence in the sender's language that says what to do, and never a stack trace.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class BadInputTest {

    private static final String OPEN = "open";
    private static final String OTHER = "een-andere";
    private static final String FULL = "vol";
    private static final String CLOSED = "gesloten";
    private static final String NOT_YET = "nog-niet";
    private static final String CANCELLED = "afgelast";

    private static final String MULTIPART = "multipart/form-data; boundary=x";
    private static final String TRAP = "leave-empty";
    private static final int MAX_BODY = 64 * 1024;

    private final Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE));
    private final Visitor visitor = Visitor.at(desk);
    private final Inbox inbox = new Inbox(desk);
    private final DeskClock clock = new DeskClock(desk);
    private final Organiser organiser = new Organiser(desk);

    BadInputTest() throws IOException, InterruptedException {}

    @BeforeAll
    void publish() throws Exception {
        organiser.publish(CLOSED, announced(Map.of("closes", Organiser.written(clock.inDays(1)))));
        organiser.publish(OPEN, announced(Map.of()));
        organiser.publish(OTHER, announced(Map.of()));
        organiser.publish(FULL, announced(Map.of("places", 1, "waitingList", false)));
        organiser.publish(NOT_YET, announced(Map.of("opens", Organiser.written(clock.inDays(20)))));
        organiser.publish(CANCELLED, announced(Map.of()));
        organiser.cancel(CANCELLED, "De spreker is ziek.");
        assertThat(visitor.call(api(FULL), person("eerste", "eerste@example.org"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(visitor.call(api(OPEN), person("noor", "noor@example.org")).statusCode())
                .isEqualTo(202);
        inbox.hasExactly("eerste confirmed", "noor confirmed");
        clock.moveTo(clock.inDays(2));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    /** A field, a wrong value typed into it, and the expected error code and messages in Dutch and in English. */
    record Typed(String field, String what, String typed, String code, String dutch, String english) {

        String message(Language language) {
            return BadInputTest.message(language, dutch, english);
        }

        @Override
        public String toString() {
            return field + " " + what;
        }
    }

    static List<Typed> typedWrong() {
        String nameCharacters = "In je naam staat een teken dat niet kan.";
        String nameCharactersInEnglish = "Your name contains a character that cannot be used.";
        String noAddress = "Dit is geen e-mailadres waar we naartoe kunnen mailen.";
        String noAddressInEnglish = "This is not an email address that we can write to.";
        return List.of(
                new Typed("name", "missing", "", "name.required", "Vul je naam in.", "Enter your name."),
                new Typed("name", "blank", " \t\u00a0\u2003", "name.required", "Vul je naam in.", "Enter your name."),
                new Typed(
                        "name",
                        "of invisible characters",
                        "\u200b\ufeff\u2060\u3164",
                        "name.required",
                        "Vul je naam in.",
                        "Enter your name."),
                new Typed(
                        "name",
                        "of 301 letters",
                        "ë".repeat(301),
                        "name.too-long",
                        "Je naam is te lang. Gebruik hooguit 200 tekens.",
                        "Your name is too long. Use 200 characters at most."),
                new Typed(
                        "name",
                        "with a bell in it",
                        "No\u0007or",
                        "name.characters",
                        nameCharacters,
                        nameCharactersInEnglish),
                new Typed(
                        "name",
                        "with a header in it",
                        "Noor\r\nBcc: iedereen@example.org",
                        "name.characters",
                        nameCharacters,
                        nameCharactersInEnglish),
                new Typed(
                        "name",
                        "with a line feed and markup",
                        "\"><script>alert(1)</script>\n.",
                        "name.characters",
                        nameCharacters,
                        nameCharactersInEnglish),
                new Typed(
                        "name",
                        "turned around",
                        "Noor\u202eneppab",
                        "name.characters",
                        nameCharacters,
                        nameCharactersInEnglish),
                new Typed(
                        "email",
                        "missing",
                        "",
                        "email.required",
                        "Vul je e-mailadres in.",
                        "Enter your email address."),
                new Typed("email", "without a sign", "noor", "email.invalid", noAddress, noAddressInEnglish),
                new Typed("email", "without a dot", "noor@localhost", "email.invalid", noAddress, noAddressInEnglish),
                new Typed(
                        "email",
                        "twice",
                        "a@example.org,b@example.org",
                        "email.invalid",
                        noAddress,
                        noAddressInEnglish),
                new Typed(
                        "email", "with markup", "\"<b>\"@example.org", "email.invalid", noAddress, noAddressInEnglish),
                new Typed(
                        "email",
                        "with a header in it",
                        "noor@example.org\r\nBcc: b@example.org",
                        "email.characters",
                        "In je e-mailadres staat een teken dat niet kan.",
                        "Your email address contains a character that cannot be used."),
                new Typed(
                        "email",
                        "of 301 letters",
                        "a".repeat(289) + "@example.org",
                        "email.too-long",
                        "Dit e-mailadres is te lang.",
                        "This email address is too long."),
                new Typed(
                        "organisation",
                        "of 301 letters",
                        "o".repeat(301),
                        "organisation.too-long",
                        "De naam van je organisatie is te lang.",
                        "The name of your organisation is too long."),
                new Typed(
                        "organisation",
                        "with a null in it",
                        "Gemeente\u0000Waterhoven",
                        "organisation.characters",
                        "In de naam van je organisatie staat een teken dat niet kan.",
                        "The name of your organisation contains a character that cannot be used."));
    }

    @ParameterizedTest
    @MethodSource("typedWrong")
    void showsTheFormAgainWithErrorsAndInput(Typed invalid) throws Exception {
        Map<String, String> form = form("Zoë \"van\" <Dijk> & co", "zoe@example.org");
        form.put(invalid.field(), invalid.typed());

        for (Language language : Language.values()) {
            form.put("lang", language.tag());
            HttpResponse<String> answer = visitor.sendForm(page(OPEN), form);

            assertPlain(answer, 400);
            Document page = Jsoup.parse(answer.body());
            String sentence = invalid.message(language);
            assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language.tag());
            assertThat(page.select("#" + invalid.field() + "-problem").text()).startsWith(sentence);
            assertThat(page.select(".summary a[href=#" + invalid.field() + "]").text())
                    .startsWith(sentence);
            assertThat(answer.body()).doesNotContain(invalid.code(), "<script>", "<Dijk>");
            for (String field : List.of("name", "email", "organisation")) {
                assertThat(fieldValue(page, field)).as(field).isEqualTo(asInHtml(form.getOrDefault(field, "")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("typedWrong")
    void answersProgramsWithCodeAndPointer(Typed invalid) throws Exception {
        Map<String, String> person = person("Zoë", "zoe@example.org");
        person.put(invalid.field(), invalid.typed());

        assertThat(errors(visitor.call(api(OPEN), person)))
                .satisfiesExactly(error -> assertError(error, invalid, invalid.dutch()));
        for (Language language : Language.values()) {
            assertThat(errors(visitor.call(api(OPEN) + "?lang=" + language.tag(), person)))
                    .satisfiesExactly(error -> assertError(error, invalid, invalid.message(language)));
        }
        assertThat(errors(visitor.preferring("fr, en;q=0.8, nl;q=0.3").call(api(OPEN), person)))
                .satisfiesExactly(error -> assertError(error, invalid, invalid.english()));
    }

    @Test
    void reportsEveryWrongFieldAtOnce() throws Exception {
        Map<String, String> form = form("", "noor");
        form.put("organisation", "o".repeat(301));

        HttpResponse<String> answer = visitor.sendForm(page(OPEN), form);

        assertThat(Jsoup.parse(answer.body()).select(".summary a").eachAttr("href"))
                .containsExactly("#name", "#email", "#organisation");
        assertThat(errors(visitor.call(api(OPEN), Map.of("email", "noor"))))
                .extracting(error -> error.get("pointer"))
                .containsExactly("/name", "/email");
    }

    @Test
    void asksToResendAFilledHoneypot() throws Exception {
        Map<String, String> form = form("Robot", "robot@example.org");
        form.put(TRAP, "https://example.org");

        HttpResponse<String> answer = visitor.sendForm(page(OPEN), form);

        assertPlain(answer, 400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".summary a").text())
                .isEqualTo("Het formulier is niet goed aangekomen. Verstuur het nog een keer.");
        assertThat(fieldValue(page, "name")).isEqualTo("Robot");
        assertThat(fieldValue(page, TRAP)).isEmpty();
        assertThat(errors(visitor.call(api(OPEN), form)))
                .extracting(error -> error.get("pointer"))
                .contains("/" + TRAP);
    }

    @Test
    void refusesUnknownJsonFieldsByName() throws Exception {
        Map<String, String> person = person("Zoë", "zoe@example.org");
        person.put("naam/~<b>", "Zoë");

        assertThat(errors(visitor.call(api(OPEN), person)))
                .satisfiesExactly(
                        error -> assertThat(error)
                                .containsEntry("pointer", "/naam~1~0<b>")
                                .containsEntry("code", "field.unknown")
                                .containsEntry(
                                        "detail",
                                        "Het veld naam/~<b> kennen we niet. Haal het weg, of kijk of de naam goed geschreven is."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10:00 | 15:00 | from.too-early | Dit onderdeel begint te lang voor de bijeenkomst. | too long before
            17:00 |       | from.too-late  | Dit onderdeel begint als de bijeenkomst al voorbij is. | already over
            15:00 | 17:00 | to.too-late    | Dit onderdeel is niet klaar als de bijeenkomst eindigt. | after the session does
            14:10 | 15:00 | from.overlap   | voordat een eerder onderdeel voorbij is. | before an earlier part is over.
                  | 14:30 | to.overlap     | als een eerder onderdeel nog bezig is. | before an earlier part does.
            """)
    void reportsWhichProgrammePartIsWrong(String from, String to, String code, String dutch, String english)
            throws Exception {
        Map<String, String> part = new LinkedHashMap<>();
        part.put("title", "In gesprek");
        part.put("from", from);
        part.put("to", to);
        String document = JSON.std.asString(announced(
                Map.of("programme", List.of(Map.of("title", "Opening", "from", "14:00", "to", "14:30"), part))));

        for (Language language : Language.values()) {
            HttpResponse<String> answer =
                    visitor.send(visitor.to("/api/v1/organiser/sessions/programma?lang=" + language.tag())
                            .header("Content-Type", Visitor.JSON_TYPE)
                            .PUT(BodyPublishers.ofString(document)));

            assertThat(errors(answer)).satisfiesExactly(error -> {
                assertThat(error)
                        .containsEntry("pointer", "/programme/1/" + code.substring(0, code.indexOf('.')))
                        .containsEntry("code", "programme." + code);
                assertThat(error.get("detail")).contains(message(language, dutch, english));
            });
        }
    }

    static List<String> notAnObject() {
        return List.of(
                "",
                " ",
                "null",
                "3",
                "\"noor\"",
                "[]",
                "{",
                "{\"name\":\"a\"",
                "{\"name\":\"a\",\"name\":\"b\",\"email\":\"noor@example.org\"}",
                "{\"name\":\"a\u0001\"}",
                "{'name':'a'}",
                "[".repeat(10_000),
                "[".repeat(5_000) + "]".repeat(5_000),
                "{\"answers\":".repeat(1_200) + "1" + "}".repeat(1_200),
                "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                "{\"name\":" + "9".repeat(5_000) + "}");
    }

    @ParameterizedTest
    @MethodSource("notAnObject")
    void refusesABodyThatIsNotAJsonObject(String json) throws Exception {
        HttpResponse<String> answer = visitor.call(api(OPEN), json);

        assertPlain(answer, 400);
        assertThat(problem(answer))
                .containsEntry("code", "body.invalid")
                .containsEntry("errors", List.of())
                .containsEntry("detail", "Wat je stuurde, is niet goed aangekomen. Verstuur het nog een keer.");
        assertThat(problem(visitor.call(api(OPEN) + "?lang=en", json)))
                .containsEntry("detail", "What you sent did not arrive properly. Send it again.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":1e999999999,\"email\":true}",
                "{\"name\":{},\"email\":[]}",
                "{\"name\":{\"a\":{\"b\":[1,2,3]}},\"email\":{}}"
            })
    void reportsAWrongJsonTypeOnItsField(String json) throws Exception {
        assertThat(errors(visitor.call(api(OPEN), json)))
                .extracting(error -> error.get("pointer"))
                .containsExactly("/name", "/email");
    }

    @Test
    void refusesTooLargeBodiesInFunctionAndGateway() throws Exception {
        byte[] large = ("name=" + "x".repeat(MAX_BODY)).getBytes(UTF_8);
        HttpResponse<String> page = visitor.post(page(OPEN) + "?lang=en", Visitor.FORM, large);
        assertPlain(page, 413);
        assertThat(Jsoup.parse(page.body()).text())
                .contains("What you sent is too large. Make it shorter and send it again.");

        HttpResponse<String> call = visitor.call(api(OPEN), Map.of("name", "x".repeat(70_000)));
        assertPlain(call, 413);
        assertThat(problem(call))
                .containsEntry("code", "body.too-large")
                .containsEntry("detail", "Wat je stuurde, is te groot. Maak het korter en verstuur het nog een keer.");

        assertThat(visitor.post(page(OPEN), Visitor.FORM, new byte[11 * 1024 * 1024])
                        .statusCode())
                .isEqualTo(413);
        assertThat(visitor.post(api(OPEN), Visitor.JSON_TYPE, new byte[11 * 1024 * 1024])
                        .statusCode())
                .isEqualTo(413);
    }

    /** Sessions with questions allow larger bodies than sessions without; own-link requests and buttons allow less. */
    @Test
    void limitsBodySizePerRoute() throws Exception {
        inbox.forgetEarlier();
        String asks = "met-vragen";
        organiser.publish(
                asks,
                announced(Map.of(
                        "questions", List.of(Map.of("id", "waarom", "label", "Waarom kom je?", "kind", "text")))));
        Map<String, String> form = form("Lena", "lena@example.org");
        form.put("of-somebody-else", "x".repeat(17_000));

        assertPlain(visitor.sendForm(page(OPEN), form), 413);
        assertThat(visitor.sendForm(page(asks), form).statusCode()).isEqualTo(303);
        form.put("of-somebody-else", "x".repeat(15_000));
        assertThat(visitor.sendForm(page(OPEN), form).statusCode()).isEqualTo(303);
        String own =
                inbox.hasExactly("lena confirmed", "lena confirmed").getFirst().ownPage();

        form.put("of-somebody-else", "x".repeat(2_048));
        assertPlain(visitor.sendForm("/sessions/" + OPEN + "/own-link", form), 413);
        for (String button : List.of("/cancellation", "/erasure", "/renewal", "/own-link", "/refusal")) {
            form.put("sure", "yes");
            assertPlain(visitor.sendForm(own.replaceFirst("[?].*", "") + button, form), 413);
        }
        assertPlain(visitor.open(own), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x@%s.nl", "jan@fa\u00df.%s"})
    void refusesUndeliverableAddresses(String address) throws Exception {
        for (int letters : new int[] {2, 60, 200, 400}) {
            String email = address.formatted("\u00eb\u00df".repeat(letters));
            assertThat(errors(visitor.call("/api/v1/sessions/" + OPEN + "/own-link", Map.of("email", email))))
                    .singleElement()
                    .satisfies(error -> assertThat(error.get("code")).isIn("email.invalid", "email.too-long"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/mixed; boundary=x", "application/xml", "form", ";", "*/*"})
    void refusesAnUnsupportedContentType(String type) throws Exception {
        HttpResponse<String> page = visitor.preferring("en-GB,en").post(page(OPEN), type, "name=Noor".getBytes(UTF_8));
        assertPlain(page, 415);
        assertThat(Jsoup.parse(page.body()).text()).contains("We cannot read this type of content.");

        HttpResponse<String> call = visitor.post(api(OPEN), type, "{}".getBytes(UTF_8));
        assertPlain(call, 415);
        assertThat(problem(call)).containsEntry("code", "body.type");
    }

    @Test
    void refusesAFormAtTheApiAndJsonAtThePage() throws Exception {
        assertPlain(visitor.call(page(OPEN), Map.of("name", "Noor")), 415);
        assertPlain(visitor.sendForm(api(OPEN), Map.of("name", "Noor")), 415);
        assertPlain(visitor.post(api(OPEN), MULTIPART, multipart("name", "Noor")), 415);
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of("name=%FFa&email=a", "name=%C3%28&email=a", "%E2%82=1&email=a", "name=%F8%88%80%80&email=a")
                .map(form -> form.getBytes(UTF_8))
                .flatMap(form -> Stream.of(
                        form, new String(form, UTF_8).replace("%FF", "\u00ff").getBytes(ISO_8859_1)));
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void showsAFormInAnotherEncodingAgain(byte[] form) throws Exception {
        HttpResponse<String> answer = visitor.post(page(OPEN), Visitor.FORM, form);

        assertPlain(answer, 400);
        Document page = Jsoup.parse(answer.body());
        assertThat(fieldValue(page, "email")).isEqualTo("a");
        assertThat(fieldValue(page, "name")).doesNotContain("\ufffd");
    }

    @Test
    void showsAFormOfPartsAgain() throws Exception {
        HttpResponse<String> answer = visitor.post(page(OPEN), MULTIPART, multipart("name", "Zoë", "email", "zoe"));
        assertPlain(answer, 400);
        Document page = Jsoup.parse(answer.body());
        assertThat(fieldValue(page, "name")).isEqualTo("Zoë");
        assertThat(fieldValue(page, "email")).isEqualTo("zoe");

        HttpResponse<String> withoutBoundary =
                visitor.post(page(OPEN), "multipart/form-data", multipart("name", "Zoë", "email", "zoe"));
        assertPlain(withoutBoundary, 400);
        assertThat(Jsoup.parse(withoutBoundary.body()).select("#name-problem").text())
                .isEqualTo("Vul je naam in.");
    }

    @Test
    void refusesPartsThatCannotBeReadInThePersonsLanguage() throws Exception {
        byte[] unreadable = multipart("x".repeat(2_000), "Noor");

        HttpResponse<String> dutch = visitor.post(page(OPEN), MULTIPART, unreadable);
        assertPlain(dutch, 400);
        assertThat(Jsoup.parse(dutch.body()).text()).contains("Wat je stuurde, is niet goed aangekomen.");

        HttpResponse<String> english = visitor.post(page(OPEN) + "?lang=en", MULTIPART, unreadable);
        assertPlain(english, 400);
        assertThat(Jsoup.parse(english.body()).text()).contains("What you sent did not arrive properly.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=%FF", "lang=%C3%28&x=1", "%ED%A0%80", "lang=xx", "lang=", "lang=en%00", "=", "&&"})
    void ignoresAnUnreadableQuery(String query) throws Exception {
        HttpResponse<String> answer = visitor.open("/sessions/" + OPEN + "?" + query);

        assertPlain(answer, 200);
        assertThat(Jsoup.parse(answer.body()).expectFirst("html").attr("lang")).isEqualTo("nl");
        assertPlain(visitor.open("/sessions?after=%FF&" + query), 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nergens",
                "a%2Fb",
                "..%2F..%2Fetc%2Fpasswd",
                "a.b",
                "a%00b",
                "%FF",
                "%25",
                "-open",
                "open--",
                "%3Cscript%3E",
                "S%23open",
                "{id}",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void answersAnUnknownSessionWithAFriendly404(String id) throws Exception {
        String path = id.replace("{", "%7B").replace("}", "%7D");
        String sentence = "Deze bijeenkomst kennen we niet, of";
        for (HttpResponse<String> page : List.of(
                visitor.open("/sessions/" + path),
                visitor.open("/sessions/" + path + ".ics"),
                visitor.open("/sessions/" + path + "/received?as=place"),
                visitor.sendForm(page(path), form("Noor", "noor@example.org")))) {
            assertPlain(page, 404);
            assertThat(Jsoup.parse(page.body()).text()).contains(sentence);
        }
        for (HttpResponse<String> call : List.of(
                visitor.open("/api/v1/sessions/" + path),
                visitor.call(api(path), person("Noor", "noor@example.org")))) {
            assertPlain(call, 404);
            assertThat(problem(call)).containsEntry("code", "session.unknown");
            assertThat(String.valueOf(problem(call).get("detail"))).startsWith(sentence);
        }
        HttpResponse<String> organisers = visitor.open("/api/v1/organiser/sessions/" + path);
        assertPlain(organisers, 404);
        assertThat(problem(organisers))
                .containsEntry("code", "session.unknown")
                .containsEntry("detail", "Er is geen bijeenkomst met deze id. Kijk of het adres klopt.");
        assertThat(Jsoup.parse(visitor.open("/sessions/" + path + "?lang=en").body())
                        .text())
                .contains("We do not recognise this session, or");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "Open", "open%20", "open%0d%0a", "open.", "open%3E", "open%E2%80%9D", "Open),"})
    void redirectsABrokenAddressButTakesNoFormThere(String id) throws Exception {
        for (String path : List.of("/sessions/", "/api/v1/sessions/", "/api/v1/organiser/sessions/")) {
            for (HttpResponse<String> answer :
                    List.of(visitor.open(path + id + "?lang=en&x=%20"), visitor.peek(path + id + "?lang=en&x=%20"))) {
                assertPlain(answer, 308);
                assertThat(answer.headers().firstValue("location")).hasValue(path + OPEN + "?lang=en&x=%20");
            }
        }
        assertPlain(visitor.sendForm(page(id), form("Niemand", "niemand@example.org")), 404);
        assertPlain(visitor.call(api(id), person("Niemand", "niemand@example.org")), 404);
        assertPlain(visitor.put("/api/v1/organiser/sessions/" + id, "{}"), 404);
        assertPlain(visitor.sendForm(page(OPEN) + "/", form("Niemand", "niemand@example.org")), 404);
        assertThat(organiser.states(OPEN)).doesNotContain("niemand@example.org confirmed");
    }

    @Test
    void refusesForeignAndBrokenOwnLinks() throws Exception {
        String own = inbox.lastTo("noor").ownPage();
        String token = own.substring(own.lastIndexOf('/') + 1);
        assertPlain(visitor.open(page(OPEN) + "/" + token), 200);

        Stream<String> nearly = Stream.iterate(0, bit -> bit < 256, bit -> bit + 1)
                .map(bit -> page(OPEN) + "/" + withOneBitChanged(token, bit));
        Stream<String> foreign = Stream.of(page(OTHER) + "/" + token, page("nergens") + "/" + token);
        Stream<String> broken = Stream.of("x", token + "A", token.substring(1), "%FF", token + "=", "x.")
                .map(other -> page(OPEN) + "/" + other);
        for (String link :
                Stream.of(nearly, foreign, broken).flatMap(links -> links).toList()) {
            HttpResponse<String> page = visitor.open(link);
            assertPlain(page, 404);
            assertThat(page.body()).contains("Deze link kennen we niet").doesNotContain("noor");
            assertPlain(visitor.sendForm(link + "/cancellation", Map.of()), 404);
            HttpResponse<String> call = visitor.open("/api/v1" + link);
            assertPlain(call, 404);
            assertThat(problem(call)).containsEntry("code", "registration.unknown");
            assertThat(problem(call).get("errors")).isEqualTo(List.of());
        }
        assertThat(visitor.open(page(OTHER) + "/" + token + "?lang=en").body())
                .contains("We do not recognise this link");
        assertThat(organiser.states(OPEN)).contains("noor@example.org confirmed");
    }

    @ParameterizedTest
    @CsvSource({
        FULL + ", session.full, Alle plekken zijn bezet en er is geen wachtlijst., All places are taken",
        CLOSED + ", session.closed, de aanmelding is gesloten., registration has closed.",
        NOT_YET + ", session.not-yet, de aanmelding is nog niet open., registration has not opened.",
        CANCELLED + ", session.cancelled, De bijeenkomst gaat niet door., This session has been cancelled."
    })
    void explainsWhySignUpIsNotPossible(String session, String code, String dutch, String english) throws Exception {
        Map<String, String> form = form("Ibrahim", "ibrahim@example.org");
        for (Language language : Language.values()) {
            form.put("lang", language.tag());
            HttpResponse<String> answer = visitor.sendForm(page(session), form);
            assertPlain(answer, 409);
            assertThat(Jsoup.parse(answer.body()).select(".summary").text())
                    .contains(message(language, dutch, english));
            assertThat(answer.body()).doesNotContain(code);
        }

        HttpResponse<String> call = visitor.call(api(session), person("Ibrahim", "ibrahim@example.org"));
        assertPlain(call, 409);
        assertThat(problem(call)).containsEntry("code", code).containsEntry("status", 409);
        assertThat(String.valueOf(problem(call).get("detail"))).contains(dutch);
    }

    @Test
    void hidesWhoIsAlreadyRegistered() throws Exception {
        for (String session : List.of(OTHER, FULL)) {
            String known = session.equals(FULL) ? "eerste@example.org" : "bekend@example.org";
            visitor.call(api(session), person("Bekend", known));

            assertThat(withoutDate(visitor.sendForm(page(session), form("Iemand", known))))
                    .as(session)
                    .isEqualTo(withoutDate(visitor.sendForm(page(session), form("Iemand", "iemand@example.org")))
                            .replace("iemand@example.org", known));
            assertThat(withoutDate(visitor.call(api(session), person("Iemand", known))))
                    .as(session)
                    .isEqualTo(withoutDate(visitor.call(api(session), person("Iemand", "nog.iemand@example.org"))));
        }
    }

    @Test
    void answersEveryLinkToAnExpiredSessionWithTheSame410() throws Exception {
        try (Desk another = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE))) {
            DeskClock itsClock = new DeskClock(another);
            Inbox itsInbox = new Inbox(another);
            Visitor its = Visitor.at(another);
            new Organiser(another)
                    .publish(OPEN, Organiser.session("Kort", itsClock.inDays(2), Map.of("retention", "P1D")));
            its.call(api(OPEN), person("noor", "noor@example.org"));
            itsInbox.hasExactly("noor confirmed");
            String own = itsInbox.lastTo("noor").ownPage();
            String nobodys = own.replaceAll("[^/]+$", SampleEventsTest.TOKEN);
            assertThat(its.open(own).statusCode()).isEqualTo(200);
            assertPlain(its.open(nobodys), 404);

            itsClock.advance("P4D");

            HttpResponse<String> gone = its.open(own);
            assertPlain(gone, 410);
            assertThat(gone.body())
                    .contains(
                            "Deze link werkt niet meer. Alles over deze aanmelding is verwijderd, zoals we beloofden.")
                    .doesNotContain("noor");
            assertThat(withoutDate(its.open(nobodys))).isEqualTo(withoutDate(gone));
            assertThat(its.open(own + "?lang=en").body()).contains("This link no longer works.");
            for (String link : List.of(own, nobodys)) {
                assertPlain(its.sendForm(link + "/cancellation", Map.of()), 410);
                assertPlain(its.sendForm(link + "/changes", form("noor", "noor@example.org")), 410);
                assertPlain(its.sendForm(link + "/acceptance", Map.of()), 410);
                assertPlain(its.sendForm(link + "/erasure", Map.of()), 410);
                assertPlain(its.sendForm(link + "/erasure", Map.of("sure", "yes")), 410);
                assertPlain(its.sendForm(link + "/renewal", Map.of()), 410);
                assertPlain(its.sendForm(link + "/own-link", Map.of()), 410);
                assertPlain(its.sendForm(link + "/refusal", Map.of("no-mail", "yes")), 410);
                assertPlain(its.open(link + "/meeting"), 410);
            }
            assertPlain(its.open(own.replaceAll("[^/]+$", "x")), 404);
        }
    }

    @Test
    void hidesThatAnInvitationOnlySessionExisted() throws Exception {
        try (Desk another = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE))) {
            DeskClock itsClock = new DeskClock(another);
            Visitor its = Visitor.at(another);
            new Organiser(another)
                    .publish(
                            "besloten",
                            Organiser.session(
                                    "Besloten",
                                    itsClock.inDays(2),
                                    Map.of("retention", "P1D", "admission", "invited")));
            itsClock.advance("P4D");

            HttpResponse<String> there = its.open(page("besloten") + "/" + SampleEventsTest.TOKEN);
            HttpResponse<String> nowhere = its.open(page("verloren") + "/" + SampleEventsTest.TOKEN);

            assertPlain(there, 404);
            assertThat(withoutDate(there).replace("besloten", "verloren")).isEqualTo(withoutDate(nowhere));
        }
    }

    private Map<String, Object> announced(Map<String, ?> more) throws IOException, InterruptedException {
        return Organiser.session("Bijeenkomst", clock.inDays(40), more);
    }

    private static String page(String session) {
        return "/sessions/" + session + "/registrations";
    }

    private static String api(String session) {
        return "/api/v1" + page(session);
    }

    private static Map<String, String> person(String name, String email) {
        Map<String, String> person = new LinkedHashMap<>();
        person.put("name", name);
        person.put("email", email);
        return person;
    }

    private static String message(Language language, String dutch, String english) {
        return switch (language) {
            case NL -> dutch;
            case EN -> english;
        };
    }

    private static byte[] multipart(String... namesAndValues) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append("--x\r\nContent-Disposition: form-data; name=\"")
                    .append(namesAndValues[i])
                    .append("\"\r\n\r\n")
                    .append(namesAndValues[i + 1])
                    .append("\r\n");
        }
        return body.append("--x--\r\n").toString().getBytes(UTF_8);
    }

    private static Map<String, String> form(String name, String email) {
        Map<String, String> form = person(name, email);
        form.put("organisation", "");
        form.put(TRAP, "");
        form.put("lang", "nl");
        return form;
    }

    private static String fieldValue(Document page, String field) {
        Element input = page.expectFirst("input[name=" + field + "]");
        return input.attr("value");
    }

    /** Returns the text as HTML can hold it: a null character becomes U+FFFD. */
    private static String asInHtml(String typed) {
        return typed.replace('\u0000', '\ufffd');
    }

    private static void assertError(Map<String, String> error, Typed invalid, String sentence) {
        assertThat(error.get("pointer")).isEqualTo("/" + invalid.field());
        assertThat(error.get("code")).isEqualTo(invalid.code());
        assertThat(error.get("detail")).startsWith(sentence);
    }

    private static List<Map<String, String>> errors(HttpResponse<String> answer) throws IOException {
        assertPlain(answer, 400);
        Map<String, Object> problem = problem(answer);
        assertThat(problem).containsEntry("code", "fields.invalid");
        List<Map<String, String>> errors = new ArrayList<>();
        if (problem.get("errors") instanceof List<?> list) {
            for (Object error : list) {
                Map<String, String> texts = new LinkedHashMap<>();
                ((Map<?, ?>) error).forEach((name, value) -> texts.put(name.toString(), value.toString()));
                errors.add(texts);
            }
        }
        return errors;
    }

    private static Map<String, Object> problem(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        return JSON.std.mapFrom(answer.body());
    }

    /** Asserts that the status is right and that the response reveals nothing of the implementation. */
    private static void assertPlain(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body())
                .doesNotContain("Exception", "\tat ", "nl.samenkomst", "java.", "This is not a request");
    }

    /** Returns status, headers and body, without the {@code date} header. */
    private static String withoutDate(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + " " + headers + " " + answer.body();
    }

    private static String withOneBitChanged(String token, int bit) {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
