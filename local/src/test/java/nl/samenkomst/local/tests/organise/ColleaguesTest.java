package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Inviting colleagues, changing and ending what they may do, and the desk's history, as a browser sees it. */
class ColleaguesTest {

    private static final String COLLEAGUES = "/organise/colleagues";
    private static final String KARIM = "name=Karim&email=karim%40example.org&role=organiser&scope=all";

    private final Gathering gathering = new Gathering("series", "Netwerk");
    private final OrganiserBrowser noor = OrganiserBrowser.ofAdministrator(gathering);

    @Test
    void showsWhoMayDoWhat() {
        OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.OfSeries("Netwerk"));

        Document page = noor.open(COLLEAGUES).page();

        assertThat(page.select("tbody tr").eachText())
                .satisfiesExactly(
                        els -> assertThat(els).contains("Els", "els@example.org", "Gastheer", "Reeks Netwerk"),
                        self -> assertThat(self).contains("Noor (jij)", "Beheerder", "Alle", "Geen einde"));
        assertThat(page.select("[data-label]")).hasSize(10);
    }

    @Test
    void invitesAColleagueAndOwesAMail() {
        Document form = noor.open(COLLEAGUES + "/new").page();
        String id = form.select("input[name=id]").attr("value");
        gathering.clock.advance(Duration.ofSeconds(5));

        Answer answer = noor.send(COLLEAGUES, KARIM + "&last-day=4+maart+2027&id=" + id);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(COLLEAGUES + "?done=invited");
        assertThat(noor.open(answer.location()).page().select("[role=status]").text())
                .isEqualTo("De uitnodiging is onderweg.");
        assertThat(colleague("Karim"))
                .satisfies(
                        karim -> assertThat(karim.id().value()).isEqualTo(id),
                        karim -> assertThat(karim.role()).isEqualTo(Role.ORGANISER),
                        karim -> assertThat(karim.endsAt()).isPresent());
        assertThat(letters()).isEqualTo(1);
        assertThat(history()).first().isEqualTo("colleague-invited");
    }

    @Test
    void aDoublePressInvitesOnce() {
        String form = KARIM + "&id=AAAAAAAAAAAAAAAA";

        assertThat(noor.send(COLLEAGUES, form).status()).isEqualTo(303);
        assertThat(noor.send(COLLEAGUES, form).status()).isEqualTo(303);

        assertThat(gathering.organisers().all()).hasSize(2);
        assertThat(history()).filteredOn("colleague-invited"::equals).hasSize(1);
    }

    @Test
    void twoPressesAtTheSameMomentInviteOnce() throws Exception {
        String form = KARIM + "&id=AAAAAAAAAAAAAAAA";
        noor.open(COLLEAGUES);

        assertThat(atOnce(
                        () -> noor.send(COLLEAGUES, form).status(),
                        () -> noor.send(COLLEAGUES, form).status()))
                .containsExactly(303, 303);

        assertThat(gathering.organisers().all()).hasSize(2);
    }

    @Test
    void saysThatAnAddressIsAColleaguesAndSendsNothing() {
        OrganiserBrowser.of(gathering, "Karim", Role.HOST, new Scope.All());
        int before = gathering.items().size();

        Answer answer = noor.send(COLLEAGUES, KARIM.replace("karim%40", "KARIM%40"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select(".summary").text()).contains("Karim heeft dit adres al");
        assertThat(answer.page().select("input[name=email]").attr("value")).isEqualTo("KARIM@example.org");
        assertThat(answer.page().select("a.button").eachAttr("href"))
                .contains(COLLEAGUES + "/" + colleague("Karim").id());
        assertThat(gathering.items()).hasSize(before);
    }

    @Test
    void offersToTakeAFormerColleagueBack() {
        OrganiserBrowser browser = OrganiserBrowser.of(gathering, "Karim", Role.HOST, new Scope.All());
        String page = COLLEAGUES + "/" + colleague("Karim").id();
        noor.send(page + "/end", "");

        assertThat(noor.send(COLLEAGUES, KARIM).page().select(".summary").text())
                .contains("was eerder collega");
        Document former = noor.open(page).page();
        assertThat(former.select("input[name=last-day]").attr("value")).isEmpty();
        assertThat(noor.send(page, form(former, "role", "organiser")).status()).isEqualTo(303);
        assertThat(colleague("Karim").isActive(gathering.clock.instant())).isTrue();
        assertThat(colleague("Karim").role()).isEqualTo(Role.ORGANISER);
        assertThat(browser.open("/organise").status())
                .as("signed out meanwhile")
                .isEqualTo(303);
    }

    @Test
    void keepsWhatWasTypedIfSomethingIsWrong() {
        Answer answer = noor.send(
                COLLEAGUES,
                "name=&email=karim&role=organiser&scope=sessions&sessions=versnellingskamer&ids=nergens&last-day=ooit");

        assertThat(answer.status()).isEqualTo(400);
        Document page = answer.page();
        assertThat(page.title()).startsWith("Fout: ");
        assertThat(page.select(".summary li")).hasSize(3);
        assertThat(page.select("input[name=email]").attr("value")).isEqualTo("karim");
        assertThat(page.select("input[name=sessions][checked]").eachAttr("value"))
                .containsExactly("versnellingskamer");
        assertThat(page.select("textarea[name=ids]").text()).isEqualTo("nergens");
        assertThat(page.select("input[name=last-day]").attr("value")).isEqualTo("ooit");
        assertThat(page.select("#last-day-problem").text()).contains("4-3-2027");
    }

    @Test
    void knowsWhichSessionsThereAre() {
        String form = KARIM.replace("scope=all", "scope=sessions") + "&sessions=versnellingskamer&ids=";

        Answer answer = noor.send(COLLEAGUES, form + "nergens");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select("#ids-problem").text()).contains("nergens");

        assertThat(noor.send(COLLEAGUES, form).status()).isEqualTo(303);
        assertThat(colleague("Karim").scope()).isEqualTo(new Scope.Named(Set.of(Gathering.ID)));
        Document page = noor.open(COLLEAGUES + "/" + colleague("Karim").id()).page();
        assertThat(page.select("input[name=sessions][checked]").eachAttr("value"))
                .containsExactly("versnellingskamer");
    }

    @Test
    void invitesNobodyToAFullDesk() {
        for (int i = 1; i < 50; i++) {
            OrganiserBrowser.of(gathering, "n" + i, Role.HOST, new Scope.All());
        }

        assertThat(noor.send(COLLEAGUES, KARIM).status()).isEqualTo(409);
        assertThat(noor.open(COLLEAGUES).page().select("a[href$=new]")).isEmpty();
    }

    @Test
    void changesRoleAndScopeAtOnce() {
        OrganiserBrowser karim = OrganiserBrowser.of(gathering, "Karim", Role.ADMINISTRATOR, new Scope.All());
        String page = COLLEAGUES + "/" + colleague("Karim").id();

        Answer answer =
                noor.send(page, form(noor.open(page).page(), "role", "host", "scope", "series", "series", "Netwerk"));

        assertThat(answer.location()).isEqualTo(page + "?done=changed");
        assertThat(colleague("Karim").scope()).isEqualTo(new Scope.OfSeries("Netwerk"));
        assertThat(karim.open(COLLEAGUES).status()).isEqualTo(403);
        assertThat(karim.open("/organise").status()).isEqualTo(200);
    }

    @Test
    void theSecondOfTwoAdministratorsSeesWhatTheFirstDid() {
        OrganiserBrowser piet = OrganiserBrowser.of(gathering, "Piet", Role.ADMINISTRATOR, new Scope.All());
        OrganiserBrowser.of(gathering, "Els", Role.ORGANISER, new Scope.All());
        String page = COLLEAGUES + "/" + colleague("Els").id();
        String seen =
                "&seen=" + noor.open(page).page().select("input[name=seen]").attr("value");
        noor.send(page, "name=Els+B&role=host&scope=all" + seen);

        Answer answer = piet.send(page, "name=Els+C&role=administrator&scope=all" + seen);

        assertThat(answer.status()).isEqualTo(409);
        Document shown = answer.page();
        assertThat(shown.select(".summary").text()).contains("Iemand anders heeft deze collega intussen veranderd");
        assertThat(shown.select("dl.facts").text()).contains("Gastheer");
        assertThat(shown.select("h1").text()).isEqualTo("Els B");
        assertThat(shown.select("input[name=name]").attr("value")).isEqualTo("Els C");
        assertThat(shown.select("input[name=role][checked]").eachAttr("value")).containsExactly("administrator");
        String now = "&seen=" + shown.select("input[name=seen]").attr("value");
        assertThat(piet.send(page, "name=Els+C&role=administrator&scope=all" + now)
                        .status())
                .isEqualTo(303);
        assertThat(colleague("Els C").role()).isEqualTo(Role.ADMINISTRATOR);
    }

    /** Somebody who also made a mistake is still told of the change. */
    @Test
    void aMistakeDoesNotHideThatSomebodyElseWasFirst() {
        OrganiserBrowser.of(gathering, "Els", Role.ORGANISER, new Scope.All());
        String page = COLLEAGUES + "/" + colleague("Els").id();
        String seen =
                "&seen=" + noor.open(page).page().select("input[name=seen]").attr("value");
        noor.send(page, "name=Els+B&role=host&scope=all" + seen);

        Document wrong =
                noor.send(page, "name=&role=organiser&scope=all" + seen).page();

        assertThat(noor.send(page, form(wrong, "name", "Els C")).status()).isEqualTo(409);
    }

    @Test
    void endingAColleagueSignsThemOutEverywhere() {
        OrganiserBrowser els = OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());
        String page = COLLEAGUES + "/" + colleague("Els").id();
        assertThat(els.open("/organise").status()).isEqualTo(200);

        assertThat(noor.send(page + "/end", "").location()).isEqualTo(COLLEAGUES + "?done=ended");

        assertThat(els.open("/organise").status()).isEqualTo(303);
        assertThat(browserSessions("Els")).isZero();
        assertThat(noor.open(COLLEAGUES).page().select("details").text()).contains("Els");
        assertThat(noor.send(page + "/end", "").status()).as("again").isEqualTo(303);
        assertThat(history()).filteredOn("colleague-ended"::equals).hasSize(1);
    }

    @Test
    void theLastAdministratorStays() {
        String page = COLLEAGUES + "/" + colleague("Noor").id();
        String seen =
                "&seen=" + noor.open(page).page().select("input[name=seen]").attr("value");

        Answer lowered = noor.send(page, "name=Noor&role=host&scope=all" + seen);
        assertThat(lowered.status()).isEqualTo(409);
        assertThat(lowered.page().select(".summary").text()).contains("Zo blijft er geen beheerder over");
        assertThat(noor.send(page + "/end", "").status()).isEqualTo(409);
        assertThat(noor.open(page).page().select("form[action$=end]")).isEmpty();
        assertThat(noor.open(COLLEAGUES).status()).isEqualTo(200);
    }

    @Test
    void handsOver() {
        OrganiserBrowser piet = OrganiserBrowser.of(gathering, "Piet", Role.ADMINISTRATOR, new Scope.All());
        String page = COLLEAGUES + "/" + colleague("Noor").id();

        Answer lowered = noor.send(page, form(noor.open(page).page(), "role", "organiser"));

        assertThat(lowered.location()).isEqualTo("/organise");
        assertThat(noor.open(COLLEAGUES).status()).isEqualTo(403);
        assertThat(piet.send(page + "/end", "").status()).isEqualTo(303);
        assertThat(noor.open("/organise").status()).isEqualTo(303);
    }

    @Test
    void twoAdministratorsWhoEndEachOtherAtTheSameMomentLeaveOne() throws Exception {
        for (int round = 0; round < 5; round++) {
            Gathering fresh = new Gathering();
            OrganiserBrowser one = OrganiserBrowser.of(fresh, "Een", Role.ADMINISTRATOR, new Scope.All());
            OrganiserBrowser two = OrganiserBrowser.of(fresh, "Twee", Role.ADMINISTRATOR, new Scope.All());
            Map<String, String> pages = new HashMap<>();
            fresh.organisers().all().forEach(who -> pages.put(who.name(), COLLEAGUES + "/" + who.id() + "/end"));

            List<Integer> statuses = atOnce(
                    () -> one.send(String.valueOf(pages.get("Twee")), "").status(),
                    () -> two.send(String.valueOf(pages.get("Een")), "").status());

            assertThat(fresh.organisers().all())
                    .as("round %d: %s", round, statuses)
                    .filteredOn(who -> who.isActive(fresh.clock.instant()))
                    .hasSize(1);
        }
    }

    @Test
    void resettingTheSecondFactorSignsOutAndIsRecorded() {
        OrganiserBrowser els = OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());
        String page = COLLEAGUES + "/" + colleague("Els").id();
        gathering.clock.advance(Duration.ofSeconds(1));

        assertThat(noor.send(page + "/factor-reset", "").location()).isEqualTo(page + "?done=reset");

        assertThat(colleague("Els").factorSince()).isEmpty();
        assertThat(els.open("/organise").status()).isEqualTo(303);
        assertThat(history()).first().isEqualTo("second-factor-reset");
    }

    @Test
    void mailsAgainAtMostOnceAnHour() {
        noor.send(COLLEAGUES, KARIM);
        String again = COLLEAGUES + "/" + colleague("Karim").id() + "/invitation";

        gathering.clock.advance(Duration.ofMinutes(59));
        OrganiserBrowser fresh = OrganiserBrowser.of(gathering, "Piet", Role.ADMINISTRATOR, new Scope.All());
        assertThat(fresh.send(again, "").status()).isEqualTo(409);
        gathering.clock.advance(Duration.ofMinutes(1));
        assertThat(fresh.send(again, "").status()).isEqualTo(303);
        assertThat(fresh.send(again, "").status()).isEqualTo(409);
        assertThat(history()).filteredOn("colleague-invited"::equals).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/end", "/factor-reset", "/invitation"})
    void anUnknownColleagueIsUnknown(String act) {
        for (String id : List.of("nobodynobodynobo", "x", "%3Cb%3E")) {
            assertThat(noor.send(COLLEAGUES + "/" + id + act, "name=Els&role=host&scope=all")
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ORGANISER", "HOST"})
    void onlyAdministratorsSeeAndChangeColleagues(Role role) {
        OrganiserBrowser els = OrganiserBrowser.of(gathering, "Els", role, new Scope.All());
        String self = COLLEAGUES + "/" + colleague("Els").id();

        for (String page : List.of(COLLEAGUES, COLLEAGUES + "/new", self, "/organise/history")) {
            assertThat(els.open(page).status()).as(page).isEqualTo(403);
        }
        assertThat(els.send(self, "name=Els&role=administrator&scope=all").status())
                .isEqualTo(403);
        assertThat(els.send(COLLEAGUES, KARIM).status()).isEqualTo(403);
        for (String act : List.of("/end", "/factor-reset", "/invitation")) {
            assertThat(els.send(COLLEAGUES + "/" + colleague("Noor").id() + act, "")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(els.open("/organise").page().select("a[href*=colleagues]")).isEmpty();
    }

    @Test
    void changingNeedsAFreshSecondFactorAndLookingDoesNot() {
        String self = COLLEAGUES + "/" + colleague("Noor").id();
        gathering.clock.advance(Duration.ofMinutes(16));

        assertThat(noor.open(COLLEAGUES).status()).isEqualTo(200);
        assertThat(noor.open("/organise/history").status()).isEqualTo(200);
        assertThat(noor.open(COLLEAGUES + "/new").location()).startsWith("/organise/sign-in/factor?next=");
        assertThat(noor.open(self).location()).startsWith("/organise/sign-in/factor?next=");
        Answer kept = noor.send(COLLEAGUES, KARIM + "&last-day=4-3-2027");
        assertThat(kept.status()).isEqualTo(401);
        assertThat(kept.page().select("textarea[name=last-day]").text()).isEqualTo("4-3-2027");
        assertThat(gathering.organisers().all()).hasSize(1);
    }

    @Test
    void hostileWordsStayWords() {
        String name = "<b>Els</b>{{7*7}}'\"";
        noor.send(
                COLLEAGUES,
                "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        + "&email=els%40example.org&role=host&scope=series&series=%3Cscript%3E");

        Document list = noor.open(COLLEAGUES).page();
        assertThat(list.select("tbody b, tbody script")).isEmpty();
        assertThat(list.select("tbody th a").eachText()).contains(name);
        Document page = noor.open(COLLEAGUES + "/" + colleague(name).id()).page();
        assertThat(page.select("input[name=name]").attr("value")).isEqualTo(name);
        assertThat(page.select("option[selected]").attr("value")).isEqualTo("<script>");
        assertThat(noor.open("/organise/history").page().select("tbody b")).isEmpty();
        assertThat(noor.open(COLLEAGUES + "?done=%3Cb%3E").page().select("[role=status]"))
                .isEmpty();
    }

    @Test
    void theHistorySaysWhoDidWhatWithNames() {
        OrganiserBrowser.of(gathering, "Els", Role.ORGANISER, new Scope.All());
        String page = COLLEAGUES + "/" + colleague("Els").id();
        gathering.clock.advance(Duration.ofMinutes(1));
        noor.send(page, form(noor.open(page).page(), "role", "host", "last-day", "4-3-2027"));

        assertThat(noor.open("/organise/history")
                        .page()
                        .select("tbody tr")
                        .getFirst()
                        .text())
                .contains("maandag 2 november 2026 om 10.01 uur", "Noor", "Els")
                .contains("Was: Organisator, Alle")
                .contains("Nu: Gastheer, Alle, tot en met donderdag 4 maart 2027");
        assertThat(gathering.organisers().history(99, gathering.clock.instant()))
                .extracting(DeskEntry::toString)
                .noneMatch(entry -> entry.contains("Els") || entry.contains("example.org"));
    }

    @Test
    void theHistoryComesInParts() {
        String page = COLLEAGUES + "/" + colleague("Noor").id();
        for (int i = 0; i < 55; i++) {
            gathering.clock.advance(Duration.ofSeconds(1));
            noor.send(page, form(noor.open(page).page(), "name", "Noor" + i));
        }

        Document first = noor.open("/organise/history").page();
        assertThat(first.select("tbody tr")).hasSize(50);
        Document second = noor.open(first.select("a[rel=next]").attr("href")).page();
        assertThat(second.select("tbody tr")).hasSize(6);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(noor.open("/organise/history?before=%23x").page().select("tbody tr"))
                .as("no place in the history")
                .hasSize(50);
    }

    private Organiser colleague(String name) {
        return gathering.organisers().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> history() {
        return gathering.organisers().history(99, gathering.clock.instant()).stream()
                .map(DeskEntry::what)
                .toList();
    }

    private long letters() {
        return gathering.items().stream()
                .filter(item ->
                        item.getOrDefault("SK", AttributeValue.fromS("")).s().equals("INVITED"))
                .count();
    }

    private int browserSessions(String name) {
        return gathering.organisers().browserSessions(colleague(name).id()).size();
    }

    /** Returns what the page's form sends, with these values changed. */
    private static String form(Document page, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("form:has(input[name=seen])")
                .select("input:not([type=radio]):not([type=checkbox]), input[checked]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> started = List.of(both.submit(one), both.submit(other));
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : started) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
