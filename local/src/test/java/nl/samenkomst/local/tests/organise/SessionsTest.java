package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Checks the overview, the list of sessions, and a session's page, history and cancellation. */
class SessionsTest {

    private static final String SESSION = "/organise/sessions/" + Gathering.ID;
    private static final String CANCELLATION = SESSION + "/cancellation";
    private static final SessionId OTHER = new SessionId("ander");

    private final Gathering gathering = new Gathering("admission", "reviewed", "places", 2);
    private final OrganiserBrowser noor = OrganiserBrowser.ofAdministrator(gathering);

    @Test
    void theOverviewLeadsToThePeopleWhoWaitForADecision() {
        gathering.signUp("fatima");
        gathering.signUp("piet");
        Document page = noor.open("/organise").page();

        assertThat(page.select(".waits a").eachAttr("href"))
                .containsExactly(SESSION + "/participants?state=under-review");
        assertThat(page.select(".waits a b").text()).isEqualTo("2");
        assertThat(page.select("main a[href=" + SESSION + "]")).hasSize(1);
    }

    /** Each number leads to a list of as many people. */
    @Test
    void numbersAboutMailLeadToExactlyThesePeople() {
        for (String name : List.of("fatima", "piet", "karim")) {
            gathering.signUp(name);
        }
        fails("fatima", MailProblem.Kind.BOUNCED);
        fails("piet", MailProblem.Kind.COMPLAINED);

        String waits = noor.open("/organise").page().select(".waits .bad").attr("href");
        List<String> odd = noor.open(SESSION).page().select(".odd a").eachAttr("href");

        assertThat(names(waits)).containsExactlyInAnyOrder("fatima", "piet");
        assertThat(odd).hasSize(2);
        assertThat(names(odd.getFirst())).containsExactly("fatima");
        assertThat(names(odd.getLast())).containsExactly("piet");
    }

    private void fails(String name, MailProblem.Kind kind) {
        Instant now = gathering.clock.instant();
        gathering.change(name, known -> known.withMailProblem(Optional.of(new MailProblem(kind, now))));
    }

    private List<String> names(String list) {
        return noor.open(list).page().select("tbody th bdi").eachText();
    }

    @Test
    void anEmptyOverviewSaysWhatToDoFirst() {
        gathering.clock.set(Gathering.START.plus(Duration.ofDays(30)));
        Document page =
                OrganiserBrowser.ofAdministrator(gathering).open("/organise").page();

        assertThat(page.select("main").text())
                .contains("Er zijn nog geen bijeenkomsten", "Maak een bijeenkomst en publiceer haar");
        assertThat(page.select("main a").eachAttr("href"))
                .containsExactly("/organise/sessions/new", "/organise/sessions?when=past");
    }

    @Test
    void onlySessionsInScopeAreShown() {
        gathering.publishAs(OTHER, "title", "Een andere", "series", "Reeks");
        OrganiserBrowser ofSeries =
                OrganiserBrowser.of(gathering, "Karim", Role.ORGANISER, new Scope.OfSeries("Reeks"));
        OrganiserBrowser ofOne =
                OrganiserBrowser.of(gathering, "Sam", Role.ORGANISER, new Scope.Named(Set.of(Gathering.ID)));

        for (String list : List.of("/organise", "/organise/sessions", "/organise/sessions?q=e")) {
            assertThat(ofSeries.open(list).body()).contains("Een andere").doesNotContain(SESSION);
            assertThat(ofOne.open(list).body()).doesNotContain("Een andere").contains(SESSION);
            assertThat(noor.open(list).body()).contains("Een andere", SESSION);
        }
        assertThat(ofSeries.open(SESSION).status()).isEqualTo(404);
    }

    @Test
    void aHostSeesTheDoorAroundTheDayAndNothingElse() {
        OrganiserBrowser early = OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());
        assertThat(early.open("/organise").page().select("main a")).isEmpty();
        assertThat(early.open(SESSION).status()).isEqualTo(403);

        gathering.clock.set(Gathering.START.minus(Duration.ofHours(20)));
        Document page = OrganiserBrowser.of(gathering, "Bo", Role.HOST, new Scope.All())
                .open("/organise")
                .page();
        assertThat(page.select("main a").eachAttr("href")).containsOnly(SESSION + "/door");
    }

    @Test
    void theListGoesOnAndSearchesBothWays() {
        for (int i = 0; i < 60; i++) {
            publish("sessie-" + i, i == 55 ? "Naald in de hooiberg" : "Sessie");
        }
        Document first = noor.open("/organise/sessions").page();
        assertThat(first.select("tbody tr")).hasSize(50);
        Document second = noor.open(first.select("a[rel=next]").attr("href")).page();
        assertThat(second.select("tbody tr")).hasSize(11);
        assertThat(second.select("a[rel=next]")).isEmpty();

        assertThat(noor.open("/organise/sessions?q=HOOIBERG+naald").page().select("tbody tr"))
                .hasSize(1);
        assertThat(noor.open("/organise/sessions?q=naald&when=past").page().select("tbody tr"))
                .isEmpty();

        gathering.clock.set(Gathering.START.plus(Duration.ofDays(1)));
        OrganiserBrowser later = OrganiserBrowser.ofAdministrator(gathering);
        Document past = later.open("/organise/sessions?when=past").page();
        assertThat(past.select("tbody tr")).hasSize(50);
        assertThat(later.open(past.select("a[rel=next]").attr("href")).page().select("tbody tr"))
                .hasSize(11);
        assertThat(later.open("/organise/sessions?q=naald&when=past").page().select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void parametersThatNobodyWroteAreIgnored() {
        String hostile = "/organise/sessions?q=%3Cb%3E&when=%00&after=2026-99-99&lang=xx";

        assertThat(noor.open(hostile).status()).isEqualTo(200);
        assertThat(noor.open(hostile).page().select("#q").attr("value")).isEqualTo("<b>");
        assertThat(noor.open(SESSION + "/history?page=99999999999999").status()).isEqualTo(200);
        assertThat(noor.open(SESSION + "?done=%3Cb%3E").body()).doesNotContain("role=\"status\"");
    }

    @Test
    void aSessionShowsItsNumbersAndLettersToCome() {
        gathering.signUp("fatima");
        Document page = noor.open(SESSION).page();

        assertThat(page.title()).endsWith(" – Samenkomst");
        assertThat(page.select("#numbers ~ table tr").eachText()).contains("wacht op besluit 1");
        assertThat(page.select("#letters ~ table tr").eachText()).anyMatch(row -> row.startsWith("We beslissen over"));
        assertThat(page.select("a.button").eachAttr("href")).contains(SESSION + "/participants?state=under-review");
    }

    @Test
    void historyNamesWhoDidItAndToWhom() {
        gathering.signUp("fatima");
        Organiser karim = colleague("Karim");
        gathering
                .wiring()
                .organiser()
                .decide()
                .decide(Gathering.ID, gathering.id("fatima"), Decision.DECLINE, "Past niet", karim.actor());

        assertThat(noor.open(SESSION + "/history")
                        .page()
                        .select(".history li:first-child")
                        .text())
                .endsWith("Karim heeft de aanmelding van fatima afgewezen. Reden: Past niet");
    }

    @Test
    void somebodyErasedAndAColleagueWhoIsGoneHaveNoName() {
        AuditEntry entry = new AuditEntry(
                gathering.clock.instant(),
                Actor.of("organiser:AAAAAAAAAAAAAAAA"),
                AuditAction.ACCEPTED,
                Optional.of(AuditEntry.ERASED),
                "");
        Session session = gathering.session();
        gathering.sessions().change(session, session.changed(session.document(), gathering.clock.instant()), entry);

        assertThat(noor.open(SESSION + "/history").body())
                .contains("Een oud-collega")
                .contains("heeft de aanmelding van iemand die gewist is geaccepteerd.");
    }

    @Test
    void cancellingSaysWhoIsToldAndCanBeUndone() {
        gathering.signUp("fatima");
        gathering.signUp("piet");
        Document asked = noor.open(CANCELLATION).page();
        assertThat(asked.select("main").text()).contains("2 mensen krijgen een mail", "wacht op besluit 2");
        assertThat(asked.select("button.danger").text()).isEqualTo("Laat niet doorgaan en mail 2 mensen");

        Answer done = cancel(noor, asked, "Storm");
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.location()).isEqualTo(SESSION + "?done=cancelled");
        assertThat(noor.open(done.location()).page().select("[role=status]").text())
                .contains("over twee minuten");
        assertThat(gathering.session().cancellation().orElseThrow().reason()).isEqualTo("Storm");
        assertThat(noor.open(CANCELLATION).page().select("main").text())
                .contains("Noor heeft de bijeenkomst afgezegd op", "Storm", "zonder dat iemand het merkt");

        Answer undone = noor.send(SESSION + "/reinstatement", "");
        assertThat(undone.location()).isEqualTo(SESSION + "?done=reinstated");
        assertThat(gathering.session().isCancelled()).isFalse();
        assertThat(changes()).containsSubsequence("session-cancelled", "session-reinstated");
        assertThat(gathering.changes())
                .filteredOn(entry ->
                        entry.what().startsWith("session-") && !entry.what().endsWith("published"))
                .extracting(AuditEntry::actor)
                .hasSize(2)
                .allMatch(actor -> actor instanceof Actor.ByOrganiser);
    }

    @Test
    void theSamePressTwiceIsOneAct() {
        Document asked = noor.open(CANCELLATION).page();
        cancel(noor, asked, "Storm");
        Answer again = cancel(noor, asked, "Storm");

        assertThat(again.location()).isEqualTo(SESSION + "?done=cancelled");
        assertThat(changes()).containsOnlyOnce("session-cancelled");
    }

    @Test
    void theSecondOfTwoIsToldByWhom() {
        OrganiserBrowser karim = OrganiserBrowser.of(gathering, "Karim", Role.ORGANISER, new Scope.All());
        Document asked = noor.open(CANCELLATION).page();
        cancel(karim, karim.open(CANCELLATION).page(), "Zaal gesloten");
        Answer second = cancel(noor, asked, "Storm");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().select(".summary").text()).contains("Karim had de bijeenkomst al afgezegd");
        assertThat(gathering.session().cancellation().orElseThrow().reason()).isEqualTo("Zaal gesloten");
        assertThat(changes()).containsOnlyOnce("session-cancelled");
    }

    @Test
    void aSessionChangedMeanwhileIsNotCancelledAndTheReasonStays() {
        Document asked = noor.open(CANCELLATION).page();
        gathering.publish("admission", "reviewed", "places", 3);
        Answer refused = cancel(noor, asked, "<b>Storm</b>");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("textarea").text()).isEqualTo("<b>Storm</b>");
        assertThat(refused.page().select("input[name=revision]").attr("value"))
                .isEqualTo(gathering.session().revision().toString());
        assertThat(gathering.session().isCancelled()).isFalse();
    }

    @Test
    void aReasonThatIsTooLongStaysAndIsExplained() {
        Document asked = noor.open(CANCELLATION).page();
        Answer refused = cancel(noor, asked, "a".repeat(301));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.page().title()).startsWith("Fout: ");
        assertThat(refused.page().select("textarea").text()).isEqualTo("a".repeat(301));
        assertThat(refused.page().select(".summary a").attr("href")).isEqualTo("#reason");
        assertThat(cancel(noor, asked, "Twee%0D%0Aregels").status()).isEqualTo(303);
        assertThat(gathering.session().cancellation().orElseThrow().reason()).isEqualTo("Twee regels");
    }

    @Test
    void nobodyCancelsOrReinstatesOnceItStarted() {
        Document asked = noor.open(CANCELLATION).page();
        gathering.clock.set(Gathering.START);
        OrganiserBrowser later = OrganiserBrowser.ofAdministrator(gathering);

        assertThat(cancel(later, asked, "").status()).isEqualTo(409);
        assertThat(gathering.session().isCancelled()).isFalse();
        assertThat(later.open(CANCELLATION).page().select("main form")).isEmpty();
        gathering.callOff();
        assertThat(later.send(SESSION + "/reinstatement", "").status()).isEqualTo(409);
        assertThat(gathering.session().isCancelled()).isTrue();
    }

    private static Answer cancel(OrganiserBrowser browser, Document asked, String reason) {
        String revision = asked.select("input[name=revision]").attr("value");
        return browser.send(CANCELLATION, "revision=" + revision + "&reason=" + reason);
    }

    private void publish(String id, String title) {
        Session session = gathering.session();
        Session other = Session.published(new SessionId(id), session.document(), Gathering.NOW);
        if (title.equals("Sessie")) {
            gathering
                    .sessions()
                    .publish(
                            other, AuditEntry.ofSession(Gathering.NOW, Actor.LOCAL, AuditAction.SESSION_PUBLISHED, ""));
        } else {
            gathering.publishAs(new SessionId(id), "title", title);
        }
    }

    private Organiser colleague(String name) {
        OrganiserBrowser.of(gathering, name, Role.ORGANISER, new Scope.All());
        return gathering.organisers().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> changes() {
        return gathering.changes().stream().map(AuditEntry::what).toList();
    }
}
