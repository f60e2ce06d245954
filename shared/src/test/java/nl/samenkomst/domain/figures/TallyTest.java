package nl.samenkomst.domain.figures;

import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.capacity.SampleSnapshots.snapshot;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.invited;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

    private static final RegistrationState LATE = new RegistrationState.CancelledByPerson(SIGNED_UP, true, true);
    private static final RegistrationState IN_TIME = new RegistrationState.CancelledByPerson(SIGNED_UP, true, false);
    private static final RegistrationState DECLINED = new RegistrationState.Declined(SIGNED_UP, "");

    @Test
    void countsEverybodyWhoSignedUpWhateverBecameOfIt() {
        RegistrationState[] people = {
            place(), place(), underReviewWithPlace(), waiting(1), LATE, IN_TIME, DECLINED, invited()
        };
        SessionSnapshot snapshot = snapshot(session("places", 9), people);

        Tally tally = Tally.of(
                snapshot,
                Stream.of(people).map(state -> noor(snapshot.session(), state)).toList());

        assertThat(tally).isEqualTo(new Tally(7, 2, 0, 0, 1, 2, OptionalInt.of(1), List.of()));
        assertThat(Tally.of(snapshot.places()))
                .as("without the registrations")
                .isEqualTo(new Tally(7, 2, 0, 0, 1, 2, OptionalInt.empty(), List.of()));
    }

    @Test
    void marksAndErasedSignUpsStay() {
        SessionSnapshot snapshot = snapshot(session("places", 9), place());
        SessionSnapshot later = new SessionSnapshot(
                snapshot.session(),
                snapshot.places().add(Count.PRESENT, 2).add(Count.ABSENT, 1).add(Count.FREED_BY_ERASURE, 2));

        assertThat(Tally.of(later.places())).isEqualTo(new Tally(3, 1, 2, 1, 0, 0, OptionalInt.empty(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soort-organisatie", "organisation-type"})
    void countsThoseWithAPlaceByTheirTypeOfOrganisation(String id) {
        Session session = session(
                "questions",
                List.of(Map.of(
                        "id", id, "label", "Soort", "kind", "choice", "options", List.of("Gemeente", "Bibliotheek"))));
        Registration one = answering(noor(session, place()), id, "Gemeente");
        Registration gone = answering(noor(session, IN_TIME), id, "Bibliotheek");
        Registration other = answering(noor(session, place()), id, "Iets dat eerst een optie was");

        assertThat(Tally.of(snapshot(session, place()), List.of(one, gone, other))
                        .groups())
                .containsExactly(new Tally.Group("Gemeente", 1), new Tally.Group("Bibliotheek", 0));
    }

    @Test
    void countsNoOtherQuestion() {
        Session session = session(
                "questions",
                List.of(
                        Map.of("id", "dieet", "label", "Dieet", "kind", "choice", "options", List.of("Geen", "Vega")),
                        Map.of("id", "soort-organisatie", "label", "Soort organisatie")));

        assertThat(Tally.of(snapshot(session, place()), List.of(answering(noor(session, place()), "dieet", "Vega")))
                        .groups())
                .isEmpty();
    }

    private static Registration answering(Registration registration, String question, String answer) {
        return SampleRegistrations.withAnswers(
                registration, registration.person(), Map.of(new QuestionId(question), List.of(answer)));
    }

    /** The session ends on 3 December 2026 at 16:00 UTC. */
    @Test
    void isKeptADayBeforeTheNamesAreDeletedOrJustBeforeTheEnd() {
        assertThat(Tally.keptAt(session().document())).isEqualTo("2027-01-01T16:00:00Z");
        assertThat(Tally.keptAt(session("retention", "PT12H").document())).isEqualTo("2026-12-03T16:00:00Z");
        assertThat(Tally.keptAt(session("retention", "PT0M").document())).isEqualTo("2026-12-03T15:50:00Z");
    }

    @Test
    void isDueOnlyAsLongAsTheNamesAreThere() {
        Session session = session();
        Instant kept = Tally.keptAt(session.document());
        Instant forgotten = session.document().forgetAt();

        assertThat(KeepTally.isDue(session, kept.minusMillis(1))).isFalse();
        assertThat(KeepTally.isDue(session, kept)).isTrue();
        assertThat(KeepTally.isDue(session, forgotten.minusMillis(1))).isTrue();
        assertThat(KeepTally.isDue(session, forgotten)).isFalse();
        assertThat(KeepTally.dueAt(session, NOW)).contains(kept);
        assertThat(KeepTally.dueAt(session, kept)).isEmpty();
    }

    @Test
    void addsUp() {
        Tally one = new Tally(5, 4, 3, 1, 0, 1, OptionalInt.empty(), List.of(new Tally.Group("Gemeente", 2)));
        Tally other = new Tally(
                2,
                1,
                1,
                0,
                1,
                0,
                OptionalInt.of(0),
                List.of(new Tally.Group("Gemeente", 1), new Tally.Group("Bibliotheek", 1)));

        assertThat(one.plus(other))
                .isEqualTo(new Tally(
                        7,
                        5,
                        4,
                        1,
                        1,
                        1,
                        OptionalInt.of(0),
                        List.of(new Tally.Group("Gemeente", 3), new Tally.Group("Bibliotheek", 1))));
        assertThat(Tally.NONE.plus(one)).isEqualTo(one);
    }

    @Test
    void findsTheSessionsOfAYearOnTheirOwnClock() {
        SessionSnapshot newYear = snapshot(
                session("start", "2027-01-01T00:30:00+01:00", "end", "2027-01-01T02:00:00+01:00", "series", "Nacht"));
        SessionSnapshot before = snapshot(session("series", "Dag"));
        List<SessionSnapshot> found = List.of(newYear, before);
        FiguresQuery of2026 = FiguresQuery.of("2026", "", NOW);

        assertThat(of2026.matching(found, Map.of()))
                .extracting(SessionFigures::session)
                .containsExactly(before.session());
        assertThat(of2026.seriesAmong(found)).containsExactly("Dag");
        assertThat(FiguresQuery.of("all", "Nacht", NOW).matching(found, Map.of()))
                .extracting(SessionFigures::session)
                .containsExactly(newYear.session());
        assertThat(of2026.query().from().moment())
                .isAfter(newYear.session().document().when().start().toInstant());
    }

    @Test
    void keptFiguresComeBeforeCountedOnes() {
        SessionSnapshot snapshot = snapshot(session(), place());
        Tally kept = new Tally(9, 8, 7, 1, 0, 0, OptionalInt.of(0), List.of());

        assertThat(FiguresQuery.of("2026", "", NOW)
                        .matching(List.of(snapshot), Map.of(snapshot.session().id(), kept)))
                .containsExactly(new SessionFigures(snapshot.session(), kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1999", "99999", "2026-01", "-1", "all "})
    void aYearThatIsNoneIsThisYear(String year) {
        assertThat(FiguresQuery.of(year, "", NOW)).isEqualTo(FiguresQuery.of("2026", "", NOW));
    }

    @Test
    void saysThatTheListIsCutIfReadingStoppedWithinTheYear() {
        FiguresQuery of2026 = FiguresQuery.of("2026", "", NOW);

        assertThat(of2026.isCut(Optional.empty())).isFalse();
        assertThat(of2026.isCut(Optional.of(AgendaCursor.from(NOW)))).isTrue();
        assertThat(of2026.isCut(Optional.of(AgendaCursor.from(NOW.minus(Duration.ofDays(400))))))
                .isFalse();
    }
}
