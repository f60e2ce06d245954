package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.organise.OrganiseHandler;
import nl.samenkomst.signin.SignInHandler;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks every route of the organiser's pages in every situation, and expects what {@code docs/permissions.md} says; that
 * file has every route with its permission, as the template and the handlers have it.
 */
class RoutesTest {

    private static final Path DOCUMENT = Path.of("../docs/permissions.md");
    private static final Instant AT_DOOR = Gathering.START.minus(Duration.ofMinutes(30));
    private static final SessionId OTHER = new SessionId("andere");

    /** What people type, with everything that a page must escape or keep as it is. */
    private static final Map<String, String> TYPED = typed();

    /** A secret, which no page shows again. */
    private static final String CODE = "246813";

    private static final String FORM =
            "name=%3Cb%3ENoor+%26+co%22&reason=een%0D%0A+twee&present=maybe&sure=1&sure=2&code=" + CODE;

    private final Gathering gathering = new Gathering();
    private final String registration;

    RoutesTest() {
        gathering.signUp("noor");
        registration = gathering.find("noor").id().value();
        gathering.publishAs(OTHER);
        gathering.clock.set(AT_DOOR);
    }

    private static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("name", "<b>Noor & co\"");
        typed.put("reason", "een\n twee");
        typed.put("present", "maybe");
        typed.put("sure", "1\n2");
        return typed;
    }

    /** A route and the permission that it asks for, if any. */
    private record Asked(String route, Optional<Permission> permission) {

        boolean isGet() {
            return route.startsWith("GET ");
        }

        boolean namesSession() {
            return route.contains("/sessions/{id}");
        }

        boolean needsFreshFactor() {
            return permission.filter(Permission::needsFreshFactor).isPresent();
        }

        boolean isGivenTo(Role role) {
            return permission.map(role::gives).orElse(true);
        }
    }

    private static List<Asked> routes() {
        List<Asked> routes = new ArrayList<>();
        OrganiseHandler.permissions()
                .forEach((route, permission) -> routes.add(new Asked(route, Optional.of(permission))));
        SignInHandler.permissions().forEach((route, permission) -> routes.add(new Asked(route, permission)));
        return routes;
    }

    @Test
    void theTemplateHasExactlyTheseRoutesAndAHeadForEveryGet() throws IOException {
        Set<String> inTemplate = template().functions().stream()
                .flatMap(function -> function.routes().stream())
                .map(Route::key)
                .filter(key -> key.contains(" /organise"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        for (Asked asked : routes()) {
            expected.add(asked.route());
            if (asked.isGet()) {
                expected.add(asked.route().replaceFirst("GET", "HEAD"));
            }
        }

        assertThat(inTemplate).isEqualTo(expected);
    }

    @Test
    void theDocumentHasExactlyTheseRoutesAndPermissions() throws IOException {
        List<String> rows = routes().stream().map(RoutesTest::row).toList();

        assertThat(Files.readAllLines(DOCUMENT))
                .containsSubsequence(rows)
                .satisfies(lines -> assertThat(lines.stream().filter(line -> line.startsWith("| `")))
                        .hasSameSizeAs(rows));
    }

    private static String row(Asked asked) {
        String roles = Stream.of(Role.values())
                .map(role -> asked.permission().isEmpty() ? "everybody" : asked.isGivenTo(role) ? "yes" : "no")
                .collect(Collectors.joining(" | "));
        String word = asked.permission()
                .map(permission -> permission.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("–");
        return "| `" + asked.route() + "` | " + word + " | " + roles + " | " + (asked.needsFreshFactor() ? "yes" : "")
                + " |";
    }

    /** What a request of a situation gets, in the words of the document. */
    private record Expected(String get, String post) {

        String of(Asked asked) {
            return asked.isGet() ? get : post;
        }
    }

    private static Map<String, Expected> situations() {
        try {
            Map<String, Expected> situations = new LinkedHashMap<>();
            List<String> lines = Files.readAllLines(DOCUMENT);
            for (String line : lines.subList(lines.indexOf("| Situation | GET | POST |") + 2, lines.size())) {
                String[] cells = line.split(" *\\| *", -1);
                if (cells.length == 5) {
                    situations.put(cells[1], new Expected(cells[2], cells[3]));
                }
            }
            return situations;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> everySituation() {
        return List.copyOf(situations().keySet());
    }

    @ParameterizedTest
    @MethodSource("everySituation")
    void everyRouteAnswersAsTheDocumentSays(String situation) {
        Expected expected = Objects.requireNonNull(situations().get(situation));
        OrganiserBrowser browser = browser(situation);
        for (Asked asked : routes()) {
            if (concerns(situation, asked)) {
                assertAnswer(expected.of(asked), ask(browser, asked), asked);
            }
        }
    }

    /** A role that lacks a permission is refused, and every other one is let through. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleIsLetThroughWhereTheDocumentSaysYes(Role role) {
        OrganiserBrowser browser = OrganiserBrowser.of(gathering, "Els", role, new Scope.All());
        for (Asked asked : routes()) {
            // What is published, taken back and published in one moment has one entry in its history for both.
            gathering.clock.advance(Duration.ofMillis(1));
            // The acts of the administrator end with its own session.
            if (!asked.route().equals("POST /organise/sign-out")) {
                assertAnswer(
                        asked.isGivenTo(role) ? "yes" : asked.isGet() ? "403" : "403, kept",
                        ask(browser, asked),
                        asked);
            }
        }
    }

    @Test
    void noRouteTakesAnIdThatIsNone() {
        OrganiserBrowser browser = OrganiserBrowser.ofAdministrator(gathering);
        for (Asked asked : routes()) {
            if (asked.namesSession()) {
                String[] parts =
                        address(asked).replace(Gathering.ID.value(), "..%2F").split(" ", 2);
                assertAnswer(asked.isGet() ? "404" : "404, kept", browser.request(parts[0], parts[1], FORM), asked);
            }
        }
    }

    /** Returns whether the situation can be one of this route, before another one decides. */
    private static boolean concerns(String situation, Asked asked) {
        return switch (situation) {
            case "the desk has no organisers",
                    "another address of the desk, such as the gateway's own",
                    "the form comes from another site",
                    "the form comes from another subdomain",
                    "the form comes with `Origin: null`",
                    "the form comes with neither `Sec-Fetch-Site` nor `Origin`" -> true;
            case "the form comes with the desk's own `Origin` only" -> asked.isGet();
            case "the role does not give the permission" -> !asked.isGivenTo(Role.HOST);
            case "the session is out of scope" -> asked.namesSession();
            case "a host, more than a day before the start" -> asked.namesSession() && asked.isGivenTo(Role.HOST);
            case "a code that is not fresh, if the permission asks for one" -> asked.needsFreshFactor();
            default -> asked.permission().isPresent();
        };
    }

    private OrganiserBrowser browser(String situation) {
        return switch (situation) {
            case "the desk has no organisers" -> administrator().through(withoutOrganisers());
            case "another address of the desk, such as the gateway's own" ->
                administrator().with("host", Optional.of("abc.execute-api.eu-west-1.amazonaws.com"));
            case "the form comes from another site" ->
                administrator().with("sec-fetch-site", Optional.of("cross-site"));
            case "the form comes from another subdomain" ->
                administrator().with("sec-fetch-site", Optional.of("same-site"));
            case "the form comes with `Origin: null`" ->
                administrator().with("sec-fetch-site", Optional.empty()).with("origin", Optional.of("null"));
            case "the form comes with neither `Sec-Fetch-Site` nor `Origin`" ->
                administrator().with("sec-fetch-site", Optional.empty());
            case "the form comes with the desk's own `Origin` only" ->
                administrator()
                        .with("sec-fetch-site", Optional.empty())
                        .with("origin", Optional.of("https://aanmelden.example.org"));
            case "no cookie" -> OrganiserBrowser.signedOut(gathering);
            case "a cookie that is not one of ours" ->
                OrganiserBrowser.signedOut(gathering).withCookies("__Host-samenkomst=%00garbage.\"x");
            case "a cookie with the wrong token" ->
                OrganiserBrowser.signedOut(gathering)
                        .withCookies("__Host-samenkomst="
                                + SessionToken.generate(colleague("Noor").id(), new SecureRandom())
                                        .written());
            case "nothing was asked for an hour" -> idle(Duration.ofHours(1));
            case "signed in a day ago" -> busyForADay();
            case "signed out" -> signedOut();
            case "the colleague's time has ended" -> ended();
            case "the role does not give the permission" ->
                OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());
            case "the session is out of scope" ->
                OrganiserBrowser.of(gathering, "Ida", Role.ADMINISTRATOR, new Scope.Named(Set.of(OTHER)));
            case "a host, more than a day before the start" -> {
                gathering.clock.set(Gathering.START.minus(Duration.ofDays(1)).minusMillis(1));
                yield OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());
            }
            case "a code that is not fresh, if the permission asks for one" -> idle(Duration.ofMinutes(15));
            default -> throw new IllegalArgumentException("the test has no such situation: " + situation);
        };
    }

    private OrganiserBrowser administrator() {
        return OrganiserBrowser.ofAdministrator(gathering);
    }

    private OrganiserBrowser idle(Duration duration) {
        OrganiserBrowser browser = administrator();
        gathering.clock.advance(duration);
        return browser;
    }

    private OrganiserBrowser busyForADay() {
        gathering.clock.set(AT_DOOR.minus(Duration.ofDays(1)));
        OrganiserBrowser browser = administrator();
        for (int halfHour = 1; halfHour < 48; halfHour++) {
            gathering.clock.advance(Duration.ofMinutes(30));
            assertThat(browser.open("/organise").status()).isEqualTo(200);
        }
        gathering.clock.advance(Duration.ofMinutes(30));
        return browser;
    }

    private OrganiserBrowser signedOut() {
        OrganiserBrowser browser = administrator();
        assertThat(browser.send("/organise/sign-out", "").status()).isEqualTo(303);
        return browser;
    }

    private OrganiserBrowser ended() {
        OrganiserBrowser browser = OrganiserBrowser.of(gathering, "Karim", Role.ADMINISTRATOR, new Scope.All());
        Organiser karim = colleague("Karim");
        Instant now = gathering.clock.instant();
        assertThat(gathering
                        .organisers()
                        .change(
                                karim.with(karim.name(), karim.role(), karim.scope(), Optional.of(now)),
                                new DeskEntry(now, karim.actor(), DeskAction.COLLEAGUE_ENDED, Optional.empty()))
                        .isCommitted())
                .isTrue();
        return browser;
    }

    private Organiser colleague(String name) {
        return gathering.organisers().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    OrganiserBrowser.of(gathering, name, Role.ADMINISTRATOR, new Scope.All());
                    return colleague(name);
                });
    }

    private Wiring withoutOrganisers() {
        Map<String, String> settings = new HashMap<>(gathering.settings());
        settings.put("FIRST_ORGANISER", "none");
        return new Wiring(
                new Settings(settings), gathering.clock, new SecureRandom(), pause -> {}, gathering::table, () -> {
                    throw new AssertionError("no letter is sent here");
                });
    }

    private OrganiserBrowser.Answer ask(OrganiserBrowser browser, Asked asked) {
        String[] parts = address(asked).split(" ", 2);
        return browser.request(parts[0], parts[1], asked.isGet() ? "" : FORM);
    }

    /** Returns the method and the path, for a session, a person and a colleague that are there. */
    private String address(Asked asked) {
        return asked.route()
                .replace("{id}", Gathering.ID.value())
                .replace("{registration}", registration)
                .replace("{message}", "20261201090000123000")
                .replace("{section}", "about")
                .replace("{organiser}", colleague("Bram").id().value())
                .replace("{token}", "VmVyc25lbGxpbmdza2FtZQ");
    }

    private static void assertAnswer(String expected, OrganiserBrowser.Answer answer, Asked asked) {
        String what = asked.route() + ": " + expected;
        boolean leadsToSignIn = answer.location().startsWith("/organise/sign-in?")
                || answer.location().startsWith("/organise/sign-in/factor?");
        switch (expected) {
            case "yes" -> {
                assertThat(answer.status()).as(what).isLessThan(500).isNotIn(401, 403);
                assertThat(asked.permission().isPresent() && leadsToSignIn)
                        .as(what)
                        .isFalse();
            }
            case "403", "404" -> assertThat(answer.status()).as(what).isEqualTo(Integer.parseInt(expected));
            case "303 to sign in" -> {
                assertThat(answer.status()).as(what).isEqualTo(303);
                assertThat(answer.location()).as(what).startsWith("/organise/sign-in?next=%2Forganise");
            }
            case "303 to the second factor" -> {
                assertThat(answer.status()).as(what).isEqualTo(303);
                assertThat(answer.location()).as(what).startsWith("/organise/sign-in/factor?next=%2Forganise");
            }
            case "401, kept", "403, kept", "404, kept" -> {
                assertThat(answer.status()).as(what).isEqualTo(Integer.parseInt(expected.substring(0, 3)));
                assertThat(kept(answer)).as(what).isEqualTo(TYPED);
                assertThat(answer.body()).as(what).doesNotContain(CODE);
            }
            default -> throw new IllegalArgumentException("the document says something else: " + expected);
        }
    }

    /** Returns what the form on the page would send again, with line feeds, as a browser reads a page. */
    private static Map<String, String> kept(OrganiserBrowser.Answer answer) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Element field : answer.page().select("main form textarea")) {
            kept.put(field.attr("name"), field.wholeText().replace("\r\n", "\n").replaceFirst("^\n", ""));
        }
        return kept;
    }

    private static Template template() throws IOException {
        return Template.read(
                Path.of("../template.yaml"),
                Map.of(
                        "Table", "t",
                        "BaseUrl", "https://aanmelden.example.org",
                        "OrganiserUrl", "https://organiser.example.org",
                        "FirstOrganiser", "noor@example.org",
                        "SenderAddress", "a@example.org",
                        "LetterTracking", "letters"));
    }
}
