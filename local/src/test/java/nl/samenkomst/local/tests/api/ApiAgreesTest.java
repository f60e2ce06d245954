package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.kit.DeskClock;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Visitor;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.xlsx.RegistrationsXlsx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Checks that the API matches its OpenAPI description: the routes, the statuses and the shape of every response. */
@TestInstance(Lifecycle.PER_CLASS)
final class ApiAgreesTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final String SERVER = "/api/v1";
    private static final String DESCRIPTION = "/api/v1/openapi.json";
    private static final String SESSION = "/api/v1/sessions/{id}";
    private static final String SIGN_UP = "/api/v1/sessions/{id}/registrations";
    private static final String OWN_TURN = "/api/v1/sessions/{id}/registrations/{token}";
    private static final String CANCELLATION = OWN_TURN + "/cancellation";
    private static final String ACCEPTANCE = OWN_TURN + "/acceptance";
    private static final String ANSWERS = OWN_TURN + "/answers";
    private static final String DATA = OWN_TURN + "/data";
    private static final String ERASURE = OWN_TURN + "/erasure";
    private static final String CONFIRMATION = OWN_TURN + "/confirmation";
    private static final String RENEWAL = OWN_TURN + "/renewal";
    private static final String OWN_LINK_BY_LINK = OWN_TURN + "/own-link";
    private static final String REFUSAL = OWN_TURN + "/refusal";
    private static final String OWN_LINK = "/api/v1/sessions/{id}/own-link";
    private static final String ORGANISER = "/api/v1/organiser/sessions";
    private static final String ORGANISER_SESSION = ORGANISER + "/{id}";
    private static final String SESSION_CANCELLATION = ORGANISER_SESSION + "/cancellation";
    private static final String REINSTATEMENT = ORGANISER_SESSION + "/reinstatement";
    private static final String INVITATIONS = ORGANISER_SESSION + "/invitations";
    private static final String LIST = ORGANISER_SESSION + "/registrations";
    private static final String LIST_AS_CSV = LIST + ".csv";
    private static final String LIST_AS_XLSX = LIST + ".xlsx";
    private static final String LIST_ON_PAPER = LIST + ".html";
    private static final String ONE = LIST + "/{registration}";
    private static final String DECISION = ONE + "/decision";
    private static final String CANCELLATION_OF_ONE = ONE + "/cancellation";
    private static final String PRIORITY = ONE + "/priority";
    private static final String PRESENCE = ONE + "/presence";
    private static final String OWN_LINK_OF_ONE = ONE + "/own-link";
    private static final String UNCONFIRMED = LIST + "/unconfirmed/cancellation";
    private static final String MESSAGES = ORGANISER_SESSION + "/messages";
    private static final String WITHDRAWAL = MESSAGES + "/{message}/withdrawal";
    private static final String CHANGES = ORGANISER_SESSION + "/changes";
    private static final List<String> CHANGES_OF_ONE =
            List.of(DECISION, CANCELLATION_OF_ONE, PRIORITY, PRESENCE, OWN_LINK_OF_ONE);

    private static final String UNKNOWN_TOKEN = "VmVyc25lbGxpbmdza2FtZXIhVmVyc25lbGxpbmdza2E";

    private final Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE));
    private final Visitor program = Visitor.at(desk);
    private final Organiser organiser = new Organiser(desk);
    private final DeskClock clock = new DeskClock(desk);
    private final Set<String> seenResponses = new TreeSet<>();
    private JsonNode description = JACKSON.createObjectNode();

    ApiAgreesTest() throws IOException, InterruptedException {}

    @BeforeAll
    void read() throws Exception {
        description = JACKSON.readTree(program.open(DESCRIPTION).body());
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void describesExactlyTheDeployedRoutes() throws IOException {
        assertThat(description.at("/servers/0/url").asText()).isEqualTo(desk.address() + SERVER);
        Set<String> described = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                described.add(method.toUpperCase(Locale.ROOT) + " " + SERVER + path.getKey())));

        Set<String> deployed = new TreeSet<>();
        Template.read(TemplateTest.FILE, TemplateTest.NAMES).functions().stream()
                .flatMap(function -> function.routes().stream())
                .filter(route -> route.path().startsWith("/api/"))
                // HEAD is described by the GET of its path.
                .filter(route -> !route.method().equals("HEAD"))
                .forEach(route -> deployed.add(route.key()));
        assertThat(described).isEqualTo(deployed);
    }

    @Test
    void pagesListsOfSessions() throws Exception {
        for (int i = 0; i < 51; i++) {
            organiser.publish("reeks-" + i, Organiser.session("Reeks", clock.inDays(100 + i), Map.of()));
        }

        for (String path : List.of("/api/v1/sessions", ORGANISER)) {
            HttpResponse<String> answer = program.open(path + "?limit=50");
            JsonNode operation = pathItem(path).path("get");
            assertThat(answer.headers().firstValue("link")).as(path).isPresent();
            assertThat(operation.at("/responses/200/headers").has("Link"))
                    .as(path)
                    .isTrue();
            assertThat(operation.path("parameters").toString()).as(path).contains("/after");
        }
    }

    /** Sends requests until every described response has been seen, and checks each against its description. */
    @Test
    void everyResponseIsAsDescribed() throws Exception {
        String open = "open";
        String full = "vol";
        organiser.publish("eerst", Organiser.session("Eerst", clock.inDays(9), Map.of()));
        assertDescribed("GET", DESCRIPTION, 200, program.open(DESCRIPTION));

        // Publish and change.
        Map<String, Object> document = Organiser.session(
                "Lokale aanpak",
                clock.inDays(10),
                Map.of(
                        "noticePeriod",
                        "P7D",
                        "audience",
                        List.of("beleidsmedewerkers"),
                        "programme",
                        List.of(Map.of("title", "Inloop")),
                        "materials",
                        List.of(Map.of("title", "Handreiking", "url", "https://example.org/a", "when", "before"))));
        assertDescribed("PUT", ORGANISER_SESSION, 201, organiser.put(open, document, Optional.empty()));
        document.put("title", "Lokale aanpak eenzaamheid");
        assertDescribed("PUT", ORGANISER_SESSION, 200, organiser.put(open, document, Optional.of("\"1\"")));
        document.put("title", "Een oudere versie");
        assertDescribed("PUT", ORGANISER_SESSION, 412, organiser.put(open, document, Optional.of("\"1\"")));
        assertDescribed("PUT", ORGANISER_SESSION, 412, organiser.put(open, document, Optional.of("anything")));
        assertDescribed("PUT", ORGANISER_SESSION, 200, organiser.putAndTell(open, "true", document));
        assertDescribed("PUT", ORGANISER_SESSION, 200, organiser.putAndTell(open, "false", document));
        assertDescribed("PUT", ORGANISER_SESSION, 400, organiser.putAndTell(open, "ja", document));
        assertDescribed("PUT", ORGANISER_SESSION, 404, organiser.put("Niet_Zo", document, Optional.empty()));
        assertDescribed("PUT", ORGANISER_SESSION, 400, organiser.put(open, Map.of("titel", ""), Optional.empty()));
        assertDescribed("PUT", ORGANISER_SESSION, 413, organiser.put(open, Map.of("title", large()), Optional.empty()));
        assertDescribed("PUT", ORGANISER_SESSION, 415, put(ORGANISER + "/" + open, "text/plain"));
        assertDescribed("GET", ORGANISER_SESSION, 200, organiser.look(open));
        assertDescribed("GET", ORGANISER_SESSION, 404, organiser.look("nergens"));
        assertDescribed("GET", ORGANISER, 200, organiser.all());
        assertDescribed("GET", ORGANISER, 400, program.open(ORGANISER + "?limit=0"));

        for (String query : List.of("?when=later", "?page=0", "?after=x", "?passed=A_B", "?lang=fr")) {
            assertDescribed("GET", "/api/v1/sessions", 400, program.open("/api/v1/sessions" + query));
        }
        assertDescribed("GET", DESCRIPTION, 400, program.open(DESCRIPTION + "?lang=fr"));
        assertDescribed("GET", SESSION, 400, program.open("/api/v1/sessions/" + open + "?lang=fr"));
        assertDescribed("GET", ORGANISER_SESSION, 400, program.open(ORGANISER + "/" + open + "?lang=fr"));

        // Sign up.
        String signUp = "/api/v1/sessions/" + open + "/registrations";
        assertDescribed("POST", SIGN_UP, 202, program.call(signUp, person("noor")));
        assertDescribed("POST", SIGN_UP, 400, program.call(signUp, Map.of("name", "", "e-mail", "noor")));
        assertDescribed("POST", SIGN_UP, 400, program.call(signUp, "[]"));
        assertDescribed("POST", SIGN_UP, 413, program.call(signUp, Map.of("name", large())));
        assertDescribed("POST", SIGN_UP, 415, program.sendForm(signUp, Map.of("name", "Noor")));
        assertDescribed("POST", SIGN_UP, 404, program.call("/api/v1/sessions/nergens/registrations", person("noor")));
        organiser.publish(full, Organiser.session("Vol", clock.inDays(11), Map.of("places", 1, "waitingList", false)));
        String signUpWhereFull = "/api/v1/sessions/" + full + "/registrations";
        assertDescribed("POST", SIGN_UP, 202, program.call(signUpWhereFull, person("noor")));
        assertDescribed("POST", SIGN_UP, 409, program.call(signUpWhereFull, person("ibrahim")));
        organiser.publish("wachten", Organiser.session("Wachten", clock.inDays(12), Map.of("places", 1)));
        assertDescribed("POST", SIGN_UP, 202, program.call("/api/v1/sessions/wachten/registrations", person("noor")));
        organiser.publish("samen-1", Organiser.session("Een", clock.inDays(13), Map.of("series", "Reeks")));
        organiser.publish("samen-2", Organiser.session("Twee", clock.inDays(14), Map.of("series", "Reeks")));
        Map<String, Object> several = person("noor");
        several.put("also", List.of("samen-2"));
        assertDescribed("POST", SIGN_UP, 202, program.call("/api/v1/sessions/samen-1/registrations", several));
        several.put("also", List.of("nergens"));
        assertDescribed("POST", SIGN_UP, 400, program.call("/api/v1/sessions/samen-1/registrations", several));
        assertDescribed(
                "POST", SIGN_UP, 202, program.call("/api/v1/sessions/wachten/registrations", person("ibrahim")));

        // The public's view.
        assertDescribed("GET", "/api/v1/sessions", 200, program.open("/api/v1/sessions"));
        assertDescribed("GET", "/api/v1/sessions", 400, program.open("/api/v1/sessions?after=%FF&page=x&when=x"));
        assertDescribed("GET", "/api/v1/sessions", 200, program.open("/api/v1/sessions?when=past&topic=nergens"));
        assertConditionalGet("/api/v1/sessions");
        assertDescribed("GET", SESSION, 200, program.open("/api/v1/sessions/" + open));
        assertDescribed("GET", SESSION, 200, program.open("/api/v1/sessions/" + full));
        assertDescribed("GET", SESSION, 404, program.open("/api/v1/sessions/nergens"));

        // The participant's own registration.
        Inbox inbox = new Inbox(desk);
        inbox.hasExactly("noor confirmed", "noor confirmed", "noor confirmed", "noor confirmed", "ibrahim waiting");
        String waiting = inApi(inbox.lastTo("ibrahim"));
        String first = inApi(inbox.all().getFirst());
        assertDescribed("GET", OWN_TURN, 200, program.open(waiting));
        assertDescribed("GET", OWN_TURN, 200, program.open(first));
        assertDescribed("GET", OWN_TURN, 404, program.open(signUp + "/" + UNKNOWN_TOKEN));
        assertDescribed("POST", CANCELLATION, 200, program.call(waiting + "/cancellation", Map.of()));
        assertDescribed(
                "POST", CANCELLATION, 200, program.post(waiting + "/cancellation", "", new byte[] {(byte) 0xff}));
        assertDescribed(
                "POST", CANCELLATION, 404, program.call(signUp + "/" + UNKNOWN_TOKEN + "/cancellation", Map.of()));
        assertDescribed("GET", OWN_TURN, 200, program.open(waiting));
        checkOwnChangesAndErasure(waiting, first, signUp);
        assertDescribed("POST", SIGN_UP, 202, program.call(signUp, person("vera")));
        // Some of these people are erased by now.
        inbox.onlyRead().forgetEarlier();
        checkLinks(inbox.lastTo("vera"), signUp + "/" + UNKNOWN_TOKEN);

        checkInvitations();
        checkOrganiserChanges();
        String asked = checkAnswersBefore();

        // The organiser's list, and cancelling the session.
        assertDescribed("GET", LIST, 200, organiser.registrations(open));
        assertDescribed("GET", LIST, 200, organiser.registrations("wachten"));
        assertDescribed("GET", LIST, 404, organiser.registrations("nergens"));
        clock.moveTo(clock.inDays(5));
        assertDescribed("POST", CANCELLATION, 409, program.call(first + "/cancellation", Map.of()));
        checkAnswersAfterwards(asked);
        assertDescribed("POST", SESSION_CANCELLATION, 200, organiser.cancel(open, "De spreker is ziek."));
        assertDescribed("POST", SESSION_CANCELLATION, 404, organiser.cancel("nergens", ""));
        assertDescribed("POST", SESSION_CANCELLATION, 400, organiser.cancel(open, "te lang ".repeat(100)));
        assertDescribed("POST", SESSION_CANCELLATION, 413, organiser.cancel(open, large()));
        assertDescribed(
                "POST",
                SESSION_CANCELLATION,
                415,
                program.sendForm(ORGANISER + "/" + open + "/cancellation", Map.of()));
        String reinstatement = ORGANISER + "/" + open + "/reinstatement";
        assertDescribed("POST", REINSTATEMENT, 200, program.call(reinstatement, Map.of()));
        assertDescribed("POST", REINSTATEMENT, 400, program.call(reinstatement + "?lang=fr", Map.of()));
        assertDescribed("POST", REINSTATEMENT, 404, program.call(reinstatement.replace(open, "nergens"), Map.of()));
        organiser.cancel(open, "De spreker is ziek.");
        assertDescribed("PUT", ORGANISER_SESSION, 409, organiser.put(open, document, Optional.empty()));
        assertDescribed("GET", SESSION, 200, program.open("/api/v1/sessions/" + open));
        assertDescribed("GET", ORGANISER_SESSION, 200, organiser.look(open));
        assertDescribed("GET", OWN_TURN, 200, program.open(first));

        // Long after: no registration is kept, and the same response to every link hides which ones ever existed.
        clock.moveTo(clock.inDays(60));
        for (String link : List.of(first, signUp + "/" + UNKNOWN_TOKEN)) {
            assertDescribed("GET", OWN_TURN, 410, program.open(link));
            assertDescribed("PATCH", OWN_TURN, 410, patch(link, "{}"));
            assertDescribed("POST", CANCELLATION, 410, program.call(link + "/cancellation", Map.of()));
            assertDescribed("POST", ACCEPTANCE, 410, program.call(link + "/acceptance", Map.of()));
            assertDescribed("POST", ANSWERS, 410, program.call(link + "/answers", Map.of()));
            assertDescribed("GET", DATA, 410, program.open(link + "/data"));
            assertDescribed("POST", CONFIRMATION, 410, program.call(link + "/confirmation", Map.of()));
            assertDescribed("POST", ERASURE, 410, program.call(link + "/erasure", Map.of()));
            assertDescribed("POST", RENEWAL, 410, program.call(link + "/renewal", Map.of()));
            assertDescribed("POST", OWN_LINK_BY_LINK, 410, program.call(link + "/own-link", Map.of()));
            assertDescribed("POST", REFUSAL, 410, program.call(link + "/refusal", Map.of()));
        }

        assertThat(seenResponses).as("every status that is described was seen").isEqualTo(everyDescribedResponse());
    }

    /** Changes one confirmed and one cancelled registration by their own links, and erases the latter. */
    private void checkOwnChangesAndErasure(String cancelled, String comes, String signUp) throws Exception {
        String nobodys = signUp + "/" + UNKNOWN_TOKEN;
        assertDescribed("PATCH", OWN_TURN, 200, patch(comes, "{\"organisation\": \"Gemeente\"}"));
        assertDescribed("PATCH", OWN_TURN, 400, patch(comes, "{\"name\": \"\", \"theme\": \"nergens\"}"));
        assertDescribed("PATCH", OWN_TURN, 404, patch(nobodys, "{}"));
        assertDescribed("PATCH", OWN_TURN, 409, patch(cancelled, "{}"));
        assertDescribed("PATCH", OWN_TURN, 413, patch(comes, "{\"name\": \"" + large() + "\"}"));
        assertDescribed(
                "PATCH", OWN_TURN, 415, program.send(program.to(comes).method("PATCH", BodyPublishers.ofString("{}"))));
        assertDescribed("POST", CONFIRMATION, 200, program.call(comes + "/confirmation", Map.of()));
        assertDescribed("POST", CONFIRMATION, 400, program.call(comes + "/confirmation?lang=fr", Map.of()));
        assertDescribed("POST", CONFIRMATION, 404, program.call(nobodys + "/confirmation", Map.of()));
        assertDescribed("GET", OWN_TURN, 400, program.open(comes + "?lang=fr"));
        assertDescribed("GET", DATA, 400, program.open(comes + "/data?lang=fr"));
        assertDescribed("POST", CANCELLATION, 400, program.call(comes + "/cancellation?lang=fr", Map.of()));
        assertDescribed("POST", ERASURE, 400, program.call(comes + "/erasure?lang=fr", Map.of()));
        assertDescribed("GET", DATA, 200, program.open(comes + "/data"));
        assertDescribed("GET", DATA, 404, program.open(nobodys + "/data"));
        assertDescribed("POST", ERASURE, 400, program.call(comes + "/erasure", Map.of("sessions", List.of("?"))));
        assertDescribed("POST", ERASURE, 413, program.call(comes + "/erasure", Map.of("sessions", List.of(large()))));
        assertDescribed("POST", ERASURE, 415, program.sendForm(comes + "/erasure", Map.of("sure", "yes")));
        assertDescribed("POST", ERASURE, 200, program.call(cancelled + "/erasure", Map.of()));
        assertDescribed("POST", ERASURE, 404, program.call(cancelled + "/erasure", Map.of()));
        checkRefusal(signUp);
        String ownLink = signUp.replace("/registrations", "/own-link");
        assertDescribed("POST", OWN_LINK, 202, program.call(ownLink, Map.of("email", "noor@example.org")));
        assertDescribed("POST", OWN_LINK, 400, program.call(ownLink, Map.of("email", "noor")));
        assertDescribed(
                "POST", OWN_LINK, 404, program.call(ownLink.replace("open", "n.ergens"), Map.of("email", "a@b.nl")));
        assertDescribed("POST", OWN_LINK, 413, program.call(ownLink, Map.of("email", large())));
        assertDescribed("POST", OWN_LINK, 415, program.sendForm(ownLink, Map.of()));
    }

    /** Uses the link in a calendar entry, and renews the own link. */
    private void checkLinks(Inbox.Mail letter, String nobodys) throws Exception {
        String own = inApi(letter);
        String entry =
                letter.entry("URL").replaceFirst("https?://[^/]+", "/api/v1").replaceFirst("[?].*", "");
        assertDescribed("POST", OWN_LINK_BY_LINK, 202, program.call(entry + "/own-link", Map.of()));
        assertDescribed("POST", OWN_LINK_BY_LINK, 400, program.call(entry + "/own-link?lang=fr", Map.of()));
        assertDescribed("POST", OWN_LINK_BY_LINK, 404, program.call(nobodys + "/own-link", Map.of()));
        assertDescribed("POST", RENEWAL, 400, program.call(own + "/renewal?lang=fr", Map.of()));
        assertDescribed("POST", RENEWAL, 404, program.call(nobodys + "/renewal", Map.of()));
        checkRefused(403, "link.calendar", entry);
        assertDescribed("POST", RENEWAL, 202, program.call(own + "/renewal", Map.of()));
        checkRefused(410, "link.ended", own);
        checkRefused(410, "link.ended", entry);
        assertDescribed("POST", OWN_LINK_BY_LINK, 202, program.call(own + "/own-link", Map.of()));
    }

    /** Asserts that everything but mailing the own link is refused. */
    private void checkRefused(int status, String code, String link) throws Exception {
        Map<String, HttpResponse<String>> refused = new LinkedHashMap<>();
        refused.put("GET " + OWN_TURN, program.open(link));
        refused.put("PATCH " + OWN_TURN, patch(link, "{}"));
        refused.put("POST " + CANCELLATION, program.call(link + "/cancellation", Map.of()));
        refused.put("POST " + ACCEPTANCE, program.call(link + "/acceptance", Map.of()));
        refused.put("POST " + ANSWERS, program.call(link + "/answers", Map.of()));
        refused.put("POST " + CONFIRMATION, program.call(link + "/confirmation", Map.of()));
        refused.put("GET " + DATA, program.open(link + "/data"));
        refused.put("POST " + ERASURE, program.call(link + "/erasure", Map.of()));
        refused.put("POST " + RENEWAL, program.call(link + "/renewal", Map.of()));
        refused.put("POST " + REFUSAL, program.call(link + "/refusal", Map.of()));
        for (Map.Entry<String, HttpResponse<String>> one : refused.entrySet()) {
            String[] methodAndPath = one.getKey().split(" ", -1);
            assertDescribed(methodAndPath[0], methodAndPath[1], status, one.getValue());
            assertThat(JACKSON.readTree(one.getValue().body()).path("code").asText())
                    .isEqualTo(code);
        }
    }

    /** Refuses all letters by the own link of somebody new, and takes that back. */
    private void checkRefusal(String signUp) throws Exception {
        program.call(signUp, person("mies"));
        Inbox inbox = new Inbox(desk).onlyRead();
        inbox.forgetEarlier();
        String mies = inApi(inbox.lastTo("mies"));
        assertDescribed("POST", REFUSAL, 400, program.call(mies + "/refusal", Map.of("undo", "soon")));
        assertDescribed("POST", REFUSAL, 404, program.call(signUp + "/" + UNKNOWN_TOKEN + "/refusal", Map.of()));
        assertDescribed("POST", REFUSAL, 413, program.call(mies + "/refusal", Map.of("undo", large())));
        assertDescribed("POST", REFUSAL, 415, program.sendForm(mies + "/refusal", Map.of()));
        assertDescribed("POST", REFUSAL, 200, program.call(mies + "/refusal", Map.of()));
        assertDescribed("POST", REFUSAL, 200, program.call(mies + "/refusal", Map.of("undo", true)));
    }

    /** Attends on one invitation, and fails to on another that was revoked. */
    private void checkInvitations() throws Exception {
        String id = "genodigden";
        organiser.publish(id, Organiser.session("Genodigden", clock.inDays(20), Map.of("admission", "invited")));
        assertDescribed("GET", SESSION, 404, program.open("/api/v1/sessions/" + id));
        String checkInvitations = INVITATIONS.replace("{id}", id);
        Map<String, ?> both = Map.of("invitations", List.of(person("wim"), person("jan")));
        assertDescribed("POST", INVITATIONS, 200, program.call(checkInvitations, both));
        assertDescribed("POST", INVITATIONS, 400, program.call(checkInvitations, Map.of("invitations", List.of())));
        assertDescribed("POST", INVITATIONS, 404, program.call(checkInvitations.replace(id, "nergens"), both));
        assertDescribed("POST", INVITATIONS, 413, program.call(checkInvitations, Map.of("invitations", large())));
        assertDescribed("POST", INVITATIONS, 415, program.sendForm(checkInvitations, Map.of()));
        clock.settle();
        String wim = inApi(new Inbox(desk).lastTo("wim"));
        String jan = inApi(new Inbox(desk).lastTo("jan"));
        assertDescribed("GET", OWN_TURN, 200, program.open(wim));
        assertDescribed("POST", ACCEPTANCE, 400, program.call(wim + "/acceptance", Map.of("name", "")));
        assertDescribed(
                "POST",
                ACCEPTANCE,
                404,
                program.call(wim.replaceAll("[^/]+$", UNKNOWN_TOKEN) + "/acceptance", Map.of()));
        assertDescribed("POST", ACCEPTANCE, 413, program.call(wim + "/acceptance", Map.of("name", large())));
        assertDescribed("POST", ACCEPTANCE, 415, program.sendForm(wim + "/acceptance", Map.of()));
        assertDescribed("POST", ACCEPTANCE, 200, program.call(wim + "/acceptance", Map.of()));
        String ofJan = LIST.replace("{id}", id) + "/" + organiser.id(id, "jan");
        assertDescribed("POST", DECISION, 409, program.call(ofJan + "/decision", Map.of("decision", "accept")));
        assertDescribed("POST", CANCELLATION_OF_ONE, 200, program.call(ofJan + "/cancellation", Map.of("reason", "")));
        assertDescribed("POST", ACCEPTANCE, 409, program.call(jan + "/acceptance", Map.of()));
        assertDescribed("GET", LIST, 200, organiser.registrations(id));
        organiser.cancel(id, "");
        assertDescribed("POST", INVITATIONS, 409, program.call(checkInvitations, both));
    }

    /** Publishes a session that asks something afterwards, and returns the link of somebody who signs up. */
    private String checkAnswersBefore() throws Exception {
        Map<String, Object> question = Map.of("id", "oordeel", "label", "Goed?", "kind", "yes-no", "when", "after");
        organiser.publish(
                "vragen", Organiser.session("Vragen", clock.inDays(4), Map.of("questions", List.of(question))));
        assertDescribed("GET", ORGANISER_SESSION, 200, organiser.look("vragen"));
        Inbox inbox = new Inbox(desk).onlyRead();
        program.call("/api/v1/sessions/vragen/registrations", person("ada"));
        inbox.forgetEarlier();
        String ada = inApi(inbox.lastTo("ada"));
        assertDescribed("POST", ANSWERS, 409, program.call(ada + "/answers", Map.of("answers", Map.of())));
        assertDescribed("POST", ANSWERS, 413, program.call(ada + "/answers", Map.of("answers", large())));
        assertDescribed("POST", ANSWERS, 415, program.sendForm(ada + "/answers", Map.of()));
        assertDescribed(
                "POST", ANSWERS, 404, program.call(ada.replaceAll("[^/]+$", UNKNOWN_TOKEN) + "/answers", Map.of()));
        return ada;
    }

    private void checkAnswersAfterwards(String link) throws Exception {
        assertDescribed("GET", OWN_TURN, 200, program.open(link));
        assertDescribed("POST", ANSWERS, 400, program.call(link + "/answers", Map.of("answers", Map.of("x", "y"))));
        HttpResponse<String> answered =
                program.call(link + "/answers", Map.of("answers", Map.of("oordeel", true), "signed", true));
        assertDescribed("POST", ANSWERS, 200, answered);
        assertThat(JACKSON.readTree(answered.body()).path("answered").asBoolean())
                .isTrue();
        assertThat(JACKSON.readTree(answered.body()).path("questionsToAnswer")).isEmpty();
        assertDescribed("GET", DATA, 200, program.open(link + "/data"));
    }

    private HttpResponse<String> patch(String path, String body) throws IOException, InterruptedException {
        return program.send(program.to(path)
                .header("Content-Type", Visitor.JSON_TYPE)
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    /** Makes every change that an organiser can make to registrations. */
    private void checkOrganiserChanges() throws Exception {
        String id = "besluiten";
        String list = LIST.replace("{id}", id);
        Map<String, Object> reviewed =
                Organiser.session("Besluiten", clock.inDays(2), Map.of("admission", "reviewed", "places", 2));
        organiser.publish(id, reviewed);
        assertDescribed("POST", SIGN_UP, 202, program.call("/api/v1/sessions/" + id + "/registrations", person("els")));
        assertDescribed("GET", LIST, 200, program.open(list + "?state=under-review"));
        assertDescribed("GET", LIST, 400, program.open(list + "?state=gone"));
        assertDescribed("GET", LIST_AS_CSV, 200, program.open(list + ".csv"));
        assertDescribed("GET", LIST_AS_CSV, 400, program.open(list + ".csv?state=gone"));
        assertDescribed("GET", LIST_AS_CSV, 404, program.open(list.replace(id, "nergens") + ".csv"));
        assertDescribed("GET", LIST_AS_XLSX, 200, program.open(list + ".xlsx"));
        assertDescribed("GET", LIST_AS_XLSX, 400, program.open(list + ".xlsx?state=gone"));
        assertDescribed("GET", LIST_AS_XLSX, 404, program.open(list.replace(id, "nergens") + ".xlsx"));
        assertDescribed("GET", LIST_ON_PAPER, 200, program.open(list + ".html"));
        assertDescribed("GET", LIST_ON_PAPER, 400, program.open(list + ".html?state=gone"));
        assertDescribed("GET", LIST_ON_PAPER, 409, program.open(list + ".html?after=" + "A".repeat(22) + "~1"));
        assertDescribed("GET", LIST_ON_PAPER, 404, program.open(list.replace(id, "nergens") + ".html"));

        assertDescribed("POST", LIST, 201, program.call(list, person("noor")));
        assertDescribed("POST", LIST, 200, program.call(list, person("noor")));
        assertDescribed("POST", LIST, 201, program.call(list, person("piet")));
        assertDescribed("POST", LIST, 400, program.call(list, Map.of("name", "")));
        assertDescribed("POST", LIST, 404, program.call(list.replace(id, "nergens"), person("noor")));
        assertDescribed("POST", LIST, 413, program.call(list, Map.of("name", large())));
        assertDescribed("POST", LIST, 415, program.sendForm(list, Map.of()));

        String els = list + "/" + organiser.id(id, "els");
        String noor = list + "/" + organiser.id(id, "noor");
        String piet = list + "/" + organiser.id(id, "piet");
        assertDescribed("POST", DECISION, 200, program.call(els + "/decision", Map.of("decision", "accept")));
        assertDescribed("POST", DECISION, 409, program.call(els + "/decision", Map.of("decision", "decline")));
        assertDescribed("POST", DECISION, 400, program.call(els + "/decision", Map.of("reason", "")));
        assertDescribed("POST", PRIORITY, 200, program.call(piet + "/priority", Map.of("reason", "Spreekt zelf")));
        assertDescribed("POST", PRIORITY, 409, program.call(els + "/priority", Map.of("reason", "Wil zo graag")));
        assertDescribed("POST", PRIORITY, 400, program.call(piet + "/priority", Map.of("reason", "")));
        assertDescribed("PUT", PRESENCE, 409, program.put(noor + "/presence", "{\"present\": true}"));
        assertDescribed("PUT", PRESENCE, 400, program.put(noor + "/presence", "{}"));
        for (String change : CHANGES_OF_ONE) {
            String last = change.substring(change.lastIndexOf('/'));
            String method = change.equals(PRESENCE) ? "PUT" : "POST";
            Map<String, Map<String, ?>> bodies = Map.of(
                    DECISION, Map.of("decision", "accept"),
                    CANCELLATION_OF_ONE, Map.of("reason", ""),
                    PRIORITY, Map.of("reason", "Daarom"),
                    OWN_LINK_OF_ONE, Map.of("renew", false),
                    PRESENCE, Map.of("present", true));
            String body = JACKSON.writeValueAsString(bodies.get(change));
            for (String nobody :
                    List.of(noor.replace(id, "nergens"), list + "/niemand", list + "/" + "a".repeat(21) + "A")) {
                assertDescribed(method, change, 404, send(method, nobody + last, Visitor.JSON_TYPE, body));
            }
            assertDescribed(method, change, 413, send(method, noor + last, Visitor.JSON_TYPE, large()));
            assertDescribed(method, change, 415, send(method, noor + last, "text/plain", body));
        }
        assertDescribed("POST", OWN_LINK_OF_ONE, 200, program.call(noor + "/own-link", Map.of("renew", false)));
        assertDescribed("POST", OWN_LINK_OF_ONE, 200, program.call(noor + "/own-link", Map.of("renew", true)));
        assertDescribed("POST", OWN_LINK_OF_ONE, 400, program.call(noor + "/own-link", Map.of("renew", "ja")));
        assertDescribed(
                "POST", CANCELLATION_OF_ONE, 200, program.call(noor + "/cancellation", Map.of("reason", "Dubbel")));
        assertDescribed("POST", CANCELLATION_OF_ONE, 400, program.call(noor + "/cancellation", Map.of("why", "")));
        checkUnconfirmed(id);
        checkMessages(id);
        clock.moveTo(clock.inDays(2).minusHours(1));
        assertDescribed("PUT", PRESENCE, 200, program.put(piet + "/presence", "{\"present\": true}"));
        assertDescribed("GET", LIST, 200, program.open(list));
        clock.moveTo(clock.inDays(0));
        assertDescribed("POST", LIST, 409, program.call(list, person("jan")));
        assertDescribed("POST", UNCONFIRMED, 409, program.call(UNCONFIRMED.replace("{id}", id), Map.of()));
        assertDescribed("POST", CANCELLATION_OF_ONE, 409, program.call(piet + "/cancellation", Map.of("reason", "")));
        assertDescribed("POST", OWN_LINK_OF_ONE, 409, program.call(piet + "/own-link", Map.of()));
        organiser.cancel(id, "Te laat");
        assertDescribed("POST", REINSTATEMENT, 409, program.call(REINSTATEMENT.replace("{id}", id), Map.of()));
        assertDescribed("GET", CHANGES, 200, program.open(CHANGES.replace("{id}", id)));
        assertDescribed("GET", CHANGES, 400, program.open(CHANGES.replace("{id}", id) + "?limit=0"));
        assertDescribed("GET", CHANGES, 404, program.open(CHANGES.replace("{id}", "nergens")));
    }

    private void checkMessages(String id) throws Exception {
        String messages = MESSAGES.replace("{id}", id);
        Map<String, Object> message = Map.of(
                "subject",
                Map.of("nl", "Neem iets mee"),
                "text",
                Map.of("nl", "Dag {naam}"),
                "to",
                Map.of("states", List.of("confirmed", "waitlisted")));
        HttpResponse<String> first = program.call(messages, message);
        assertDescribed("POST", MESSAGES, 201, first);
        assertDescribed("POST", MESSAGES, 400, program.call(messages, Map.of("text", Map.of("nl", "{nmae}"))));
        assertDescribed("POST", MESSAGES, 404, program.call(messages.replace(id, "nergens"), message));
        assertDescribed("POST", MESSAGES, 413, send("POST", messages, Visitor.JSON_TYPE, large()));
        assertDescribed("POST", MESSAGES, 415, send("POST", messages, "text/plain", "{}"));
        String sent = JACKSON.readTree(first.body()).path("id").asText();
        String withdrawal = messages + "/" + sent + "/withdrawal";
        assertDescribed("POST", WITHDRAWAL, 200, program.call(withdrawal, Map.of()));
        assertDescribed("POST", WITHDRAWAL, 200, program.call(withdrawal, Map.of()));
        assertDescribed("POST", WITHDRAWAL, 404, program.call(withdrawal.replace(sent, "1"), Map.of()));
        assertDescribed("POST", WITHDRAWAL, 404, program.call(withdrawal.replace(sent, "1".repeat(20)), Map.of()));
        for (int i = 1; i < Session.MAX_MESSAGES; i++) {
            assertThat(program.call(messages, message).statusCode()).isEqualTo(201);
        }
        assertDescribed("POST", MESSAGES, 409, program.call(messages, message));
        assertDescribed("GET", MESSAGES, 200, program.open(messages));
        assertDescribed("GET", MESSAGES, 400, program.open(messages + "?lang=fr"));
        assertDescribed("POST", WITHDRAWAL, 400, program.call(withdrawal + "?lang=fr", Map.of()));
        assertDescribed("GET", MESSAGES, 404, program.open(messages.replace(id, "nergens")));
    }

    private void checkUnconfirmed(String id) throws Exception {
        String unconfirmed = UNCONFIRMED.replace("{id}", id);
        String nowhere = unconfirmed.replace(id, "nergens");
        assertDescribed("GET", UNCONFIRMED, 200, program.open(unconfirmed));
        assertDescribed("GET", UNCONFIRMED, 200, program.open(unconfirmed + "?since=2026-01-01T00:00:00+01:00"));
        assertDescribed("GET", UNCONFIRMED, 400, program.open(unconfirmed + "?until=straks"));
        assertDescribed("GET", UNCONFIRMED, 404, program.open(nowhere));
        assertDescribed("POST", UNCONFIRMED, 200, program.call(unconfirmed, Map.of("since", "2099-01-01T00:00:00Z")));
        assertDescribed(
                "POST",
                UNCONFIRMED,
                400,
                program.call(unconfirmed, Map.of("since", "2099-01-01T00:00:00Z", "until", "2098-01-01T00:00:00Z")));
        assertDescribed("POST", UNCONFIRMED, 404, program.call(nowhere, Map.of()));
        assertDescribed("POST", UNCONFIRMED, 413, program.call(unconfirmed, Map.of("reason", large())));
        assertDescribed("POST", UNCONFIRMED, 415, program.sendForm(unconfirmed, Map.of()));
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return program.send(
                program.to(path).header("Content-Type", type).method(method, BodyPublishers.ofString(body)));
    }

    /**
     * Asserts that the response has the expected status, that this status is described, and that headers and body
     * match.
     */
    private void assertDescribed(String method, String path, int status, HttpResponse<String> answer)
            throws IOException {
        String what = method + " " + path + " " + answer.statusCode();
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(status);
        JsonNode described = resolve(pathItem(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(String.valueOf(status)));
        assertThat(described.isMissingNode()).as(what + " is described").isFalse();
        String type = answer.headers().firstValue("content-type").orElse("");
        JsonNode schema = described.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode()).as("%s has %s", what, type).isFalse();
        ObjectNode root = JACKSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.setAll((ObjectNode) schema);
        root.set("components", description.get("components"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(root)
                        .validate(
                                type.startsWith("text/") || type.equals(RegistrationsXlsx.TYPE)
                                        ? JACKSON.getNodeFactory().textNode(answer.body())
                                        : JACKSON.readTree(answer.body()),
                                context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .as("%s: %s", what, answer.body())
                .isEmpty();
        described.path("headers").fieldNames().forEachRemaining(header -> {
            // A link is only on pages that are not the last; a tag of a conflict only with a newer draft.
            boolean isThere = !header.equals("Link")
                    && (status != 409 || !header.equals("ETag") || answer.body().contains("draft.newer"));
            if (isThere) {
                assertThat(answer.headers().firstValue(header)).as(what).isPresent();
            }
        });
        assertThat(answer.headers().firstValue("API-Version"))
                .as(what)
                .hasValue(description.at("/info/version").asText());
        seenResponses.add(what);
    }

    /** Asserts that conditional requests, by ETag and by date, are answered with 304 and no body. */
    private void assertConditionalGet(String path) throws IOException, InterruptedException {
        HttpResponse<String> first = program.open(path);
        for (Map.Entry<String, String> condition : Map.of("If-None-Match", "ETag", "If-Modified-Since", "Last-Modified")
                .entrySet()) {
            String known = first.headers().firstValue(condition.getValue()).orElseThrow();
            HttpResponse<String> again = program.send(
                    program.to(path).header(condition.getKey(), known).GET());
            assertThat(again.statusCode()).as(condition.getKey()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue(condition.getValue())).contains(known);
        }
        seenResponses.add("GET " + path + " 304");
    }

    private Set<String> everyDescribedResponse() {
        Set<String> all = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .path("responses")
                                .fieldNames()
                                .forEachRemaining(
                                        status -> all.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + SERVER
                                                + path.getKey() + " " + status))));
        return all;
    }

    private JsonNode pathItem(String path) {
        return description.path("paths").path(path.replaceFirst("^" + SERVER, ""));
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").asText().substring(1)) : node;
    }

    private HttpResponse<String> put(String path, String contentType) throws IOException, InterruptedException {
        return program.send(program.to(path).header("Content-Type", contentType).PUT(BodyPublishers.ofString("{}")));
    }

    private static Map<String, Object> person(String name) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("name", name);
        person.put("email", name + "@example.org");
        person.put("organisation", null);
        person.put("language", "nl");
        return person;
    }

    /** Returns the API path of the own page that a letter links to. */
    private static String inApi(Inbox.Mail mail) {
        return mail.ownPage().replaceFirst("https?://[^/]+", "/api/v1");
    }

    private static String large() {
        return "x".repeat(70_000);
    }
}
