package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.samenkomst.domain.Language;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.DeskClock;
import nl.samenkomst.local.tests.kit.DistinctPages;
import nl.samenkomst.local.tests.kit.Findings;
import nl.samenkomst.local.tests.kit.MailboxReader;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.PagesOnLoopback;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.organiserpages.EveryOrganiserPage;
import nl.samenkomst.organiserpages.OrganiserPages;
import nl.samenkomst.pages.EveryPage;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/**
 * Tests every kind of page zoomed in, with large or wide type, in forced colors, without motion, and by keyboard only.
 * {@code checks.js} has the checks.
 */
class UsableTest {

    private static final int MAX_TABS = 250;

    private static final String TAB = Keys.TAB.toString();

    /** Pages whose elements others have too, but which people come to with a question. */
    private static final List<String> MORE_PAGES = List.of(
            "agenda",
            "session-open",
            "session-full",
            "received-place",
            "own-confirmed",
            "own-waiting",
            "own-review",
            "own-cancelled",
            "problem-session.unknown");

    private static Desk desk;
    private static PagesOnLoopback server;
    private static Browser browser;

    /**
     * Addresses by name: pages that together have every element that any page has, those in {@link #MORE_PAGES}, and
     * the desk's own.
     */
    private static final Map<String, String> ADDRESSES = new LinkedHashMap<>();

    private final Findings findings = new Findings();

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open("nl-NL,nl");
        browser.runOnEveryPage(script());
        server = new PagesOnLoopback();
        desk = Desk.start(new Desk.Options(0, Optional.empty(), true, TemplateTest.FILE));
        Map<String, String> every = new LinkedHashMap<>(EveryPage.in(Language.NL));
        // A list to print starts at its content, and has at most the link to its next part.
        every.keySet().removeIf(name -> name.startsWith("participants-part"));
        Map<String, String> organisers = EveryOrganiserPage.in(Language.NL);
        every.putAll(organisers);
        Map<String, String> pages = new LinkedHashMap<>(DistinctPages.coveringEveryElement(every));
        MORE_PAGES.forEach(name -> pages.put(name, Objects.requireNonNull(every.get(name), name)));
        String policy = new OrganiserPages(HouseStyle.defaultStyle()).contentSecurityPolicy();
        pages.forEach((name, html) -> ADDRESSES.put(
                name,
                server.serve(
                        name, html, organisers.containsKey(name) ? policy : EveryPage.PAGES.contentSecurityPolicy())));
        String letter = new MailboxReader(desk.address()).newest("waiting", "").id();
        for (String path : List.of("/local", "/local/mailbox", "/local/mailbox/" + letter)) {
            ADDRESSES.put(path, desk.address() + path);
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (desk != null) {
            desk.close();
            server.close();
        }
    }

    @BeforeEach
    void resetBrowser() {
        browser.prefer(Map.of());
        browser.resize(1280, 1024);
    }

    /** Opens each page once for all checks at this width, since that takes longer than each of them. */
    @Test
    void everyPageIsUsableOnANarrowScreen() {
        forEveryPage(page -> {
            everythingFitsWhenNarrowOrZoomed(page);
            everyTargetIsLargeEnoughToHit(page, 320);
            focusIsOrderedCompleteAndVisible(page, 320);
        });
    }

    /** Opens each page once, likewise. */
    @Test
    void everyPageIsUsableOnAWideScreen() {
        forEveryPage(page -> {
            everythingFitsInLargeType(page);
            everyTargetIsLargeEnoughToHit(page, 1280);
            focusIsOrderedCompleteAndVisible(page, 1280);
            theFirstLinkSkipsToTheContent(page);
            everythingHasAnEdgeInForcedColours(page);
            nothingMovesWhereMotionIsNotWanted(page);
        });
    }

    private void everythingFitsWhenNarrowOrZoomed(String page) {
        browser.resize(320, 640);
        everythingFitsInWideType(page + " at 320");
        browser.zoom(320, 256, 4);
        check("room", page + " at 400 %");
    }

    private void everythingFitsInLargeType(String page) {
        browser.resize(1280, 1024);
        everythingFitsInWideType(page + " at 1280");
        check("larger", page);
        check("room", page + " at 1280 in type of 200 %");
        check("plain", page);
    }

    private void everythingFitsInWideType(String page) {
        check("room", page);
        check("spread", page);
        check("room", page + " in wide type");
        check("plain", page);
    }

    private void everyTargetIsLargeEnoughToHit(String page, int width) {
        browser.resize(width, 1024);
        check("targets", page + " at " + width);
    }

    private void focusIsOrderedCompleteAndVisible(String page, int width) {
        browser.resize(width, 640);
        check("start", page);
        // Asking the browser takes longer than a Tab, but a page in a frame takes the keys to itself.
        boolean hasFrame = Boolean.TRUE.equals(browser.ask("return document.querySelector('iframe') !== null"));
        String tabs = hasFrame ? TAB : TAB.repeat(10);
        boolean isThrough = false;
        for (int pressed = 0; pressed < MAX_TABS && !isThrough; pressed += tabs.length()) {
            browser.pressKeys(tabs);
            List<?> isThroughAndFindings = (List<?>) browser.ask("return checks.stops()");
            isThrough = (Boolean) isThroughAndFindings.getFirst();
            note(isThroughAndFindings.getLast(), page + " at " + width);
        }
        check("missed", page);
    }

    /** Presses Enter on the link to the content, which the walk by Tab has found to be the first stop. */
    private void theFirstLinkSkipsToTheContent(String page) {
        boolean isOnPaper = page.startsWith("participants");
        if (!isOnPaper && Boolean.TRUE.equals(browser.ask("return document.querySelector('[autofocus]') === null"))) {
            check("back", page);
            browser.pressKeys(Keys.ENTER);
            browser.seeFocus("main");
            browser.pressKeys(Keys.TAB);
            check("skipped", page);
        }
    }

    private void everythingHasAnEdgeInForcedColours(String page) {
        browser.prefer(Map.of("forced-colors", "active"));
        // A Tab from the last stop would leave the page.
        check("back", page);
        browser.pressKeys(Keys.TAB);
        check("edges", page);
        browser.prefer(Map.of());
    }

    private void nothingMovesWhereMotionIsNotWanted(String page) {
        browser.prefer(Map.of("prefers-reduced-motion", "reduce"));
        check("still", page);
        browser.prefer(Map.of());
    }

    @Test
    void findsPlantedMistakes() {
        Map<String, String> invalid = new LinkedHashMap<>();
        invalid.put("room: the page scrolls sideways", "<p style='width: 2000px'>breed</p>");
        invalid.put(
                "room: is cut off", "<p style='height: 1rem; overflow: hidden'>%s</p>".formatted("lang ".repeat(500)));
        invalid.put("targets: is a target of less than", "<a href='#a'>a</a><a href='#b'>b</a>");
        invalid.put("still: would move", "<p style='transition: color 1s'>beweegt</p>");
        invalid.put("edges: has no edge", "<button style='border: 0'>knop</button>");
        invalid.put("edges: has no line around it", "<button style='outline: none'>knop</button>");
        browser.prefer(Map.of("forced-colors", "active", "prefers-reduced-motion", "reduce"));
        invalid.forEach((checkAndFinding, html) -> {
            browser.go(planted(html));
            browser.pressKeys(Keys.TAB);
            String check = checkAndFinding.substring(0, checkAndFinding.indexOf(':'));
            Findings found = new Findings();
            note(browser.ask("return checks." + check + "()"), "planted", found);
            assertThat(found.lines())
                    .as(checkAndFinding)
                    .anyMatch(line -> line.startsWith(checkAndFinding.substring(check.length() + 2)));
        });
        String stops = "<a href='#x' style='outline: none'>a</a><div style='height: 90px'><button>b</button></div>"
                + "<div style='position: absolute; top: 0; right: 0; bottom: 0; left: 0; z-index: 1'></div>";
        browser.go(planted(stops));
        browser.ask("return checks.start()");
        browser.pressKeys(Keys.TAB, Keys.TAB);
        note(((List<?>) browser.ask("return checks.stops()")).getLast(), "planted");
        assertThat(findings.lines())
                .anyMatch(line -> line.startsWith("looks the same with focus"))
                .anyMatch(line -> line.startsWith("is covered with focus"))
                .anyMatch(line -> line.startsWith("the first stop is no link to the content"));
    }

    @Test
    void pagesMakeNoThirdPartyAndAtMostOneMoreRequest() throws IOException {
        for (String path : List.of("/sessions", "/sessions/lokale-aanpak-eenzaamheid")) {
            browser.go("about:blank");
            browser.requests();
            browser.go(desk.address() + path);
            Set<String> requests = browser.requests();
            assertThat(requests)
                    .contains(desk.address() + path)
                    .allMatch(request -> request.startsWith(desk.address() + "/"))
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void signsUpAndCancelsByKeyboardAlone(boolean scripts) throws Exception {
        String session = scripts ? "met-scripts" : "zonder-scripts";
        new Organiser(desk).publish(session, session(new DeskClock(desk), session));
        try (Browser own = scripts ? Browser.open("nl-NL,nl") : Browser.withoutScripts("nl-NL,nl")) {
            own.go(desk.address() + "/sessions");
            own.tabTo("main h3 a[href*='/sessions/%s']".formatted(session));
            own.enter();
            assertThat(own.text("h1")).isEqualTo("Toetsen " + session);

            own.tabTo("#name");
            own.pressKeys("Noor de Vries");
            own.tabTo("#email");
            own.pressKeys(session + "@");
            // The first option is any theme; the arrow key selects the second.
            own.tabTo("input[name=theme]");
            own.pressKeys(Keys.SPACE, Keys.ARROW_DOWN);
            own.tabTo("form[action$='/registrations'] button");
            own.enter();

            own.seeFocus(".summary");
            own.tabTo(".summary a");
            own.pressKeys(Keys.ENTER);
            own.seeFocus("#email");
            assertThat(own.value("input[name=theme]:checked")).isEqualTo("een");
            own.pressKeys(Keys.END, "example.org");
            own.tabTo("form[action$='/registrations'] button");
            own.enter();
            assertThat(URI.create(own.address()).getPath()).endsWith("/received");

            own.go(new MailboxReader(desk.address())
                    .newest("confirmed", session + "@example.org")
                    .ownLink());
            own.tabTo("form[action$='/cancellation'] button");
            own.enter();
            assertThat(own.text("main")).contains("Je bent afgemeld.");
        }
    }

    private static Map<String, Object> session(DeskClock clock, String id) throws Exception {
        return Organiser.session(
                "Toetsen " + id,
                clock.inDays(10),
                Map.of("themes", List.of(Map.of("id", "een", "title", "Eén"), Map.of("id", "twee", "title", "Twee"))));
    }

    private void forEveryPage(Consumer<String> look) {
        ADDRESSES.forEach((name, address) -> {
            browser.go(address);
            look.accept(name);
        });
        assertThat(findings.lines()).isEmpty();
    }

    private void check(String name, String page) {
        note(browser.ask("return checks.%s()".formatted(name)), page);
    }

    private void note(Object pairs, String page) {
        note(pairs, page, findings);
    }

    private static void note(Object pairs, String page, Findings findings) {
        for (Object finding : (List<?>) pairs) {
            List<?> whatAndWhere = (List<?>) finding;
            findings.add(String.valueOf(whatAndWhere.getFirst()), page + " " + whatAndWhere.getLast());
        }
    }

    private static String planted(String html) {
        return server.serve(
                "planted",
                "<!DOCTYPE html><html lang=nl><title>Fout</title><main id=content>%s</main>".formatted(html),
                "default-src 'none'; style-src 'unsafe-inline'");
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(UsableTest.class.getResourceAsStream("/checks.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
