package nl.samenkomst.domain.desk;

import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class OddityTest {

    private static final Instant START = Instant.parse("2027-01-14T09:00:00Z");
    private static final Instant NEAR = START.minus(Oddity.NEAR);
    private static final Instant FAR = NEAR.minusMillis(1);

    @Test
    void nothingIsOddAboutASessionInALibrary() {
        assertThat(odd(session(Map.of("place", "Bibliotheek")), places -> places, NEAR))
                .isEmpty();
    }

    @Test
    void aNearSessionNeedsItsPlaceOrItsLinkAndItsDecisions() {
        UnaryOperator<Places> undecided = places -> places.add(Count.REVIEWING, 3);

        assertThat(odd(session(Map.of("online", true)), undecided, FAR)).isEmpty();
        assertThat(odd(session(Map.of("online", true)), undecided, NEAR))
                .containsExactly(new Oddity(Oddity.Kind.UNDECIDED_NEAR, 3), kind(Oddity.Kind.NO_MEETING_LINK));
        assertThat(odd(session(Map.of()), undecided, START)).containsExactly(kind(Oddity.Kind.NO_PLACE));
        assertThat(odd(session(Map.of("place", "Hal", "opens", "2027-01-12T09:00:00Z")), places -> places, NEAR))
                .containsExactly(kind(Oddity.Kind.OPENS_LATE));
    }

    @Test
    void countsPeopleWithoutALetterOrAnAddressAndThoseTooMany() {
        assertThat(odd(
                        session(Map.of("places", 2, "noticePeriod", "P1D")),
                        places -> places.add(Count.TAKEN, 3)
                                .add(Count.BOUNCED, 4)
                                .add(Count.COMPLAINED, 5)
                                .add(Count.UNCONFIRMED_PLACES, 1),
                        FAR))
                .containsExactly(
                        new Oddity(Oddity.Kind.OVERBOOKED, 1),
                        new Oddity(Oddity.Kind.RETURNED, 4),
                        new Oddity(Oddity.Kind.COMPLAINED, 5),
                        new Oddity(Oddity.Kind.UNCONFIRMED, 1));
    }

    @Test
    void peopleMayCancelTooLateForThoseWhoWait() {
        UnaryOperator<Places> full = places -> places.add(Count.TAKEN, 2).add(Count.WAITING, 1);

        assertThat(odd(session(Map.of("places", 2)), full, FAR)).containsExactly(kind(Oddity.Kind.NO_NOTICE_PERIOD));
        assertThat(odd(session(Map.of("places", 2, "noticePeriod", "P2D")), full, FAR))
                .isEmpty();
    }

    @Test
    void comparesThemes() {
        Places places = Places.allFree(VERSNELLINGSKAMER.document())
                .add(Count.TAKEN, 7)
                .add(Count.WAITING, 2)
                .add(new ThemeId("buurt"), 4, 2)
                .add(new ThemeId("werk"), 2, 0)
                .add(new ThemeId("dicht"), 1, 0);
        Instant now = SampleSessions.NOW;

        assertThat(Oddity.of(new SessionSnapshot(VERSNELLINGSKAMER, places), now))
                .contains(new Oddity(Oddity.Kind.CLOSED_THEME, 1), new Oddity(Oddity.Kind.OTHER_THEME_FREE, 2));
        assertThat(Oddity.of(new SessionSnapshot(VERSNELLINGSKAMER, places.add(Count.TAKEN, 5)), now))
                .as("nobody new gets a place at any theme")
                .doesNotContain(new Oddity(Oddity.Kind.OTHER_THEME_FREE, 2));
    }

    @Test
    void nothingIsOddOnceItIsOver() {
        Session session = session(Map.of("online", true));
        UnaryOperator<Places> returned = places -> places.add(Count.BOUNCED, 1);

        assertThat(odd(session.cancelled("", FAR), returned, NEAR)).isEmpty();
        assertThat(odd(session, returned, session.document().when().end().toInstant()))
                .isEmpty();
        assertThat(odd(session, returned, START.plus(Duration.ofHours(1))))
                .contains(new Oddity(Oddity.Kind.RETURNED, 1));
    }

    private static Oddity kind(Oddity.Kind kind) {
        return new Oddity(kind, 0);
    }

    private static List<Oddity> odd(Session session, UnaryOperator<Places> counted, Instant now) {
        return Oddity.of(new SessionSnapshot(session, counted.apply(Places.allFree(session.document()))), now);
    }

    private static Session session(Map<String, ?> fields) {
        Map<String, Object> tree = new HashMap<>(Map.of(
                "title", "Sessie",
                "start", "2027-01-14T10:00:00+01:00",
                "end", "2027-01-14T12:00:00+01:00",
                "organiser", "Kennisinstituut",
                "contact", "vragen@example.org"));
        tree.putAll(fields);
        return SampleSessions.session("sessie", tree);
    }
}
