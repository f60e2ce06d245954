package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.editing.PublishDraft;
import nl.samenkomst.domain.editing.PublishTogether;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import nl.samenkomst.local.tests.kit.RecordingTable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A change of one session of a series, carried to those that follow, and published together. */
class FollowingTest {

    private static final String SESSION = "/organise/sessions/versnellingskamer";
    private static final String FOLLOWING = SESSION + "/edit/following";
    private static final String TOGETHER = SESSION + "/publication/following";
    private static final SessionId JANUARY = new SessionId("januari");
    private static final SessionId FEBRUARY = new SessionId("februari");

    private final Gathering gathering = new Gathering("series", "Wijk", "places", 12);
    private final OrganiserBrowser noor = OrganiserBrowser.ofAdministrator(gathering);

    FollowingTest() {
        publish(JANUARY, "2027-01-07", 12);
        publish(FEBRUARY, "2027-02-04", 12);
    }

    private void publish(SessionId id, String day, int places) {
        gathering.publishAs(
                id,
                "series",
                "Wijk",
                "title",
                "Wijkgesprek " + id,
                "places",
                places,
                "start",
                day + "T15:00:00+01:00",
                "end",
                day + "T17:00:00+01:00");
    }

    @Test
    void aChangeIsCarriedToTheDraftsOfTheOthersAndPublishedTogether() {
        assertThat(offers(noor)).as("nothing is changed").isFalse();
        save(noor, SESSION, "sign-up", Map.of("/places", "20"));
        assertThat(offers(noor)).isTrue();

        Document asked = noor.open(FOLLOWING).page();
        assertThat(asked.select("legend bdi").eachText())
                .containsExactly("Wijkgesprek januari", "Wijkgesprek februari");
        assertThat(asked.select("#take-januari").parents().select("label").text())
                .contains("Aantal plekken: 12", "20");
        Form form = Form.of(asked);
        Answer carried = noor.send(FOLLOWING, form.encoded());

        assertThat(carried.location()).isEqualTo(TOGETHER + "?done=carried");
        assertThat(places(JANUARY)).as("published").isEqualTo(12);
        Document together = noor.open(carried.location()).page();
        assertThat(together.select("section h2").eachText())
                .containsExactly("Versnellingskamer participatie", "Wijkgesprek januari", "Wijkgesprek februari");
        assertThat(together.select(".acts button").text()).isEqualTo("3 bijeenkomsten nu publiceren");

        Form publication = Form.of(together);
        Answer published = noor.send(TOGETHER, publication.encoded());
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.page().select("h1").text()).isEqualTo("3 bijeenkomsten gepubliceerd");
        assertThat(List.of(places(Gathering.ID), places(JANUARY), places(FEBRUARY)))
                .containsOnly(20);

        Answer again = noor.send(TOGETHER, publication.encoded());
        assertThat(again.status()).as("sent twice").isEqualTo(409);
        assertThat(again.page().select("main").text()).contains("Er is geen concept meer");
        assertThat(gathering.changes()).map(AuditEntry::what).containsOnlyOnce("session-changed");
        assertThat(noor.open(TOGETHER).page().select("main form")).isEmpty();
        assertThat(noor.open(FOLLOWING).location()).isEqualTo(SESSION + "/edit");
    }

    @Test
    void theSamePressTwiceIsOneChange() {
        save(noor, SESSION, "sign-up", Map.of("/places", "20", "/noticePeriod", "7 dagen"));
        Form form = Form.of(noor.open(FOLLOWING).page());

        noor.send(FOLLOWING, form.encoded());
        String version = draftVersion(JANUARY);
        assertThat(noor.send(FOLLOWING, form.encoded()).location()).endsWith("done=carried");

        assertThat(draftVersion(JANUARY)).isEqualTo(version);
        assertThat(noor.open(FOLLOWING).page().select("fieldset").eachText())
                .allSatisfy(text -> assertThat(text).contains("Al zo: hier verandert niets."));
    }

    @Test
    void whatWasDifferentThereStaysUnlessItIsTicked() {
        SessionId march = new SessionId("maart");
        publish(march, "2027-03-04", 40);
        save(noor, SESSION, "sign-up", Map.of("/places", "20", "/noticePeriod", "7 dagen"));

        Document asked = noor.open(FOLLOWING).page();
        assertThat(asked.select("#take-maart").hasAttr("checked")).isTrue();
        assertThat(asked.select("#also-maart-places").hasAttr("checked")).isFalse();
        noor.send(FOLLOWING, Form.of(asked).encoded());
        assertThat(noor.open("/organise/sessions/maart/edit/sign-up")
                        .page()
                        .select("#places")
                        .val())
                .isEqualTo("40");
        assertThat(noor.open("/organise/sessions/maart/edit/sign-up")
                        .page()
                        .select("#noticePeriod")
                        .val())
                .isEqualTo("7 dagen");

        Form ticked = Form.of(noor.open(FOLLOWING).page()).with("take.maart", "/places");
        assertThat(noor.send(FOLLOWING, ticked.encoded()).status()).isEqualTo(303);
        assertThat(noor.open("/organise/sessions/maart/edit/sign-up")
                        .page()
                        .select("#places")
                        .val())
                .isEqualTo("20");
    }

    @Test
    void whatAColleagueSavedMeanwhileIsKeptAndNamedAndTheOthersAreSaved() {
        OrganiserBrowser karim = OrganiserBrowser.of(gathering, "Karim", Role.ORGANISER, new Scope.All());
        save(noor, SESSION, "sign-up", Map.of("/places", "20"));
        Form form = Form.of(noor.open(FOLLOWING).page());
        save(karim, "/organise/sessions/januari", "sign-up", Map.of("/places", "15"));

        Answer answer = noor.send(FOLLOWING, form.encoded());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select(".summary li").eachText())
                .singleElement()
                .asString()
                .startsWith("Wijkgesprek januari,");
        assertThat(answer.page().select(".summary a").attr("href")).isEqualTo("#session-januari");
        assertThat(answer.page().select("#also-januari-places").hasAttr("checked"))
                .as("he made it different")
                .isFalse();
        assertThat(noor.open("/organise/sessions/januari/edit/sign-up")
                        .page()
                        .select("#places")
                        .val())
                .isEqualTo("15");
        assertThat(noor.open("/organise/sessions/februari/edit/sign-up")
                        .page()
                        .select("#places")
                        .val())
                .isEqualTo("20");
        assertThat(noor.open(TOGETHER).page().select("#others + ul").text())
                .as("hers to publish, not his")
                .contains("Wijkgesprek januari", "Alleen een collega");
    }

    @Test
    void whatAColleagueChangedHereMeanwhileIsShownFirst() {
        OrganiserBrowser karim = OrganiserBrowser.of(gathering, "Karim", Role.ORGANISER, new Scope.All());
        save(noor, SESSION, "sign-up", Map.of("/places", "20"));
        Form form = Form.of(noor.open(FOLLOWING).page());
        save(karim, SESSION, "sign-up", Map.of("/places", "30"));

        Answer answer = noor.send(FOLLOWING, form.encoded());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select("#session-januari").text()).contains("30");
        assertThat(draftVersion(JANUARY)).isEmpty();
    }

    @Test
    void whatChangedBeforePublishingIsNotPublishedAndTheOthersAre() {
        save(noor, SESSION, "sign-up", Map.of("/places", "20"));
        noor.send(FOLLOWING, Form.of(noor.open(FOLLOWING).page()).encoded());
        Form form = Form.of(noor.open(TOGETHER).page());
        save(noor, "/organise/sessions/januari", "sign-up", Map.of("/places", "21"));

        Answer answer = noor.send(TOGETHER, form.encoded());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select("h1").text()).isEqualTo("2 bijeenkomsten gepubliceerd");
        assertThat(answer.page().select("a[href=/organise/sessions/januari/publication]"))
                .hasSize(1);
        assertThat(places(JANUARY)).isEqualTo(12);
        assertThat(places(FEBRUARY)).isEqualTo(20);
    }

    /** The gateway waits no longer, and the organiser must read what was done. */
    @Test
    void noFurtherSessionIsBegunAfterTwelveSeconds() {
        Instant[] now = {Gathering.NOW};
        Clock fourSecondsLaterEachTime = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                now[0] = now[0].plusSeconds(4);
                return now[0];
            }
        };
        Map<SessionId, PublishDraft.Confirmation> confirmed = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            confirmed.put(
                    new SessionId("les-" + i),
                    new PublishDraft.Confirmation(
                            Optional.empty(), Optional.empty(), Optional.empty(), Announcement.NEVER, Map.of()));
        }

        Map<SessionId, PublishTogether.Result> results = new PublishTogether(
                        gathering.wiring().organiser().publishDraft(), fourSecondsLaterEachTime)
                .publish(confirmed, gathering.organisers().all().getFirst());

        assertThat(results.values())
                .startsWith(new PublishTogether.Result.Tried(new PublishDraft.Outcome.Gone()))
                .endsWith(new PublishTogether.Result.NotTried(), new PublishTogether.Result.NotTried());
    }

    @Test
    void aSessionThatIsLeftOutIsNotPublished() {
        save(noor, SESSION, "sign-up", Map.of("/places", "20"));
        noor.send(FOLLOWING, Form.of(noor.open(FOLLOWING).page()).encoded());
        Form form = Form.of(noor.open(TOGETHER).page());

        Document left = noor.send(
                        TOGETHER,
                        form.with("leave-out", "januari").with("tell", "never").encoded())
                .page();

        assertThat(left.select(".acts button").text()).isEqualTo("2 bijeenkomsten nu publiceren");
        assertThat(left.select("#others + ul").text()).contains("Wijkgesprek januari", "Weggelaten.");
        noor.send(TOGETHER, Form.of(left).encoded());
        assertThat(places(JANUARY)).isEqualTo(12);
        assertThat(places(FEBRUARY)).isEqualTo(20);
    }

    @Test
    void publishingTogetherNamesAndPromotesWhoeverWaits() {
        publishPlaces(JANUARY, 1);
        for (String name : List.of("fatima", "piet")) {
            gathering.wiring().register().register(JANUARY, Gathering.form(name));
        }
        save(noor, SESSION, "sign-up", Map.of("/places", "20"));
        Document asked = noor.open(FOLLOWING).page();
        noor.send(FOLLOWING, Form.of(asked).with("take.januari", "/places").encoded());

        Document together = noor.open(TOGETHER).page();

        assertThat(together.select("section[aria-labelledby=session-januari] .notice.good")
                        .text())
                .isEqualTo("Krijgt alsnog een plek: piet.");
        assertThat(together.select("input[name=tell]").eachAttr("value"))
                .containsExactly("if-moved", "always", "never");
        assertThat(noor.send(TOGETHER, Form.of(together).encoded()).status()).isEqualTo(200);
        assertThat(gathering.find(JANUARY, "piet").state()).isInstanceOf(RegistrationState.Confirmed.class);
    }

    private void publishPlaces(SessionId id, int places) {
        String session = "/organise/sessions/" + id;
        save(noor, session, "sign-up", Map.of("/places", String.valueOf(places)));
        noor.send(
                session + "/publication",
                Form.of(noor.open(session + "/publication").page()).encoded());
    }

    @Test
    void nobodyChangesASessionOutOfScope() {
        OrganiserBrowser ida =
                OrganiserBrowser.of(gathering, "Ida", Role.ORGANISER, new Scope.Named(Set.of(Gathering.ID, FEBRUARY)));
        save(ida, SESSION, "sign-up", Map.of("/places", "20"));
        Document asked = ida.open(FOLLOWING).page();
        assertThat(asked.select("legend bdi").eachText()).containsExactly("Wijkgesprek februari");

        String seen = noor.open(FOLLOWING)
                .page()
                .select("#session-januari input[name^=seen]")
                .attr("value");
        Form form = Form.of(asked).with("take.januari", "/places").with("seen.januari.sign-up", seen);
        assertThat(ida.send(FOLLOWING, form.encoded()).status()).isEqualTo(303);
        assertThat(draftVersion(JANUARY)).isEmpty();

        save(noor, "/organise/sessions/januari", "sign-up", Map.of("/places", "20"));
        Form publication = Form.of(ida.open(TOGETHER).page()).with("session", "januari");
        assertThat(ida.send(TOGETHER, publication.encoded()).status()).isEqualTo(200);
        assertThat(places(JANUARY)).isEqualTo(12);
        assertThat(places(FEBRUARY)).isEqualTo(20);

        OrganiserBrowser only =
                OrganiserBrowser.of(gathering, "Jan", Role.ORGANISER, new Scope.Named(Set.of(Gathering.ID)));
        save(only, SESSION, "sign-up", Map.of("/places", "25"));
        assertThat(offers(only)).as("sees none that follow").isFalse();
    }

    @Test
    void nothingIsSavedWithoutATickOrForWhatIsNoPartOfTheChange() {
        save(noor, SESSION, "sign-up", Map.of("/places", "20"));
        Form form = Form.of(noor.open(FOLLOWING).page()).without("take.januari").without("take.februari");

        Answer nothing = noor.send(FOLLOWING, form.encoded());
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.page().select("#take-januari").hasAttr("checked")).isFalse();
        assertThat(noor.send(
                                FOLLOWING,
                                form.with("take.januari", "/title /materials /nergens <b>")
                                        .encoded())
                        .status())
                .isEqualTo(303);
        assertThat(draftVersion(JANUARY)).isEmpty();
        assertThat(noor.send(FOLLOWING, "").status()).isEqualTo(409);
        assertThat(noor.send(TOGETHER, "session=januari").status())
                .as("nothing was seen")
                .isEqualTo(409);
    }

    @Test
    void nothingIsCarriedFromADraftInWhichSomethingIsWrong() {
        save(noor, SESSION, "sign-up", Map.of("/places", "20"));
        Form form = Form.of(noor.open(FOLLOWING).page());
        save(noor, SESSION, "about", Map.of("/contact", "niemand", "save", "anyway"));

        Document wrong = noor.open(FOLLOWING).page();
        assertThat(wrong.select(".summary a").attr("href")).isEqualTo(SESSION + "/edit");
        assertThat(wrong.select("main form")).isEmpty();
        assertThat(noor.send(FOLLOWING, form.encoded()).status()).isEqualTo(400);
        assertThat(draftVersion(JANUARY)).isEmpty();
    }

    @Test
    void onlyASessionThatOthersFollowIsOfferedTheChange() {
        save(noor, "/organise/sessions/februari", "sign-up", Map.of("/places", "20"));
        assertThat(noor.open("/organise/sessions/februari/edit").page().select("a[href$=/edit/following]"))
                .as("the last")
                .isEmpty();
        assertThat(noor.open("/organise/sessions/februari/edit/following")
                        .page()
                        .select("main")
                        .text())
                .contains("Er volgen geen bijeenkomsten");
        save(noor, SESSION, "when", Map.of("/start/date", "2026-12-04"));
        assertThat(offers(noor)).as("only its date is changed").isFalse();
    }

    /** The sessions of a series are found, and read, in as many calls as there are kinds of them. */
    @Test
    void aLongSeriesTakesNoMoreRoundTrips() {
        IntStream.range(0, 55).forEach(week -> {
            SessionId id = new SessionId("week-" + week);
            gathering.publishAs(
                    id,
                    "series",
                    "Wijk",
                    "places",
                    12,
                    "start",
                    LocalDate.of(2027, 3, 4).plusWeeks(week) + "T15:00:00Z",
                    "end",
                    LocalDate.of(2027, 3, 4).plusWeeks(week) + "T17:00:00Z");
        });
        save(noor, SESSION, "sign-up", Map.of("/places", "20"));
        RecordingTable asked = new RecordingTable();
        OrganiserBrowser browser = noor.through(gathering.wiring(asked.client()));

        assertThat(browser.open(SESSION + "/edit").status()).isEqualTo(200);
        assertThat(asked.callsInTurn()).isEqualTo(2);
        asked.clear();
        Document page = browser.open(FOLLOWING).page();
        assertThat(asked.callsInTurn()).isEqualTo(3);
        assertThat(page.select("fieldset")).hasSize(52);
        assertThat(page.select("legend bdi").getFirst().text()).isEqualTo("Wijkgesprek januari");

        assertThat(noor.send(FOLLOWING, Form.of(page).encoded()).status()).isEqualTo(303);
        asked.clear();
        assertThat(browser.open(TOGETHER).page().select("section h2")).hasSize(53);
        assertThat(asked.callsInTurn()).as("each outlook is read beside others").isEqualTo(3);
    }

    private static boolean offers(OrganiserBrowser browser) {
        return !browser.open(SESSION + "/edit")
                .page()
                .select("a[href=" + FOLLOWING + "]")
                .isEmpty();
    }

    private int places(SessionId id) {
        Session session = gathering.sessions().find(id).orElseThrow().session();
        return session.document().signUp().places().orElseThrow();
    }

    /** Returns the version of a session's draft; an empty string if it has none. */
    private String draftVersion(SessionId id) {
        return noor.open("/organise/sessions/" + id + "/edit")
                .page()
                .select("form.last input[name=draft]")
                .attr("value");
    }

    private static void save(OrganiserBrowser browser, String session, String section, Map<String, String> typed) {
        String path = session + "/edit/" + section;
        Form form = Form.of(browser.open(path).page());
        typed.forEach((name, value) -> form.fields().put(name, List.of(value)));
        assertThat(browser.send(path, form.encoded()).status()).isEqualTo(303);
    }

    /** What a browser sends of a page's own form, if a button without a name is pressed. */
    private record Form(Map<String, List<String>> fields) {

        static Form of(Document page) {
            Element form = page.select("main form[method=post]").getFirst();
            Map<String, List<String>> fields = new LinkedHashMap<>();
            for (Element input : form.select("input, textarea, select")) {
                boolean isSent = !input.attr("type").matches("checkbox|radio") || input.hasAttr("checked");
                if (isSent) {
                    fields.merge(input.attr("name"), List.of(valueOf(input)), Form::joined);
                }
            }
            return new Form(fields);
        }

        private static String valueOf(Element input) {
            return switch (input.tagName()) {
                case "select" -> input.select("option[selected]").attr("value");
                case "textarea" -> input.wholeText().replaceFirst("^\n", "");
                default -> input.val();
            };
        }

        private static List<String> joined(List<String> some, List<String> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }

        Form with(String name, String value) {
            Map<String, List<String>> more = new LinkedHashMap<>(fields);
            more.merge(name, List.of(value), Form::joined);
            return new Form(more);
        }

        Form without(String name) {
            Map<String, List<String>> fewer = new LinkedHashMap<>(fields);
            fewer.remove(name);
            return new Form(fewer);
        }

        String encoded() {
            return fields.entrySet().stream()
                    .flatMap(field -> field.getValue().stream().map(value -> encoded(field.getKey(), value)))
                    .collect(Collectors.joining("&"));
        }

        private static String encoded(String name, String value) {
            return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }
}
