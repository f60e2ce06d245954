package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A session made, changed and published by form, by one organiser and by two at once. */
class DraftsTest {

    private static final String NEW = "/organise/sessions/new";
    private static final String SESSION = "/organise/sessions/versnellingskamer";
    private static final Map<String, String> FIRST = Map.of(
            "/title", "Wijkgesprek <b>",
            "/start/date", "4-3-2027",
            "/start/time", "15.00 uur",
            "/end/time", "17u");

    private final Gathering gathering = new Gathering(
            "places",
            1,
            "themes",
            List.of(Map.of("id", "buurt", "title", "Buurt"), Map.of("id", "werk", "title", "Werk")));
    private final OrganiserBrowser noor = OrganiserBrowser.ofAdministrator(gathering);

    @Test
    void aSessionIsBegunSeenAndPublishedOnce() {
        Answer begun = send(NEW, FIRST);
        assertThat(begun.location()).isEqualTo("/organise/sessions/wijkgesprek-b-2027-03-04/edit?done=started");
        assertThat(send(NEW, FIRST).location()).as("sent twice").isEqualTo(begun.location());
        String session = begun.location().replaceFirst("/edit.*", "");

        Document edit = noor.open(begun.location()).page();
        assertThat(edit.select("main").text()).contains("donderdag 4 maart 2027, 15.00-17.00 uur");
        assertThat(noor.open("/organise").page().select("#drafts + ul a").eachText())
                .containsExactly("Wijkgesprek <b> (donderdag 4 maart 2027)");
        assertThat(noor.open(session).status()).as("not published").isEqualTo(404);
        Document preview = noor.open(session + "/preview?lang=en").page();
        assertThat(preview.select("h1").text()).isEqualTo("Wijkgesprek <b>");
        assertThat(preview.select(".notice").text()).contains("This is how participants see it.");
        assertThat(preview.select("form#form button")).isEmpty();
        assertThat(noor.open(session + "/preview/letters?kind=reminder").page().select("article"))
                .hasSize(2);

        Document publication = noor.open(session + "/publication").page();
        Map<String, String> sent = fields(publication);
        assertThat(send(session + "/publication", sent).location()).isEqualTo(session + "?done=published");
        assertThat(noor.open(session).page().select("h1").text()).isEqualTo("Wijkgesprek <b>");
        Answer again = send(session + "/publication", sent);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.page().select(".summary").text()).contains("Er is geen concept meer");
        assertThat(noor.open("/organise").page().select("#drafts")).isEmpty();

        assertThat(send(session + "/edit/withdrawal", Map.of()).location()).endsWith("edit?done=taken-back");
        assertThat(noor.open(session).status()).isEqualTo(404);
        assertThat(noor.open(session + "/preview").page().select("h1").text()).isEqualTo("Wijkgesprek <b>");
        assertThat(send(session + "/edit/removal", Map.of()).location()).isEqualTo("/organise");
        assertThat(noor.open(session + "/edit").status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAndKeptAndCanBeSavedAllTheSame() {
        Map<String, String> about = fields(noor.open(SESSION + "/edit/sign-up").page());
        about.put("/places", "veel <i>");
        about.put("/noticePeriod", "een week");
        Answer wrong = send(SESSION + "/edit/sign-up", about);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.page().select("#places").val()).isEqualTo("veel <i>");
        assertThat(wrong.page().select("#noticePeriod").val()).isEqualTo("7 dagen");
        assertThat(wrong.page().select(".summary a").attr("href")).isEqualTo("#places");
        about.put("save", "anyway");
        assertThat(send(SESSION + "/edit/sign-up", about).location()).endsWith("/edit?done=saved");
        assertThat(noor.open(SESSION + "/edit").page().select("main").text()).contains("hier klopt iets niet");
        assertThat(noor.open(SESSION + "/publication")
                        .page()
                        .select(".summary a")
                        .attr("href"))
                .isEqualTo(SESSION + "/edit/sign-up#places");
        assertThat(noor.open(SESSION + "/publication").page().select("main form"))
                .isEmpty();
        assertThat(gathering.session().document().signUp().places())
                .as("as published")
                .hasValue(1);
    }

    @Test
    void twoColleaguesLoseNothing() {
        OrganiserBrowser karim = OrganiserBrowser.of(gathering, "Karim", Role.ORGANISER, new Scope.All());
        Map<String, String> about = fields(noor.open(SESSION + "/edit/about").page());
        Map<String, String> signUp = fields(noor.open(SESSION + "/edit/sign-up").page());
        Map<String, String> his = new LinkedHashMap<>(about);
        his.put("/title", "Van Karim");
        assertThat(karim.send(SESSION + "/edit/about", encoded(his)).status()).isEqualTo(303);

        signUp.put("/places", "20");
        assertThat(send(SESSION + "/edit/sign-up", signUp).location())
                .as("another section")
                .endsWith("done=saved-beside");
        about.put("/title", "Van Noor");
        Answer conflict = send(SESSION + "/edit/about", about);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.page().select("#title").val()).isEqualTo("Van Noor");
        assertThat(conflict.page().select("td").eachText()).containsExactly("Van Noor", "Van Karim");
        assertThat(send(SESSION + "/edit/about", fields(conflict.page())).location())
                .as("mine")
                .endsWith("done=saved");
        Document publication = noor.open(SESSION + "/publication").page();
        assertThat(publication.select("ins").eachText()).contains("Van Noor", "20");

        assertThat(send(SESSION + "/publication", Map.of("revision", "1")).status())
                .isEqualTo(303);
        assertThat(gathering.session().document().about().title()).isEqualTo("Van Noor");
        assertThat(gathering.session().document().signUp().places()).hasValue(20);
        assertThat(gathering.changes()).map(AuditEntry::what).containsOnlyOnce("session-changed");
    }

    @Test
    void publishingDoesWhatTheOrganiserSawOrShowsAgain() {
        gathering.signUp("fatima", "buurt");
        gathering.signUp("piet", "buurt");
        gathering.signUp("wim", "werk");
        save("sign-up", "/places", "2");
        Document asked = noor.open(SESSION + "/publication").page();
        assertThat(asked.select(".notice.good").text()).contains("piet").doesNotContain("wim");

        gathering.cancel("piet");
        Answer changed = send(SESSION + "/publication", fields(asked));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.page().select(".notice.good").text()).contains("wim");
        assertThat(send(SESSION + "/publication", fields(changed.page())).location())
                .endsWith("?done=changed");
        assertThat(gathering.find("wim").state()).isInstanceOf(RegistrationState.Confirmed.class);
    }

    @Test
    void peopleOfAThemeThatGoesKeepTheirPlaceAndMoveWhereTheOrganiserSays() {
        gathering.signUp("fatima", "buurt");
        Map<String, String> themes = fields(noor.open(SESSION + "/edit/themes").page());
        themes.put("remove", "/themes/0");
        Document removed = send(SESSION + "/edit/themes", themes).page();
        assertThat(removed.select("#themes-0-title").val()).isEqualTo("Werk");
        assertThat(send(SESSION + "/edit/themes", fields(removed)).status()).isEqualTo(303);

        Map<String, String> publication =
                fields(noor.open(SESSION + "/publication").page());
        assertThat(publication).containsKey("theme.buurt");
        publication.put("theme.buurt", "werk");
        assertThat(send(SESSION + "/publication", publication).location()).endsWith("?done=changed");
        assertThat(gathering.find("fatima").state().theme()).contains(new ThemeId("werk"));
        assertThat(gathering.find("fatima").state()).isInstanceOf(RegistrationState.Confirmed.class);
    }

    @Test
    void aCopyIsADraftOfItsOwnForEachDay() {
        Map<String, String> copy = fields(noor.open(SESSION + "/copy").page());
        copy.put("/series", "Versnellen");
        copy.put("/first", "4 maart 2027");
        copy.put("/every", "second-week");
        copy.put("/number", "2");
        copy.put("propose", "yes");
        Map<String, String> proposed = fields(send(SESSION + "/copy", copy).page());
        assertThat(proposed).containsEntry("/days", "donderdag 4 maart 2027\ndonderdag 18 maart 2027");
        proposed.put("/days", "donderdag 4 maart 2027\n25-3-2027");

        assertThat(send(SESSION + "/copy", proposed).location()).isEqualTo("/organise#drafts");
        assertThat(send(SESSION + "/copy", proposed).status()).as("sent twice").isEqualTo(303);
        List<String> copies =
                noor.open("/organise").page().select("#drafts + ul a").eachAttr("href");
        assertThat(copies).hasSize(2);
        for (String edit : copies) {
            String session = edit.replaceFirst("/edit.*", "");
            assertThat(send(
                                    session + "/publication",
                                    fields(noor.open(session + "/publication").page()))
                            .location())
                    .endsWith("?done=published");
            assertThat(noor.open(session).page().select("main").text()).contains("0 van 1");
        }
    }

    @Test
    void whoSeesOnlySomeSessionsBeginsNone() {
        OrganiserBrowser ida =
                OrganiserBrowser.of(gathering, "Ida", Role.ORGANISER, new Scope.Named(Set.of(Gathering.ID)));
        OrganiserBrowser kim = OrganiserBrowser.of(gathering, "Kim", Role.ORGANISER, new Scope.OfSeries("Wijk"));

        assertThat(ida.open(NEW).status()).isEqualTo(403);
        assertThat(ida.send(NEW, encoded(FIRST)).status()).isEqualTo(403);
        String hers = kim.send(NEW, encoded(FIRST)).location().replaceFirst("\\?.*", "");
        assertThat(kim.open(hers).status()).isEqualTo(200);
        assertThat(ida.open(hers).status()).isEqualTo(404);
        Map<String, String> about = fields(kim.open(hers + "/about").page());
        assertThat(about).containsEntry("/series", "Wijk");
        about.put("/series", "Anders");
        kim.send(hers + "/about", encoded(about));
        String publication = hers.replace("/edit", "/publication");
        assertThat(kim.send(publication, "revision=0").status()).isEqualTo(403);
        assertThat(gathering.sessions().find(new SessionId("wijkgesprek-b-2027-03-04")))
                .isEmpty();
    }

    private void save(String section, String name, String value) {
        Map<String, String> fields =
                fields(noor.open(SESSION + "/edit/" + section).page());
        fields.put(name, value);
        assertThat(send(SESSION + "/edit/" + section, fields).status()).isEqualTo(303);
    }

    private Answer send(String path, Map<String, String> fields) {
        return noor.send(path, encoded(fields));
    }

    /** Returns what a browser sends of the page's own form if its first button is pressed. */
    private static Map<String, String> fields(Document page) {
        assertThat(page.select("main form[method=post]"))
                .as(page.select("main").text())
                .isNotEmpty();
        Element form = page.select("main form[method=post]").getFirst();
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input, textarea, select")) {
            boolean isChecked = !input.attr("type").matches("checkbox|radio") || input.hasAttr("checked");
            if (isChecked) {
                fields.put(input.attr("name"), valueOf(input));
            }
        }
        return fields;
    }

    private static String valueOf(Element input) {
        return switch (input.tagName()) {
            case "select" -> input.select("option[selected]").attr("value");
            case "textarea" -> input.wholeText().replaceFirst("^\n", "");
            default -> input.val();
        };
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
