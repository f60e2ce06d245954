package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.samenkomst.http.ExpectedHeaders;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.desk.Handlers;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.kit.DeskClock;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Visitor;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.organiserpages.OrganiserPages;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.urls.OrganiserUrls;
import nl.samenkomst.xlsx.RegistrationsXlsx;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Checks that every response of every route has exactly the headers that it should have. */
@TestInstance(Lifecycle.PER_CLASS)
final class HeadersTest {

    /** A response that is not a page may load nothing. */
    private static final Map<String, String> BASE = ExpectedHeaders.EVERY_RESPONSE;

    private static final Map<String, String> PAGE = and(
            ExpectedHeaders.EVERY_RESPONSE,
            "content-security-policy",
            new Pages(HouseStyle.defaultStyle()).contentSecurityPolicy(),
            "content-type",
            "text/html; charset=utf-8",
            "content-language",
            "nl",
            "vary",
            "accept-language, accept-encoding",
            "cache-control",
            "no-cache");
    private static final Map<String, String> PERSONAL_PAGE = personal(PAGE);
    private static final Map<String, String> PERSONAL_REDIRECT = personal(and(BASE, "location", "so"));
    private static final Map<String, String> ORGANISERS_PAGE = ofOrganisers(and(
            PERSONAL_PAGE,
            "content-security-policy",
            new OrganiserPages(HouseStyle.defaultStyle()).contentSecurityPolicy()));
    private static final Map<String, String> API_BASE = and(BASE, "api-version", "1.0.0");
    private static final Map<String, String> PERSONAL_JSON =
            personal(and(API_BASE, "content-type", "application/json"));
    private static final Map<String, String> REVISED_JSON = and(PERSONAL_JSON, "etag", "so");
    private static final Map<String, String> PROBLEM =
            personal(and(API_BASE, "content-type", "application/problem+json"));
    private static final Map<String, String> API_REDIRECT =
            personal(and(API_BASE, "location", "so", "access-control-allow-origin", "*"));

    private static final Map<String, String> FOR_EVERY_WEBSITE = and(BASE, "access-control-allow-origin", "*");
    private static final Map<String, String> FEED = and(
            FOR_EVERY_WEBSITE,
            "cache-control",
            "public, max-age=300",
            "vary",
            "accept-language",
            "etag",
            "so",
            "last-modified",
            "so");
    private static final Map<String, String> PUBLIC_JSON = and(
            API_BASE,
            "access-control-allow-origin",
            "*",
            "content-type",
            "application/json",
            "cache-control",
            "no-cache");
    private static final Map<String, String> PUBLIC_LIST = and(
            PUBLIC_JSON,
            "vary",
            "accept-language",
            "etag",
            "so",
            "last-modified",
            "so",
            "access-control-expose-headers",
            "link");
    private static final String CALENDAR = "text/calendar; charset=utf-8; method=PUBLISH";

    private static final String OWN_CALENDAR = "text/calendar; charset=utf-8; method=REQUEST";

    /** Headers that need only be present. */
    private static final Set<String> ANY_VALUE = Set.of("etag", "last-modified", "location", "content-disposition");

    private static final Set<String> NEEDS_NO_TABLE = Set.of("/", "/privacy", "/accessibility", "/api/v1/openapi.json");

    /** Headers of the connection. */
    private static final Set<String> CONNECTION_HEADERS = Set.of("date", "content-length");

    private static final String UNKNOWN_TOKEN = "VmVyc25lbGxpbmdza2FtZXIhVmVyc25lbGxpbmdza2E";
    private static final String API = "/api/v1/sessions/";
    private static final Map<String, Object> MESSAGE =
            Map.of("subject", Map.of("nl", "Bericht"), "text", Map.of("nl", "Dag"), "to", Map.of());
    private static final String ORGANISER = "/api/v1/organiser/sessions";

    private static final List<Route> ROUTES = routes();

    private final Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE));
    private final Visitor visitor = Visitor.at(desk);
    private final Organiser organiser = new Organiser(desk);
    private final DeskClock clock = new DeskClock(desk);
    private final Inbox inbox = new Inbox(desk);
    private final Set<String> recordSuccess = new TreeSet<>();

    HeadersTest() throws IOException, InterruptedException {}

    @AfterAll
    void close() {
        desk.close();
    }

    private static List<Route> routes() {
        try {
            return Template.read(TemplateTest.FILE, TemplateTest.NAMES).functions().stream()
                    .flatMap(function -> function.routes().stream())
                    .filter(route -> !route.equals(Route.DEFAULT))
                    .sorted(Comparator.comparing(Route::specificity))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Route> routesOfASession() {
        return ROUTES.stream()
                .filter(route -> route.path().contains("{id}") && !OrganiserUrls.isOrganisers(route.path()));
    }

    @Test
    void everyRouteHasExactlyItsHeaders() throws Exception {
        ZonedDateTime start = clock.inDays(40);
        Map<String, Object> open = Organiser.session("Open", start, Map.of());
        assertHeaders(201, REVISED_JSON, organiser.put("open", open, Optional.empty()));
        open.put("title", "Open voor iedereen");
        assertHeaders(200, REVISED_JSON, organiser.put("open", open, Optional.empty()));
        open.put("title", "Van een oudere versie");
        assertHeaders(412, PROBLEM, organiser.put("open", open, Optional.of("\"9\"")));
        assertHeaders(400, PROBLEM, organiser.put("open", Map.of("titel", ""), Optional.empty()));
        organiser.publish("vol", Organiser.session("Vol", start, Map.of("places", 1, "waitingList", false)));
        organiser.publish("wachten", Organiser.session("Wachten", start, Map.of("places", 1)));
        organiser.publish("besluiten", Organiser.session("Besluiten", start, Map.of("admission", "reviewed")));
        organiser.publish("genodigden", Organiser.session("Genodigden", start, Map.of("admission", "invited")));

        checkPublicPages();
        checkSignUp();
        checkInvitation();
        Inbox.Mail confirmation = inbox.lastTo("eerste");
        checkOwnPage("open", inbox.lastTo("noor").ownPage(), start);
        checkLinks(confirmation);
        checkOrganiserRoutes();
        checkOrganisersPages();
        checkAfterwards();

        clock.moveTo(start.plusDays(60));
        assertHeaders(410, PERSONAL_PAGE, visitor.open("/sessions/open/registrations/" + UNKNOWN_TOKEN));
        assertHeaders(410, PROBLEM, visitor.open(API + "open/registrations/" + UNKNOWN_TOKEN));

        assertThat(recordSuccess)
                .isEqualTo(ROUTES.stream().map(Route::key).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Answers what a session asks afterwards, and verifies a certificate of attendance. */
    private void checkAfterwards() throws Exception {
        ZonedDateTime start = clock.inDays(1);
        Map<String, Object> question = Map.of("id", "goed", "label", "Goed?", "kind", "yes-no", "when", "after");
        organiser.publish("vragen", Organiser.session("Vragen", start, Map.of("questions", List.of(question))));
        visitor.signUp("vragen", "ada");
        visitor.signUp("vragen", "bob");
        clock.settle();
        String ada = pathOf(inbox.lastTo("ada").ownPage());
        String bob = "/api/v1" + pathOf(inbox.lastTo("bob").ownPage());
        clock.moveTo(start.plusHours(4));
        String presence = ORGANISER + "/vragen/registrations/" + organiser.id("vragen", "ada") + "/presence";
        visitor.put(presence, "{\"present\": true}");

        assertHeaders(400, PERSONAL_PAGE, visitor.sendForm(ada + "/answers", Map.of()));
        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(ada + "/answers", Map.of("answer.goed", "yes")));
        assertHeaders(400, PROBLEM, visitor.call(bob + "/answers", Map.of()));
        assertHeaders(200, PERSONAL_JSON, visitor.call(bob + "/answers", Map.of("answers", Map.of("goed", true))));
        HttpResponse<String> certificate = get(ada + "/certificate");
        assertHeaders(200, PERSONAL_PAGE, certificate);
        String verified = Jsoup.parse(certificate.body())
                .select("a[href*=/certificates/]")
                .attr("href")
                .replaceFirst("https?://[^/]+", "");
        assertHeaders(200, PERSONAL_PAGE, get(verified));
    }

    private void checkPublicPages() throws Exception {
        assertHeaders(
                303, and(BASE, "location", "so", "cache-control", "no-cache", "vary", "accept-language"), get("/"));
        assertHeaders(200, PAGE, get("/sessions?lang=nl"));
        assertHeaders(200, PAGE, get("/sessions/open"));
        assertHeaders(200, PERSONAL_PAGE, get("/sessions/open/received?as=place"));
        assertHeaders(200, PAGE, get("/privacy"));
        assertHeaders(200, PAGE, get("/accessibility"));
        for (String query : List.of("", "?lang=nl", "?topic=nergens")) {
            assertHeaders(200, and(FEED, "content-type", CALENDAR), get("/sessions.ics" + query));
            assertHeaders(
                    200,
                    and(FEED, "content-type", "application/atom+xml; charset=utf-8"),
                    get("/sessions.atom" + query));
            assertHeaders(200, PUBLIC_LIST, get("/api/v1/sessions" + query));
        }
        assertHeaders(304, FEED, inviteAgain("/sessions.ics"));
        assertHeaders(304, FEED, inviteAgain("/sessions.atom"));
        assertHeaders(304, without(PUBLIC_LIST, "content-type"), inviteAgain("/api/v1/sessions"));
        assertHeaders(200, PUBLIC_JSON, get(API + "open"));
        assertHeaders(200, PUBLIC_JSON, get("/api/v1/openapi.json"));
        assertHeaders(
                200,
                and(FOR_EVERY_WEBSITE, "content-type", CALENDAR, "cache-control", "no-cache"),
                get("/sessions/open.ics"));
        assertHeaders(
                200,
                and(FOR_EVERY_WEBSITE, "content-type", "image/png", "cache-control", "public, max-age=86400"),
                get("/sessions/open.png"));
        for (String unknown : List.of(
                "/sessions/nergens",
                "/sessions/nergens.ics",
                "/sessions/genodigden.png",
                "/sessions/genodigden/received")) {
            assertHeaders(404, PERSONAL_PAGE, get(unknown));
        }
        assertHeaders(404, and(PROBLEM, "access-control-allow-origin", "*"), visitor.open(API + "nergens"));
        assertHeaders(400, PROBLEM, get(API + "open?lang=fr"));
        assertHeaders(
                400,
                and(PROBLEM, "access-control-allow-origin", "*", "access-control-expose-headers", "link"),
                get("/api/v1/sessions?when=later"));
    }

    private void checkSignUp() throws Exception {
        String registrations = "/sessions/open/registrations";
        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(registrations, person("noor")));
        assertHeaders(400, PERSONAL_PAGE, visitor.sendForm(registrations, Map.of("name", "")));
        assertHeaders(404, PERSONAL_PAGE, visitor.sendForm("/sessions/nergens/registrations", person("noor")));
        assertHeaders(413, PERSONAL_PAGE, visitor.sendForm(registrations, Map.of("name", "x".repeat(70_000))));
        assertHeaders(415, PERSONAL_PAGE, visitor.call(registrations, person("noor")));
        assertHeaders(202, PERSONAL_JSON, visitor.call(API + "vol/registrations", person("ria")));
        assertHeaders(409, PERSONAL_PAGE, visitor.sendForm("/sessions/vol/registrations", person("piet")));
        assertHeaders(409, PROBLEM, visitor.call(API + "vol/registrations", person("piet")));
        assertHeaders(400, PROBLEM, visitor.call(API + "vol/registrations", "{"));
        assertHeaders(413, PROBLEM, visitor.call(API + "vol/registrations", "x".repeat(70_000)));
        assertHeaders(415, PROBLEM, visitor.sendForm(API + "vol/registrations", person("piet")));
        assertHeaders(
                303, PERSONAL_REDIRECT, visitor.sendForm("/sessions/vol/own-link", Map.of("email", "els@example.org")));
        assertHeaders(400, PERSONAL_PAGE, visitor.sendForm("/sessions/vol/own-link", Map.of("email", "els")));
        assertHeaders(202, PERSONAL_JSON, visitor.call(API + "vol/own-link", Map.of("email", "els@example.org")));
        assertHeaders(400, PROBLEM, visitor.call(API + "vol/own-link", Map.of("email", "els")));
        visitor.signUp("wachten", "eerste");
        visitor.signUp("wachten", "tweede");
        visitor.signUp("wachten", "derde");
        visitor.signUp("besluiten", "els");
        clock.settle();
    }

    private void checkInvitation() throws Exception {
        String invitations = ORGANISER + "/genodigden/invitations";
        assertHeaders(
                200,
                PERSONAL_JSON,
                visitor.call(invitations, Map.of("invitations", List.of(person("wim"), person("jan")))));
        assertHeaders(400, PROBLEM, visitor.call(invitations, Map.of("invitations", List.of())));
        clock.settle();
        String wim = pathOf(inbox.lastTo("wim").ownPage());
        assertHeaders(400, PERSONAL_PAGE, visitor.sendForm(wim + "/acceptance", Map.of("name", "")));
        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(wim + "/acceptance", Map.of("name", "Wim")));
        String jan = "/api/v1" + pathOf(inbox.lastTo("jan").ownPage());
        assertHeaders(400, PROBLEM, visitor.call(jan + "/acceptance", Map.of("name", "")));
        assertHeaders(200, PERSONAL_JSON, visitor.call(jan + "/acceptance", Map.of()));
    }

    /** Uses the own link of a confirmed participant, whose session shows the meeting link an hour before its start. */
    private void checkOwnPage(String session, String link, ZonedDateTime start) throws Exception {
        String checkOwnPage = pathOf(link);
        String api = "/api/v1" + checkOwnPage;
        String nobodys = "/sessions/" + session + "/registrations/" + UNKNOWN_TOKEN;
        assertHeaders(200, PERSONAL_PAGE, get(checkOwnPage));
        assertHeaders(200, PERSONAL_PAGE, get(checkOwnPage + "/meeting"));
        assertHeaders(
                200,
                personal(and(BASE, "content-type", OWN_CALENDAR, "content-disposition", "so")),
                get(checkOwnPage + "/calendar.ics"));
        assertHeaders(200, PERSONAL_JSON, get(api));
        assertHeaders(200, PERSONAL_JSON, get(api + "/data"));
        for (String unknown : List.of(
                nobodys, nobodys + "/meeting", nobodys + "/certificate", nobodys + "/calendar.ics", nobodys + "x")) {
            assertHeaders(404, PERSONAL_PAGE, get(unknown));
        }
        assertHeaders(303, PERSONAL_REDIRECT, get(checkOwnPage + "/certificate"));
        assertHeaders(409, PERSONAL_PAGE, visitor.sendForm(checkOwnPage + "/answers", Map.of()));
        assertHeaders(404, PERSONAL_PAGE, get("/sessions/" + session + "/certificates/" + "A".repeat(44)));
        assertHeaders(404, PROBLEM, get("/api/v1" + nobodys));

        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(checkOwnPage + "/changes", person("noor")));
        assertHeaders(400, PERSONAL_PAGE, visitor.sendForm(checkOwnPage + "/changes", Map.of("name", "")));
        assertHeaders(404, PERSONAL_PAGE, visitor.sendForm(nobodys + "/changes", person("noor")));
        assertHeaders(200, PERSONAL_JSON, send("PATCH", api, Map.of("organisation", "Gemeente")));
        assertHeaders(400, PROBLEM, send("PATCH", api, Map.of("name", "")));
        assertHeaders(404, PROBLEM, send("PATCH", "/api/v1" + nobodys, Map.of()));

        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(checkOwnPage + "/confirmation", Map.of()));
        assertHeaders(200, PERSONAL_JSON, visitor.call(api + "/confirmation", Map.of()));
        assertHeaders(404, PERSONAL_PAGE, visitor.sendForm(nobodys + "/confirmation", Map.of()));

        clock.moveTo(start.minusMinutes(30));
        assertHeaders(303, PERSONAL_REDIRECT, get(checkOwnPage + "/meeting"));
        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(checkOwnPage + "/cancellation", Map.of()));
        assertHeaders(200, PERSONAL_JSON, visitor.call(api + "/cancellation", Map.of()));
        assertHeaders(409, PERSONAL_PAGE, visitor.sendForm(checkOwnPage + "/changes", person("noor")));
        assertHeaders(409, PROBLEM, send("PATCH", api, Map.of()));
        assertHeaders(404, PERSONAL_PAGE, visitor.sendForm(nobodys + "/cancellation", Map.of()));
        assertHeaders(400, PERSONAL_PAGE, visitor.sendForm(checkOwnPage + "/erasure", Map.of()));
        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(checkOwnPage + "/erasure", Map.of("sure", "yes")));
        assertHeaders(404, PERSONAL_PAGE, visitor.sendForm(checkOwnPage + "/erasure", Map.of("sure", "yes")));
        assertHeaders(404, PROBLEM, visitor.call(api + "/erasure", Map.of()));
        assertHeaders(404, PERSONAL_PAGE, visitor.sendForm(checkOwnPage + "/refusal", Map.of("no-mail", "yes")));
        assertHeaders(404, PROBLEM, visitor.call(api + "/refusal", Map.of()));
        visitor.signUp("open", "mies");
        clock.settle();
        String refused = pathOf(inbox.lastTo("mies").ownPage());
        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(refused + "/refusal", Map.of("no-mail", "yes")));
        assertHeaders(200, PERSONAL_PAGE, get(refused));
        assertHeaders(200, PERSONAL_JSON, visitor.call("/api/v1" + refused + "/refusal", Map.of()));
        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(refused + "/refusal", Map.of("undo", "yes")));
        String another = "/api/v1" + pathOf(inbox.lastTo("els").ownPage());
        assertHeaders(200, PERSONAL_JSON, visitor.call(another + "/erasure", Map.of()));
    }

    /** Uses the link in a calendar entry, and one that ends. */
    private void checkLinks(Inbox.Mail letter) throws Exception {
        String entry = pathOf(letter.entry("URL")).replaceFirst("[?].*", "");
        assertHeaders(200, PERSONAL_PAGE, get(entry));
        assertHeaders(303, PERSONAL_REDIRECT, get(entry + "/meeting"));
        assertHeaders(403, PERSONAL_PAGE, get(entry + "/calendar.ics"));
        assertHeaders(403, PERSONAL_PAGE, visitor.sendForm(entry + "/cancellation", Map.of()));
        assertHeaders(403, PROBLEM, get("/api/v1" + entry));
        assertHeaders(403, PROBLEM, visitor.call("/api/v1" + entry + "/renewal", Map.of()));
        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(entry + "/own-link", Map.of()));
        assertHeaders(202, PERSONAL_JSON, visitor.call("/api/v1" + entry + "/own-link", Map.of()));

        String own = pathOf(letter.ownPage());
        assertHeaders(303, PERSONAL_REDIRECT, visitor.sendForm(own + "/renewal", Map.of()));
        assertHeaders(410, PERSONAL_PAGE, get(own));
        assertHeaders(410, PERSONAL_PAGE, get(own + "/calendar.ics"));
        assertHeaders(410, PERSONAL_PAGE, visitor.sendForm(own + "/renewal", Map.of()));
        assertHeaders(410, PROBLEM, get("/api/v1" + own));
        assertHeaders(410, PROBLEM, visitor.call("/api/v1" + own + "/renewal", Map.of()));
        clock.settle();
        String next = "/api/v1" + pathOf(inbox.lastTo("eerste").ownPage());
        assertHeaders(202, PERSONAL_JSON, visitor.call(next + "/renewal", Map.of()));
    }

    /** Runs half an hour before the start. */
    private void checkOrganiserRoutes() throws Exception {
        assertHeaders(200, PERSONAL_JSON, get(ORGANISER));
        assertHeaders(200, REVISED_JSON, get(ORGANISER + "/open"));
        assertHeaders(404, PROBLEM, organiser.look("nergens"));
        assertHeaders(200, PERSONAL_JSON, get(ORGANISER + "/open/changes"));
        String messages = ORGANISER + "/open/messages";
        HttpResponse<String> sent = visitor.call(messages, MESSAGE);
        assertHeaders(201, PERSONAL_JSON, sent);
        assertHeaders(400, PROBLEM, visitor.call(messages, Map.of()));
        assertHeaders(200, PERSONAL_JSON, get(messages));
        String withdrawal = messages + "/" + JSON.std.mapFrom(sent.body()).get("id") + "/withdrawal";
        assertHeaders(200, PERSONAL_JSON, visitor.call(withdrawal, Map.of()));
        String list = ORGANISER + "/wachten/registrations";
        assertHeaders(200, PERSONAL_JSON, get(list));
        assertHeaders(400, PROBLEM, get(list + "?state=weg"));
        assertHeaders(
                200,
                personal(and(
                        API_BASE,
                        "content-type",
                        "text/csv; charset=utf-8; header=present",
                        "content-disposition",
                        "so")),
                get(list + ".csv"));
        assertHeaders(400, PROBLEM, get(list + ".csv?state=weg"));
        assertHeaders(
                200,
                personal(and(API_BASE, "content-type", RegistrationsXlsx.TYPE, "content-disposition", "so")),
                get(list + ".xlsx"));
        assertHeaders(400, PROBLEM, get(list + ".xlsx?state=weg"));
        assertHeaders(200, and(PERSONAL_PAGE, "api-version", "1.0.0"), get(list + ".html"));
        assertHeaders(400, PROBLEM, get(list + ".html?state=weg"));
        assertHeaders(201, PERSONAL_JSON, visitor.call(list, person("vierde")));
        String first = list + "/" + organiser.id("wachten", "eerste");
        String third = list + "/" + organiser.id("wachten", "derde");
        assertHeaders(200, PERSONAL_JSON, send("PUT", first + "/presence", Map.of("present", true)));
        assertHeaders(400, PROBLEM, send("PUT", first + "/presence", Map.of()));
        assertHeaders(409, PROBLEM, visitor.call(first + "/priority", Map.of("reason", "Spreekt zelf")));
        assertHeaders(200, PERSONAL_JSON, visitor.call(third + "/priority", Map.of("reason", "Spreekt zelf")));
        assertHeaders(200, PERSONAL_JSON, visitor.call(third + "/own-link", Map.of()));
        assertHeaders(200, PERSONAL_JSON, visitor.call(third + "/own-link", Map.of("renew", true)));
        assertHeaders(400, PROBLEM, visitor.call(third + "/own-link", Map.of("renew", "ja")));
        assertHeaders(200, PERSONAL_JSON, visitor.call(third + "/cancellation", Map.of("reason", "")));
        String unconfirmed = list + "/unconfirmed/cancellation";
        assertHeaders(200, PERSONAL_JSON, get(unconfirmed));
        assertHeaders(400, PROBLEM, get(unconfirmed + "?since=gisteren"));
        assertHeaders(200, PERSONAL_JSON, visitor.call(unconfirmed, Map.of("since", "2099-06-01T14:00:00+02:00")));
        assertHeaders(400, PROBLEM, visitor.call(unconfirmed, Map.of("since", "gisteren")));
        visitor.signUp("besluiten", "bo");
        String bo = ORGANISER + "/besluiten/registrations/" + organiser.id("besluiten", "bo");
        assertHeaders(200, PERSONAL_JSON, visitor.call(bo + "/decision", Map.of("decision", "accept")));
        assertHeaders(409, PROBLEM, visitor.call(bo + "/decision", Map.of("decision", "decline")));
        assertHeaders(200, REVISED_JSON, organiser.cancel("vol", "De spreker is ziek."));
        assertHeaders(415, PROBLEM, visitor.sendForm(ORGANISER + "/vol/cancellation", Map.of()));
        assertHeaders(200, REVISED_JSON, visitor.call(ORGANISER + "/vol/reinstatement", Map.of()));
        assertHeaders(200, REVISED_JSON, organiser.cancel("vol", "De spreker is ziek."));
    }

    @ParameterizedTest
    @MethodSource("routesOfASession")
    void everyRouteHasErrorHeadersForAnUnknownSession(Route route) throws Exception {
        assertHeaders(404, errorOf(route), ask(visitor, route, "Geen_Naam"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /nergens",
                "HEAD /nergens",
                "POST /sessions",
                "DELETE /sessions/open",
                "OPTIONS /sessions/open/registrations",
                "PUT /sessions/open/registrations",
                "GET /sessions/Geen_Naam/registrations",
                "GET /sessions/open/registrations/" + UNKNOWN_TOKEN + "/nergens",
                "GET /favicon.ico",
                "POST /sessions/open/",
                "GET /api",
            })
    void anUnknownPathGetsAnErrorPage(String request) throws Exception {
        String[] methodAndPath = request.split(" ", -1);

        HttpResponse<String> answer = send(methodAndPath[0], methodAndPath[1], Map.of());

        assertHeaders(404, PERSONAL_PAGE, answer);
        if (!methodAndPath[0].equals("HEAD")) {
            assertThat(answer.body()).contains("<html lang=\"nl\"", "Deze pagina is er niet, of niet meer.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sessions/open/registrations, /sessions/open",
        "/sessions/open/own-link, /sessions/open",
        "/sessions/open/registrations/%1$s/changes, /sessions/open/registrations/%1$s",
        "/sessions/open/registrations/%1$s/acceptance, /sessions/open/registrations/%1$s",
        "/sessions/open/registrations/%1$s/answers, /sessions/open/registrations/%1$s",
        "/sessions/open/registrations/%1$s/cancellation, /sessions/open/registrations/%1$s",
        "/sessions/open/registrations/%1$s/confirmation, /sessions/open/registrations/%1$s",
        "/sessions/open/registrations/%1$s/erasure, /sessions/open/registrations/%1$s",
        "/sessions/open/registrations/%1$s/renewal, /sessions/open/registrations/%1$s",
        "/sessions/open/registrations/%1$s/own-link, /sessions/open/registrations/%1$s",
        "/sessions/open/registrations/%1$s/refusal, /sessions/open/registrations/%1$s",
    })
    void redirectsGetOfAFormTargetToTheForm(String form, String page) throws Exception {
        HttpResponse<String> answer = get(form.formatted(UNKNOWN_TOKEN));

        assertHeaders(303, PERSONAL_REDIRECT, answer);
        assertThat(answer.headers().firstValue("location")).contains(page.formatted(UNKNOWN_TOKEN));
        assertThat(get(form.formatted(UNKNOWN_TOKEN) + "?lang=en").headers().firstValue("location"))
                .contains(page.formatted(UNKNOWN_TOKEN) + "?lang=en");
    }

    @ParameterizedTest
    @CsvSource({
        "/sessions/Open/, /sessions/open",
        "/sessions.ics., /sessions.ics",
        "/sessions/open/registrations/%1$s%%3E, /sessions/open/registrations/%1$s",
        "/sessions/open/registrations/, /sessions/open/registrations",
        "/Privacy, /privacy"
    })
    void redirectsToTheAddressThatWasMeant(String broken, String meant) throws Exception {
        HttpResponse<String> answer = get(broken.formatted(UNKNOWN_TOKEN) + "?lang=en");

        assertHeaders(308, PERSONAL_REDIRECT, answer);
        assertThat(answer.headers().firstValue("location")).hasValue(meant.formatted(UNKNOWN_TOKEN) + "?lang=en");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/sessions/, /api/v1/sessions",
        "/api/v1/sessions/Open, /api/v1/sessions/open",
        "/api/v1/sessions/open/registrations/%1$s., /api/v1/sessions/open/registrations/%1$s",
        "/api/v1/organiser/sessions/open/registrations.CSV, /api/v1/organiser/sessions/open/registrations.csv"
    })
    void redirectsProgramsToTheAddressThatWasMeant(String broken, String meant) throws Exception {
        HttpResponse<String> answer = get(broken.formatted(UNKNOWN_TOKEN) + "?limit=3");

        assertHeaders(308, API_REDIRECT, answer);
        assertThat(answer.headers().firstValue("location")).hasValue(meant.formatted(UNKNOWN_TOKEN) + "?limit=3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/",
                "GET /api/v2/sessions",
                "POST /api/v1/sessions",
                "DELETE /api/v1/sessions/open",
                "DELETE /api/v1/organiser/sessions/open",
                "OPTIONS /api/v1/sessions/open/registrations"
            })
    void anUnknownApiPathGetsAProblemWithoutCors(String request) throws Exception {
        String[] methodAndPath = request.split(" ", -1);

        HttpResponse<String> answer = send(methodAndPath[0], methodAndPath[1], Map.of());

        assertHeaders(404, PROBLEM, answer);
        assertThat(JSON.std.mapFrom(answer.body())).containsEntry("code", "page.unknown");
    }

    @Test
    void aCompressedPageIsTheSamePage() throws Exception {
        String plain = get("/sessions").body();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> sent = client.send(
                    visitor.to("/sessions")
                            .header("Accept-Encoding", "gzip, deflate, br")
                            .GET()
                            .build(),
                    BodyHandlers.ofByteArray());

            assertThat(ours(sent)).isEqualTo(and(PAGE, "content-encoding", "gzip"));
            assertThat(sent.body().length).isLessThan(plain.length() / 2);
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(sent.body()))) {
                assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(plain);
            }
        }
    }

    /** Uses a table that fails at every call, so that every handler meets an unforeseen error. */
    @Test
    void everyRouteHasErrorHeadersWhenTheTableFails() throws Exception {
        Handlers failing =
                (function, around) -> Handlers.named().create(function, around.with(FailingTable::new, around.ses()));
        try (Desk failingDesk =
                Desk.startPaused(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE), failing)) {
            Visitor unlucky = Visitor.at(failingDesk);
            for (Route route : ROUTES) {
                if (OrganiserUrls.isOrganisers(route.path())) {
                    continue;
                }
                HttpResponse<String> answer = ask(unlucky, route, "open");
                if (NEEDS_NO_TABLE.contains(route.path())) {
                    assertThat(answer.statusCode()).as(route.key()).isLessThan(400);
                    continue;
                }
                assertHeaders(500, errorOfOurs(route), answer);
                if (route.method().equals("HEAD")) {
                    assertThat(answer.body()).isEmpty();
                } else if (route.path().startsWith("/api/")) {
                    assertThat(JSON.std.mapFrom(answer.body())).containsEntry("code", "unexpected");
                } else {
                    assertThat(answer.body())
                            .contains("<html lang=\"nl\"", "Er ging iets mis bij ons.")
                            .doesNotContain("Exception", "nl.samenkomst");
                }
            }
        }
    }

    /** Sends what a route takes, about this session. */
    private static HttpResponse<String> ask(Visitor visitor, Route route, String session)
            throws IOException, InterruptedException {
        String path = path(route, session);
        if (Set.of("GET", "HEAD").contains(route.method())) {
            return visitor.send(visitor.to(path).method(route.method(), BodyPublishers.noBody()));
        }
        if (!route.path().startsWith("/api/")) {
            Map<String, String> form = new HashMap<>(person("noor"));
            form.put("sure", "yes");
            return visitor.sendForm(path, form);
        }
        return visitor.send(visitor.to(path)
                .header("Content-Type", Visitor.JSON_TYPE)
                .method(route.method(), BodyPublishers.ofString(JSON.std.asString(bodyFor(route)))));
    }

    private static String path(Route route, String session) {
        return route.path()
                .replace("{id}", session)
                .replace("{token}", UNKNOWN_TOKEN)
                .replace("{code}", "a".repeat(21) + "A" + "a".repeat(21) + "A")
                .replace("{organiser}", "a".repeat(16))
                .replace("{message}", "1".repeat(20))
                .replace("{section}", "about")
                .replace("{registration}", "a".repeat(21) + "A");
    }

    private static Map<String, ?> bodyFor(Route route) {
        return switch (route.path().substring(route.path().lastIndexOf('/') + 1)) {
            case "registrations" -> person("noor");
            case "own-link" ->
                route.path().startsWith(ORGANISER) ? Map.of("renew", false) : Map.of("email", "noor@example.org");
            case "messages" -> MESSAGE;
            case "invitations" -> Map.of("invitations", List.of(person("noor")));
            case "decision" -> Map.of("decision", "accept");
            case "priority" -> Map.of("reason", "Spreekt zelf");
            case "presence" -> Map.of("present", true);
            case "{id}" ->
                Map.of(
                        "title", "Open",
                        "organiser", "Kennisinstituut",
                        "contact", "a@example.org",
                        "start", "2099-06-01T14:00:00+02:00",
                        "end", "2099-06-01T16:00:00+02:00");
            default -> route.path().startsWith(ORGANISER) ? Map.of("reason", "Daarom") : Map.of();
        };
    }

    private static Map<String, String> errorOf(Route route) {
        return route.path().equals("/api/v1/sessions/{id}")
                ? and(PROBLEM, "access-control-allow-origin", "*")
                : errorOfOurs(route);
    }

    private static Map<String, String> errorOfOurs(Route route) {
        return route.path().startsWith("/api/") ? PROBLEM : PERSONAL_PAGE;
    }

    /** Opens the organiser's pages without signing in; {@code tests.organise} checks them as their users. */
    private void checkOrganisersPages() throws Exception {
        for (Route route : ROUTES) {
            if (OrganiserUrls.isOrganisers(route.path()) && route.method().equals("POST")) {
                assertHeaders(403, ORGANISERS_PAGE, ask(visitor, route, "open"));
                recordSuccess.add(route.key());
            } else if (OrganiserUrls.isOrganisers(route.path())
                    && route.method().equals("GET")) {
                HttpResponse<String> answer = get(path(route, "open"));
                boolean isRedirect = answer.statusCode() == 303;
                assertHeaders(
                        answer.statusCode(), isRedirect ? ofOrganisers(PERSONAL_REDIRECT) : ORGANISERS_PAGE, answer);
            }
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor.open(path);
        HttpResponse<String> head = visitor.peek(path);
        assertThat(head.statusCode()).as("HEAD %s", path).isEqualTo(answer.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(ours(head)).as("HEAD %s", path).isEqualTo(ours(answer));
        recordSuccess(head);
        return answer;
    }

    /**
     * Requests the path twice, the second time with the ETag of the first response, and returns the second response.
     */
    private HttpResponse<String> inviteAgain(String path) throws IOException, InterruptedException {
        String tag = visitor.open(path).headers().firstValue("etag").orElseThrow();
        return visitor.send(visitor.to(path).header("If-None-Match", tag).GET());
    }

    private HttpResponse<String> send(String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        return visitor.send(visitor.to(path)
                .header("Content-Type", Visitor.JSON_TYPE)
                .method(method, BodyPublishers.ofString(JSON.std.asString(body))));
    }

    private void assertHeaders(int status, Map<String, String> headers, HttpResponse<String> answer)
            throws IOException {
        String what = answer.request().method() + " " + answer.uri();
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(status);
        assertThat(ours(answer)).as("%d %s", status, what).isEqualTo(headers);
        recordSuccess(answer);
    }

    private void recordSuccess(HttpResponse<?> answer) {
        if (answer.statusCode() < 400) {
            ROUTES.stream()
                    .filter(route -> route.match(
                                    answer.request().method(), answer.uri().getRawPath())
                            .isPresent())
                    .findFirst()
                    .map(Route::key)
                    .ifPresent(recordSuccess::add);
        }
    }

    private static Map<String, String> ours(HttpResponse<?> answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (!CONNECTION_HEADERS.contains(name)) {
                headers.put(name, ANY_VALUE.contains(name) ? "so" : String.join(" and also ", values));
            }
        });
        return headers;
    }

    /** With no-referrer, browsers would send "Origin: null" with these pages' forms. */
    private static Map<String, String> ofOrganisers(Map<String, String> headers) {
        return and(headers, "referrer-policy", "same-origin");
    }

    private static Map<String, String> personal(Map<String, String> headers) {
        return and(headers, "cache-control", "no-store", "x-robots-tag", "noindex");
    }

    private static Map<String, String> and(Map<String, String> headers, String... namesAndValues) {
        Map<String, String> more = new TreeMap<>(headers);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            more.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return more;
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        Map<String, String> fewer = new TreeMap<>(headers);
        fewer.remove(name);
        return fewer;
    }

    private static Map<String, String> person(String name) {
        Map<String, String> person = new LinkedHashMap<>();
        person.put("name", name);
        person.put("email", name + "@example.org");
        return person;
    }

    private static String pathOf(String link) {
        return link.replaceFirst("https?://[^/]+", "");
    }

    private static final class FailingTable implements DynamoDbClient {

        @Override
        public String serviceName() {
            return "failing";
        }

        @Override
        public void close() {}
    }
}
