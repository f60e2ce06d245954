package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.pages.Page;
import nl.samenkomst.texts.Dates;
import org.junit.jupiter.api.Test;

/** Checks what users of other sign-up desks reported as trouble: one scenario for each. */
final class FromPracticeTest extends DeskTestCase {

    private static final String SESSION = "lokale-aanpak";
    private static final String API = "/api/v1/organiser/sessions/" + SESSION;

    FromPracticeTest() throws IOException, InterruptedException {}

    /** The letter about a move to next week said that cancelling was possible until last week. */
    @Test
    void givesADayToCancelWhenASessionMovesTooClose() throws Exception {
        ZonedDateTime far = clock.inDays(30);
        Map<String, Object> document =
                Organiser.session("Lokale aanpak", far, Map.of("noticePeriod", "P7D", "reminders", List.of()));
        organiser.publish(SESSION, document);
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "ibrahim");
        inbox.hasExactly("noor confirmed", "ibrahim confirmed");
        assertThat(inbox.lastTo("noor").text())
                .contains("Afmelden: Dat kan tot " + Dates.moment(far.minusDays(7), Language.NL));

        ZonedDateTime near = clock.inDays(4);
        HttpResponse<String> moved = organiser.put(SESSION, at(near, document), Optional.empty());
        assertThat(moved.body()).contains("\"code\":\"notice-period.short\"", "een dag na de mail");
        inbox.hasExactly("noor session-moved", "ibrahim session-moved");
        String tomorrow = Dates.day(clock.inDays(1), Language.NL);
        assertThat(inbox.lastTo("noor").text())
                .containsPattern("Afmelden: Dat kan tot " + tomorrow + " om 10\\.0\\d uur, op je eigen pagina");
        assertThat(visitor.open("/sessions/" + SESSION).body())
                .contains("tot een dag na de mail met je plek", Dates.moment(near.minusDays(7), Language.NL));

        assertThat(visitor.sendForm(inbox.lastTo("noor").ownPage() + "/cancellation", Map.of("lang", "nl"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(organiser.registrations(SESSION).body()).contains("\"state\":\"cancelled\"");
        inbox.hasExactly("noor cancelled");
        assertThat(inbox.lastTo("noor").text()).doesNotContain("na de afmeldtermijn");

        clock.moveTo(clock.inDays(1));
        HttpResponse<String> tooLate =
                visitor.sendForm(inbox.lastTo("ibrahim").ownPage() + "/cancellation", Map.of("lang", "nl"));
        assertThat(tooLate.statusCode()).isEqualTo(409);
        assertThat(tooLate.body()).contains("De afmeldtermijn is voorbij sinds " + tomorrow + " om 10.0");

        visitor.signUp(SESSION, "maartje");
        inbox.hasExactly("maartje confirmed");
        assertThat(inbox.lastTo("maartje").text())
                .containsPattern("Dat kan tot " + Dates.day(clock.inDays(1), Language.NL) + " om 14\\.0\\d uur");
    }

    /** Organisers could not see who cancelled late, or that erasing had freed a place. */
    @Test
    void showsLateCancellationsAndErasuresToTheOrganiser() throws Exception {
        ZonedDateTime start = clock.inDays(10);
        organiser.publish(
                SESSION,
                Organiser.session("Lokale aanpak", start, Map.of("noticePeriod", "P7D", "lateCancellation", true)));
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "ibrahim");
        inbox.hasExactly("noor confirmed", "ibrahim confirmed");
        clock.moveTo(start.minusDays(6));
        visitor.sendForm(inbox.lastTo("noor").ownPage() + "/cancellation", Map.of("lang", "nl"));
        visitor.sendForm(inbox.lastTo("ibrahim").ownPage() + "/erasure", Map.of("lang", "nl", "sure", "yes"));
        inbox.forgetEarlier();

        List<Map<String, Object>> changes = list(visitor.openAsJson(API + "/changes"), "changes");
        assertThat(changes.getLast())
                .containsEntry("who", "person")
                .containsEntry("what", "cancelled-late")
                .containsEntry("registration", organiser.id(SESSION, "noor"));
        assertThat(JSON.std.mapFrom(organiser.look(SESSION).body())).containsEntry("freedByErasure", 1);
    }

    /** Bert signed up with Anna's address, was thanked, and a letter greeted Anna. */
    @Test
    void saysThatOneAddressIsOnePerson() throws Exception {
        organiser.publish(
                SESSION, Organiser.session("Lokale aanpak", clock.inDays(30), Map.of("reminders", List.of())));
        assertThat(visitor.open("/sessions/" + SESSION).body()).contains("Eén adres is één persoon.");
        Map<String, String> form = Map.of("name", "Anna", "email", "info@example.org", "lang", "nl");
        visitor.sendForm("/sessions/" + SESSION + "/registrations", form);
        inbox.hasExactly("info confirmed");
        clock.advance("PT2H");
        HttpResponse<String> bert = visitor.sendForm(
                "/sessions/" + SESSION + "/registrations",
                Map.of("name", "Bert", "email", "info@example.org", "lang", "nl"));
        assertThat(visitor.follow(bert).body()).contains("Eén e-mailadres is één persoon.");
        inbox.hasExactly("info own-link");
        assertThat(inbox.lastTo("info").text())
                .contains("Beste Anna", "wat er net is ingevuld, hebben we niet bewaard", "op je eigen pagina");

        HttpResponse<String> byHand =
                visitor.call(API + "/registrations", Map.of("name", "Bert", "email", "info@example.org"));
        assertThat(byHand.statusCode()).isEqualTo(409);
        assertThat(byHand.body()).contains("\"code\":\"registration.other-person\"");
        assertThat(visitor.call(API + "/registrations", Map.of("name", "anna", "email", "info@example.org"))
                        .statusCode())
                .as("the same person")
                .isEqualTo(200);
    }

    /** A letter said that something changed, and people had to look for what. */
    @Test
    void saysWhatChangedAndBothersNobodyWithACorrection() throws Exception {
        ZonedDateTime start = clock.inDays(30);
        Map<String, Object> document = Organiser.session(
                "Lokale aanpak",
                start,
                Map.of(
                        "online", false,
                        "meetingLink", Map.of(),
                        "place", "Bibliotheek Almelo",
                        "reminders", List.of(),
                        "programme", List.of(Map.of("from", "14:00", "title", "Opening", "speaker", "Sam Bakker"))));
        organiser.publish(SESSION, document);
        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");

        document.put("place", "bibliotheek Almelo.");
        organiser.put(SESSION, document, Optional.empty());
        inbox.hasExactly();
        document.put("place", "Stadhuis");
        document.put("programme", List.of(Map.of("from", "14:00", "title", "Opening", "speaker", "Kim de Boer")));
        assertThat(organiser.putAndTell(SESSION, "false", document).statusCode())
                .isEqualTo(200);
        inbox.hasExactly();

        ZonedDateTime later = start.plusDays(1);
        organiser.put(SESSION, at(later, document), Optional.empty());
        inbox.hasExactly("noor session-moved");
        List<String> lines = List.of(
                "Tijd: was " + Dates.day(start, Language.NL) + ", 14.00-16.00 uur, wordt "
                        + Dates.day(later, Language.NL) + ", 14.00-16.00 uur",
                "Plaats: was bibliotheek Almelo., wordt Stadhuis",
                "Spreker bij Opening: was Sam Bakker, wordt Kim de Boer");
        assertThat(inbox.lastTo("noor").text()).contains(lines);
        assertThat(visitor.open(inbox.lastTo("noor").ownPage()).body())
                .contains("Veranderd sinds je aanmelding")
                .contains(lines);
        Map<String, Object> change =
                list(visitor.openAsJson(API + "/changes"), "changes").getLast();
        assertThat(change.toString())
                .contains("what=time", "before=" + Page.machine(start) + "/", "after=" + Page.machine(later) + "/");
    }

    /** People who waited never heard that it was over. */
    @Test
    void hasALastWordForWhoeverStillWaits() throws Exception {
        ZonedDateTime start = clock.inDays(10);
        Map<String, Object> more = Map.of("places", 1, "reminders", List.of(), "series", "Reeks");
        organiser.publish(SESSION, Organiser.session("Lokale aanpak", start, more));
        organiser.publish("vervolg", Organiser.session("Het vervolg", start.plusDays(30), more));
        organiser.publish(
                "beoordeeld",
                Organiser.session(
                        "Beoordeeld",
                        start,
                        Map.of(
                                "admission",
                                "reviewed",
                                "notify",
                                "nothing",
                                "reminders",
                                List.of(),
                                "closes",
                                Organiser.written(start.minusDays(2)))));
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "ibrahim");
        visitor.signUp("beoordeeld", "maartje");
        inbox.hasExactly("noor confirmed", "ibrahim waiting", "maartje under-review");

        clock.moveTo(start.minusDays(2));
        inbox.hasExactly("maartje last-word");
        assertThat(inbox.lastTo("maartje").text()).contains("De aanmelding is gesloten. Je hebt nu geen plek.");
        clock.moveTo(start);
        inbox.hasExactly("ibrahim last-word");
        assertThat(inbox.lastTo("ibrahim").text())
                .contains(
                        "er is geen plek vrijgekomen",
                        "De volgende bijeenkomst van deze reeks is op " + Dates.moment(start.plusDays(30), Language.NL)
                                + ": Het vervolg",
                        "/sessions/vervolg");
        clock.moveTo(start.plusDays(3));
        inbox.hasExactly();
    }

    /** The last chance to cancel came a week late for a notice period of two weeks. */
    @Test
    void remindsADayBeforeTheNoticePeriod() throws Exception {
        ZonedDateTime start = clock.inDays(40);
        organiser.publish(SESSION, Organiser.session("Lokale aanpak", start, Map.of("noticePeriod", "P14D")));
        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        clock.moveTo(start.minusDays(15).minusMinutes(1));
        inbox.hasExactly();
        clock.moveTo(start.minusDays(15));
        inbox.hasExactly("noor reminder");
        assertThat(inbox.lastTo("noor").text())
                .contains("Dit is de laatste kans", Dates.moment(start.minusDays(14), Language.NL));
    }

    /** Somebody called off the wrong session, and eighty people had their calendars emptied. */
    @Test
    void undoesACancellationByMistake() throws Exception {
        ZonedDateTime start = clock.inDays(30);
        Map<String, Object> document = Organiser.session("Lokale aanpak", start, Map.of("reminders", List.of()));
        organiser.publish(SESSION, document);
        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        int first = inbox.lastTo("noor").sequence();

        organiser.cancel(SESSION, "Vergissing");
        clock.advance("PT1M");
        inbox.hasExactly();
        assertThat(visitor.call(API + "/reinstatement", Map.of()).statusCode()).isEqualTo(200);
        clock.advance("PT1H");
        inbox.hasExactly();

        organiser.cancel(SESSION, "De zaal is dicht");
        HttpResponse<String> change = organiser.put(SESSION, at(start.plusDays(1), document), Optional.empty());
        assertThat(change.statusCode()).isEqualTo(409);
        assertThat(change.body())
                .contains("Laat de bijeenkomst eerst alsnog doorgaan")
                .doesNotContain("Je hoeft niets te doen");
        clock.advance("PT10M");
        inbox.hasExactly("noor session-cancelled");
        assertThat(visitor.call(API + "/reinstatement", Map.of()).statusCode()).isEqualTo(200);
        inbox.hasExactly("noor session-reinstated");
        Inbox.Mail onAgain = inbox.lastTo("noor");
        assertThat(onAgain.subject()).isEqualTo("Gaat toch door: Lokale aanpak");
        assertThat(onAgain.entry("METHOD")).isEqualTo("REQUEST");
        assertThat(onAgain.sequence()).isGreaterThan(first + 3);
        assertThat(visitor.call(API + "/reinstatement", Map.of()).statusCode())
                .as("again")
                .isEqualTo(200);
        inbox.hasExactly();
    }

    /** Organisers found out at the door how many people had cancelled. */
    @Test
    void tellsTheOrganiserEachMorningWhatChangedAndTheDayBeforeWhoComes() throws Exception {
        ZonedDateTime start = clock.inDays(10);
        organiser.publish(
                SESSION, Organiser.session("Lokale aanpak", start, Map.of("notify", "daily", "reminders", List.of())));
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "ibrahim");
        inbox.hasExactly("noor confirmed", "ibrahim confirmed");
        visitor.sendForm(inbox.lastTo("ibrahim").ownPage() + "/cancellation", Map.of("lang", "nl"));
        inbox.hasExactly("ibrahim cancelled");

        clock.moveTo(clock.inDays(1).withHour(8));
        inbox.hasExactly("vragen organiser");
        assertThat(inbox.lastTo("vragen").text())
                .contains("2 nieuwe aanmeldingen", "1 afmelding", "1 plek vrijgekomen", "Nu: 1 met een plek");
        clock.moveTo(start.minusDays(1).withHour(7));
        inbox.hasExactly();
        clock.moveTo(start.minusDays(1).withHour(8));
        inbox.hasExactly("vragen organiser");
        assertThat(inbox.lastTo("vragen").subject()).isEqualTo("Morgen, 1 deelnemers: Lokale aanpak");
        assertThat(inbox.lastTo("vragen").text()).contains("/organise/sessions/lokale-aanpak");
        clock.moveTo(start.plusDays(1));
        inbox.hasExactly();
    }

    /** People invited to a private session who lost their letter could not get in again. */
    @Test
    void mailsTheOwnLinkOfAnInvitationWithoutRevealingTheSession() throws Exception {
        organiser.publish(
                SESSION,
                Organiser.session("Netwerk", clock.inDays(30), Map.of("admission", "invited", "reminders", List.of())));
        visitor.call(
                API + "/invitations",
                Map.of("invitations", List.of(Map.of("name", "noor", "email", "noor@example.org"))));
        inbox.hasExactly("noor invited");
        clock.advance("PT2H");

        String unknown = visitor.open("/sessions/bestaat-niet").body();
        assertThat(visitor.open("/sessions/" + SESSION).body().replace(SESSION, "bestaat-niet"))
                .isEqualTo(unknown)
                .contains("own-link-form");
        HttpResponse<String> asked = visitor.sendForm(
                "/sessions/" + SESSION + "/own-link", Map.of("email", "noor@example.org", "lang", "nl"));
        HttpResponse<String> elsewhere =
                visitor.sendForm("/sessions/bestaat-niet/own-link", Map.of("email", "noor@example.org", "lang", "nl"));
        assertThat(asked.statusCode()).isEqualTo(elsewhere.statusCode()).isEqualTo(303);
        assertThat(visitor.follow(asked).body().replace(SESSION, "bestaat-niet"))
                .isEqualTo(visitor.follow(elsewhere).body())
                .contains("Kijk in je mail");
        inbox.hasExactly("noor own-link");

        clock.advance("PT2H");
        String id = organiser.id(SESSION, "noor");
        assertThat(visitor.call(API + "/registrations/" + id + "/own-link", Map.of("renew", false))
                        .statusCode())
                .isEqualTo(200);
        inbox.hasExactly("noor own-link");
    }

    /** An answer about diet turned up under a question about photographs. */
    @Test
    void keepsTheAnswerToARemovedQuestionApart() throws Exception {
        Map<String, Object> document = Organiser.session(
                "Lokale aanpak",
                clock.inDays(30),
                Map.of(
                        "reminders",
                        List.of(),
                        "questions",
                        List.of(Map.of("id", "vraag-1", "label", "Wat eet je niet?"))));
        organiser.publish(SESSION, document);
        visitor.sendForm(
                "/sessions/" + SESSION + "/registrations",
                Map.of("name", "noor", "email", "noor@example.org", "answer.vraag-1", "Pinda's", "lang", "nl"));
        inbox.hasExactly("noor confirmed");
        document.put("questions", List.of(Map.of("id", "vraag-1", "label", "Mag je op de foto?")));
        organiser.put(SESSION, document, Optional.empty());
        clock.settle();

        String ownPage = inbox.lastTo("noor").ownPage();
        assertThat(visitor.open(ownPage).body())
                .containsPattern("<dt>Wat eet je niet\\?</dt>\\s*<dd class=\"lines\">Pinda.{1,5}s</dd>");
        visitor.sendForm(
                ownPage + "/changes",
                Map.of("name", "noor", "organisation", "Gemeente", "answer.vraag-1", "Liever niet", "lang", "nl"));
        String saved = visitor.open(ownPage).body();
        assertThat(saved)
                .containsPattern("<dt>Wat eet je niet\\?</dt>\\s*<dd class=\"lines\">Pinda.{1,5}s</dd>")
                .containsPattern("<dt>Mag je op de foto\\?</dt>\\s*<dd class=\"lines\">Liever niet</dd>");
        assertThat(list(organiser.registrations(SESSION), "registrations")
                        .getFirst()
                        .get("answers"))
                .isEqualTo(Map.of("vraag-1", List.of("Liever niet"), "vraag-1-2", List.of("Pinda's")));
    }

    /** A session was opened to everybody, and those who had waited for a decision were passed over. */
    @Test
    void decidesInOrderWhenAdmissionOpens() throws Exception {
        Map<String, Object> document = Organiser.session(
                "Lokale aanpak",
                clock.inDays(30),
                Map.of(
                        "places",
                        2,
                        "admission",
                        "reviewed",
                        "reviewHoldsPlace",
                        false,
                        "notify",
                        "nothing",
                        "reminders",
                        List.of()));
        organiser.publish(SESSION, document);
        for (String name : List.of("noor", "ibrahim", "maartje")) {
            visitor.signUp(SESSION, name);
        }
        inbox.hasExactly("noor under-review", "ibrahim under-review", "maartje under-review");
        document.put("admission", "open");
        document.remove("reviewHoldsPlace");
        organiser.put(SESSION, document, Optional.empty());
        assertThat(organiser.states(SESSION))
                .containsExactlyInAnyOrder(
                        "noor@example.org confirmed",
                        "ibrahim@example.org confirmed",
                        "maartje@example.org waitlisted");
        inbox.hasExactly("noor confirmed", "ibrahim confirmed", "maartje waiting");
    }

    private static Map<String, Object> at(ZonedDateTime start, Map<String, Object> document) {
        Map<String, Object> moved = new LinkedHashMap<>(document);
        moved.put("start", Organiser.written(start));
        moved.put("end", Organiser.written(start.plusHours(2)));
        return moved;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(HttpResponse<String> answer, String name) throws IOException {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(JSON.std.mapFrom(answer.body()).get(name));
    }
}
