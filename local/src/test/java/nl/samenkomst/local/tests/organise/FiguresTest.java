package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import org.junit.jupiter.api.Test;

/** Checks that figures are counted, kept before the names are deleted, and shown within somebody's scope. */
class FiguresTest {

    private static final String SESSION = "/organise/sessions/" + Gathering.ID + "/figures";
    private static final SessionId OTHER = new SessionId("ander");

    private final Gathering gathering = new Gathering(
            "places",
            3,
            "noticePeriod",
            "P3D",
            "lateCancellation",
            true,
            "questions",
            List.of(Map.of(
                    "id",
                    "soort-organisatie",
                    "label",
                    "Soort organisatie",
                    "kind",
                    "choice",
                    "options",
                    List.of("Gemeente", "Bibliotheek"))));

    private OrganiserBrowser noor() {
        return OrganiserBrowser.ofAdministrator(gathering);
    }

    private void sweep() {
        gathering.sweep(_ -> new Delivery.Taken("message"));
    }

    private void signUp(String name, String organisation) {
        gathering
                .wiring()
                .register()
                .register(
                        Gathering.ID,
                        new SignUp(
                                Gathering.form(name).person(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of("soort-organisatie", organisation)));
        gathering.confirm(name);
    }

    /** Two people with a place, of whom one came and one did not, and one who cancelled late. */
    private void gather() {
        signUp("fatima", "Gemeente");
        signUp("piet", "Gemeente");
        signUp("ida", "Bibliotheek");
        sweep();
        gathering.clock.set(Gathering.START.minus(Duration.ofDays(1)));
        gathering.cancel("ida");
        gathering.clock.set(Gathering.START);
        mark("fatima", true);
        mark("piet", false);
    }

    private void mark(String name, boolean isPresent) {
        gathering
                .wiring()
                .organiser()
                .markPresence()
                .mark(Gathering.ID, gathering.id(name), Optional.of(isPresent), Actor.LOCAL);
    }

    @Test
    void theNumbersAreTheSameOnceTheNamesAreGone() {
        gather();
        Tally expected = new Tally(
                3,
                2,
                1,
                1,
                0,
                1,
                OptionalInt.of(1),
                List.of(new Tally.Group("Gemeente", 2), new Tally.Group("Bibliotheek", 0)));
        List<String> counted =
                noor().open(SESSION).page().select("main table tr").eachText();
        assertThat(counted).contains("Aangemeld 3", "Was er 1", "Was er niet 1", "Afgemeld 1, 1 te laat", "Gemeente 2");
        assertThat(gathering.sessions().tally(Gathering.ID)).isEmpty();

        gathering.clock.set(Tally.keptAt(gathering.session().document()));
        sweep();
        sweep();

        assertThat(gathering.sessions().tally(Gathering.ID)).contains(expected);
        gathering.clock.set(gathering.session().document().forgetAt());
        sweep();
        assertThat(gathering.listed()).isEmpty();
        assertThat(noor().open(SESSION).page().select("main table tr").eachText())
                .isEqualTo(counted);
        assertThat(noor().open("/organise/figures?year=2026")
                        .page()
                        .select("main tbody tr")
                        .getFirst()
                        .text())
                .contains("3 2 1 1 niet 0 1 1 te laat");
        assertThat(noor().open("/organise/figures.csv?year=2026").body().lines())
                .anyMatch(line -> line.endsWith("\"3\";\"2\";\"1\";\"1\";\"0\";\"1\";\"1\";\"2\";\"0\""));
    }

    /** The sender may be late, or the registrations of somebody may be erased: what was counted before stays. */
    @Test
    void keptFiguresAreNeverReplacedByThoseOfFewerPeople() {
        gather();
        Tally kept = new Tally(3, 2, 1, 1, 0, 1, OptionalInt.of(1), List.of());
        Tally fewer = new Tally(2, 1, 0, 0, 0, 1, OptionalInt.of(1), List.of());
        assertThat(gathering.sessions().keep(Gathering.ID, kept)).isEqualTo(WriteResult.committed());

        assertThat(gathering.sessions().keep(Gathering.ID, fewer)).isInstanceOf(WriteResult.Conflict.class);
        gathering.clock.set(gathering.session().document().forgetAt());
        sweep();

        assertThat(gathering.sessions().tally(Gathering.ID)).contains(kept);
    }

    @Test
    void aMovedSessionKeepsItsFiguresAtItsNewMoment() {
        signUp("fatima", "Gemeente");
        Instant first = Tally.keptAt(gathering.session().document());
        gathering.publish("start", "2027-02-04T15:00:00+01:00", "end", "2027-02-04T17:00:00+01:00");
        sweep();
        gathering.clock.set(first);
        sweep();
        assertThat(gathering.sessions().tally(Gathering.ID)).isEmpty();

        gathering.clock.set(Tally.keptAt(gathering.session().document()));
        sweep();

        assertThat(gathering.sessions().tally(Gathering.ID))
                .map(Tally::signedUp)
                .contains(1);
        Registration fatima = gathering.find("fatima");
        assertThat(gathering.items().stream().map(Object::toString).filter(item -> item.contains("TALLY")))
                .hasSize(1)
                .noneMatch(item -> item.contains(fatima.id().value()) || item.contains("fatima"));
    }

    @Test
    void everybodySeesTheSessionsInScope() {
        gathering.publishAs(OTHER, "title", "Een andere", "series", "Reeks");
        OrganiserBrowser ofSeries =
                OrganiserBrowser.of(gathering, "Karim", Role.ORGANISER, new Scope.OfSeries("Reeks"));
        OrganiserBrowser ofOne =
                OrganiserBrowser.of(gathering, "Sam", Role.ORGANISER, new Scope.Named(Set.of(Gathering.ID)));

        for (String page : List.of("/organise/figures", "/organise/figures.csv")) {
            assertThat(ofSeries.open(page).body()).contains("Een andere").doesNotContain(Gathering.ID.value());
            assertThat(ofOne.open(page).body()).doesNotContain("Een andere").contains(Gathering.ID.value());
            assertThat(noor().open(page + "?series=Reeks").body())
                    .contains("Een andere")
                    .doesNotContain(Gathering.ID.value());
            assertThat(noor().open(page + "?year=2031").body()).doesNotContain("Een andere");
        }
    }
}
