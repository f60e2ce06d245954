package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.benchmark.RouteBody;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.kit.CalendarProgram;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Visitor;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Own links end when their person or the organiser says so; the link in a calendar can only look and join. */
final class OwnLinksTest extends DeskTestCase {

    private static final String SESSION = "lokale-aanpak";
    private static final String TITLE = "Lokale aanpak";
    private static final String REGISTRATIONS = "/api/v1/organiser/sessions/" + SESSION + "/registrations/";
    private static final String UNKNOWN_TOKEN = "VmVyc25lbGxpbmdza2FtZXIhVmVyc25lbGxpbmdza2E";

    /** The routes that the calendar's link may use; that link and one that ended may use the last two. */
    private static final List<String> LOOK =
            List.of("GET /sessions/{id}/registrations/{token}", "GET /sessions/{id}/registrations/{token}/meeting");

    private static final List<String> MAIL = List.of(
            "POST /sessions/{id}/registrations/{token}/own-link",
            "POST /api/v1/sessions/{id}/registrations/{token}/own-link");

    OwnLinksTest() throws IOException, InterruptedException {}

    @Test
    void everyRouteRefusesEveryLinkButTheOwn() throws Exception {
        organiser.publish(SESSION, Organiser.session(TITLE, clock.inDays(30), Map.of("places", 1)));
        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        Inbox.Mail first = inbox.lastTo("noor");
        visitor.sendForm(first.ownPage() + "/renewal", Map.of("lang", "nl"));
        inbox.hasExactly("noor own-link");
        Inbox.Mail second = inbox.lastTo("noor");
        String before = visitor.open(inApi(second.ownPage()) + "/data").body();

        Map<String, Integer> answered = new LinkedHashMap<>();
        Map<String, Integer> expected = new LinkedHashMap<>();
        for (Route route : ownRoutes()) {
            String key = route.key().replaceFirst("^HEAD", "GET");
            int mailed = route.path().startsWith("/api/") ? 202 : 303;
            expected.put("unknown " + route.key(), 404);
            answered.put("unknown " + route.key(), ask(route, UNKNOWN_TOKEN));
            for (String ended : List.of(token(first.ownPage()), token(first.entry("URL")))) {
                expected.put(ended + " " + route.key(), MAIL.contains(key) ? mailed : 410);
                answered.put(ended + " " + route.key(), ask(route, ended));
            }
            expected.put("calendar " + route.key(), LOOK.contains(key) ? 200 : MAIL.contains(key) ? mailed : 403);
            answered.put("calendar " + route.key(), ask(route, token(second.entry("URL"))));
        }

        assertThat(answered).isEqualTo(expected).hasSizeGreaterThan(60);
        // Nobody but the person had any letter, and that within the hour none; nothing was changed.
        inbox.hasExactly();
        assertThat(visitor.open(inApi(second.ownPage()) + "/data").body()).isEqualTo(before);
        assertThat(organiser.states(SESSION)).containsExactly("noor@example.org confirmed");
    }

    /** Noor forwarded her confirmation to the whole department. */
    @Test
    void aPersonEndsTheLinkThatOthersHave() throws Exception {
        organiser.publish(SESSION, Organiser.session(TITLE, clock.inDays(30), Map.of("places", 1)));
        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        Inbox.Mail forwarded = inbox.lastTo("noor");
        CalendarProgram calendar = new CalendarProgram();
        calendar.take(forwarded.calendar());

        HttpResponse<String> own = visitor.open(forwarded.ownPage());
        assertThat(own.body()).contains("Heeft iemand anders je link?");
        HttpResponse<String> pressed = press(own, "Stuur me een nieuwe link");
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(pressed.headers().firstValue("location"))
                .hasValue("/sessions/" + SESSION + "/received?as=renewal&lang=nl");
        assertThat(visitor.follow(pressed).body()).contains("Kijk in je mail", "Je oude link werkt niet meer.");

        Inbox.Mail fresh = inbox.hasExactly("noor own-link").getFirst();
        assertThat(fresh.text()).startsWith("Hier is je nieuwe eigen link").contains("werken niet meer");
        assertThat(visitor.open(fresh.ownPage()).body()).contains("Je hebt een plek.", "noor@example.org");
        calendar.take(fresh.calendar());
        assertThat(calendar.shows()).hasSize(1);
        assertThat(token(fresh.entry("URL"))).isNotEqualTo(token(forwarded.entry("URL")));

        // Whoever has the old one learns nothing, and can only have the new one mailed to Noor.
        HttpResponse<String> ended = visitor.open(forwarded.ownPage());
        assertThat(ended.statusCode()).isEqualTo(410);
        assertThat(ended.body())
                .contains("Deze link werkt niet meer", "Er is een nieuwe link voor deze aanmelding")
                .doesNotContain("noor", TITLE, token(fresh.ownPage()));
        assertThat(visitor.sendForm(forwarded.ownPage() + "/erasure", Map.of("sure", "yes"))
                        .statusCode())
                .isEqualTo(410);
        HttpResponse<String> mailed = press(ended, "Mail me mijn link");
        assertThat(visitor.follow(mailed).body()).contains("Dat doen we hooguit één keer per uur.");
        inbox.hasExactly();
        clock.advance("PT61M");
        press(ended, "Mail me mijn link");
        press(ended, "Mail me mijn link");
        Inbox.Mail again = inbox.hasExactly("noor own-link").getFirst();
        assertThat(again.ownPage()).isEqualTo(fresh.ownPage());
        assertThat(again.text()).startsWith("Hier is je eigen link nog een keer");

        // The new one can end too, at once.
        press(visitor.open(again.ownPage()), "Stuur me een nieuwe link");
        Inbox.Mail third = inbox.hasExactly("noor own-link").getFirst();
        assertThat(visitor.open(fresh.ownPage()).statusCode()).isEqualTo(410);
        assertThat(visitor.open(forwarded.ownPage()).statusCode()).isEqualTo(410);
        assertThat(visitor.open(third.ownPage()).statusCode()).isEqualTo(200);
    }

    @Test
    void theOrganiserWithdrawsALinkAlsoAfterTheSession() throws Exception {
        ZonedDateTime start = clock.inDays(2);
        organiser.publish(SESSION, Organiser.session(TITLE, start, Map.of("reminders", List.of())));
        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        Inbox.Mail lost = inbox.lastTo("noor");
        String ownLink = REGISTRATIONS + organiser.id(SESSION, "noor") + "/own-link";

        assertThat(visitor.call(ownLink, Map.of("renew", true)).statusCode()).isEqualTo(200);
        Inbox.Mail fresh = inbox.hasExactly("noor own-link").getFirst();
        assertThat(visitor.open(lost.ownPage()).statusCode()).isEqualTo(410);
        assertThat(visitor.open(fresh.ownPage()).statusCode()).isEqualTo(200);
        assertThat(visitor.open("/api/v1/organiser/sessions/" + SESSION + "/changes")
                        .body())
                .contains("\"what\":\"own-link-renewed\"")
                .doesNotContain("own-link-sent");

        clock.moveTo(start.plusDays(1));
        inbox.hasExactly();
        assertThat(visitor.call(ownLink, Map.of("renew", true)).statusCode()).isEqualTo(200);
        Inbox.Mail afterwards = inbox.hasExactly("noor own-link").getFirst();
        assertThat(afterwards.text()).contains("Deze bijeenkomst is geweest.").doesNotContain("Je hebt een plek.");
        assertThat(visitor.open(fresh.ownPage()).statusCode()).isEqualTo(410);
        assertThat(visitor.open(afterwards.ownPage()).body()).contains("noor@example.org");
    }

    /** A colleague sees Noor's calendar. */
    @Test
    void theLinkInACalendarLooksAndJoins() throws Exception {
        ZonedDateTime start = clock.inDays(3);
        organiser.publish(SESSION, Organiser.session(TITLE, start, Map.of("reminders", List.of())));
        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        Inbox.Mail letter = inbox.lastTo("noor");
        String unfolded = letter.calendar().replaceAll("\r?\n[ \t]", "");
        assertThat(unfolded).doesNotContain(token(letter.ownPage()));
        assertThat(visitor.open(letter.ownPage() + "/calendar.ics").body().replaceAll("\r?\n[ \t]", ""))
                .contains(token(letter.entry("URL")))
                .doesNotContain(token(letter.ownPage()));
        String entry = letter.entry("URL");
        String wayIn = letter.entry("LOCATION").replaceFirst("Online: ", "");

        HttpResponse<String> page = visitor.open(entry);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(TITLE, "Je hebt een plek.", "De link werkt vanaf")
                .doesNotContain("noor", token(letter.ownPage()), Organiser.MEETING_LINK, "Afmelden</button>");
        assertThat(Jsoup.parse(page.body()).select("form[method=post] button").eachText())
                .containsExactly("Mail me mijn link");
        assertThat(visitor.open(wayIn).body()).contains("De link werkt vanaf").doesNotContain("noor");
        HttpResponse<String> refused = visitor.sendForm(token(entry, "/cancellation"), Map.of("lang", "nl"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Dit kan niet met deze link", "Dit kan niet met de link uit een agenda.");

        clock.moveTo(start.minusMinutes(30));
        inbox.hasExactly();
        assertThat(visitor.open(wayIn).headers().firstValue("location")).hasValue(Organiser.MEETING_LINK);
        assertThat(visitor.open(entry).body()).contains("Ga naar de bijeenkomst");
        press(refused, "Mail me mijn link");
        assertThat(inbox.hasExactly("noor own-link").getFirst().ownPage()).isEqualTo(letter.ownPage());
        assertThat(organiser.states(SESSION)).containsExactly("noor@example.org confirmed");
    }

    @Test
    void signingUpAnewEndsTheLinkOfTheTimeBefore() throws Exception {
        organiser.publish(SESSION, Organiser.session(TITLE, clock.inDays(30), Map.of()));
        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        String first = inbox.lastTo("noor").ownPage();
        visitor.sendForm(first + "/cancellation", Map.of("lang", "nl"));
        inbox.hasExactly("noor cancelled");
        assertThat(visitor.open(first).statusCode()).isEqualTo(200);

        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        String second = inbox.lastTo("noor").ownPage();
        assertThat(visitor.open(first).statusCode()).isEqualTo(410);
        assertThat(visitor.open(second).statusCode()).isEqualTo(200);

        // An organiser who adds somebody again gives a fresh link too.
        String registration = REGISTRATIONS + organiser.id(SESSION, "noor");
        visitor.call(registration + "/cancellation", Map.of("reason", ""));
        visitor.call(
                "/api/v1/organiser/sessions/" + SESSION + "/registrations",
                Map.of("name", "noor", "email", "noor@example.org"));
        inbox.forgetEarlier();
        assertThat(visitor.open(second).statusCode()).isEqualTo(410);
        assertThat(visitor.open(inbox.lastTo("noor").ownPage()).statusCode()).isEqualTo(200);

        // Erasing leaves nothing that knows the old links.
        visitor.sendForm(inbox.lastTo("noor").ownPage() + "/erasure", Map.of("sure", "yes", "lang", "nl"));
        assertThat(visitor.open(first).statusCode()).isEqualTo(404);
        assertThat(visitor.open(second).statusCode()).isEqualTo(404);
    }

    /** The own page of one invitation leads to those of the others in the series. */
    @Test
    void renewingTheLinkOfAnInvitationRenewsThoseOfItsSeries() throws Exception {
        for (int i = 1; i <= 3; i++) {
            organiser.publish(
                    "netwerk-" + i,
                    Organiser.session(
                            "Netwerk " + i, clock.inDays(30 + i), Map.of("admission", "invited", "series", "Netwerk")));
            assertThat(visitor.call(
                                    "/api/v1/organiser/sessions/netwerk-" + i + "/invitations",
                                    Map.of("invitations", List.of(Map.of("name", "noor", "email", "noor@example.org"))))
                            .statusCode())
                    .isEqualTo(200);
        }
        List<Inbox.Mail> invitations = inbox.hasExactly("noor invited", "noor invited", "noor invited");

        HttpResponse<String> own = visitor.open(invitations.getFirst().ownPage());
        assertThat(own.body()).contains("worden ook vernieuwd");
        HttpResponse<String> pressed = press(own, "Stuur me een nieuwe link");
        assertThat(visitor.follow(pressed).body()).contains("Kijk in je mail", "Je oude link werkt niet meer.");

        Inbox.Mail letter = inbox.hasExactly("noor own-link").getFirst();
        assertThat(letter.text()).contains("Deze mail gaat over 3 bijeenkomsten.", "werken niet meer");
        for (Inbox.Mail invitation : invitations) {
            assertThat(visitor.open(invitation.ownPage()).statusCode()).isEqualTo(410);
            assertThat(letter.text()).doesNotContain(token(invitation.ownPage()));
        }
        HttpResponse<String> renewed = visitor.open(letter.ownPage());
        assertThat(renewed.body()).contains("Je bent uitgenodigd.", "Netwerk 1", "Netwerk 2", "Netwerk 3");
        for (Element other : Jsoup.parse(renewed.body()).select("ul.series a")) {
            assertThat(letter.text()).contains(token(other.attr("href")));
            assertThat(visitor.open(other.attr("href")).statusCode()).isEqualTo(200);
        }
    }

    private static List<Route> ownRoutes() throws IOException {
        return Template.read(TemplateTest.FILE, TemplateTest.NAMES).functions().stream()
                .flatMap(function -> function.routes().stream())
                .filter(route -> route.path().contains("/registrations/{token}"))
                .toList();
    }

    /** Sends a route its example by this link, and returns the status. */
    private int ask(Route route, String token) throws IOException, InterruptedException {
        String path = route.path().replace("{id}", SESSION).replace("{token}", token);
        HttpRequest.Builder request = visitor.to(path);
        return switch (RouteBody.of(route.key())) {
            case RouteBody.None _ ->
                visitor.send(request.method(route.method(), BodyPublishers.noBody()))
                        .statusCode();
            case RouteBody.Form form -> visitor.sendForm(path, form.fields()).statusCode();
            case RouteBody.Json json ->
                visitor.send(request.header("Content-Type", Visitor.JSON_TYPE)
                                .method(route.method(), BodyPublishers.ofString(JSON.std.asString(json.tree()))))
                        .statusCode();
        };
    }

    /** Presses the button with these words. */
    private HttpResponse<String> press(HttpResponse<String> page, String button)
            throws IOException, InterruptedException {
        Element form = Jsoup.parse(page.body()).select("form[method=post]").stream()
                .filter(one -> one.select("button").text().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button + ": " + page.body()));
        return visitor.sendForm(
                form.attr("action"),
                Map.of("lang", form.select("input[name=lang]").attr("value")));
    }

    /** Returns the address below the link's own page, without the language. */
    private static String token(String link, String below) {
        return link.replaceFirst("[?].*", "") + below;
    }

    private static String token(String link) {
        return link.replaceFirst(".*/registrations/([\\w-]{43}).*", "$1");
    }

    private static String inApi(String link) {
        return link.replaceFirst("https?://[^/]+", "/api/v1");
    }
}
