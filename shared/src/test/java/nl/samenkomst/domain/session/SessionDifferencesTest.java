package nl.samenkomst.domain.session;

import static nl.samenkomst.domain.document.SampleDocuments.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.SessionDifference.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionDifferencesTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void findsAnotherTimeVenueAndTitle() {
        assertThat(between(
                        document("place", "Zaal 1"),
                        document(
                                "title",
                                "Beter",
                                "place",
                                "Zaal 2",
                                "online",
                                true,
                                "platform",
                                "Zoom",
                                "end",
                                "2026-12-03T17:30:00+01:00")))
                .containsExactly(
                        new SessionDifference(
                                Kind.TIME,
                                "",
                                "2026-12-03T15:00:00+01:00/2026-12-03T17:00:00+01:00",
                                "2026-12-03T15:00:00+01:00/2026-12-03T17:30:00+01:00"),
                        new SessionDifference(Kind.ONLINE, "", "no", "yes"),
                        new SessionDifference(Kind.PLATFORM, "", "", "Zoom"),
                        new SessionDifference(Kind.PLACE, "", "Zaal 1", "Zaal 2"),
                        new SessionDifference(Kind.TITLE, "", "Versnellingskamer participatie", "Beter"));
    }

    @ParameterizedTest
    @CsvSource({
        "Bibliotheek Almelo, bibliotheek almelo.",
        "Stationsplein 1, 'Stationsplein  1 '",
        "'Zaal 1, Almelo', Zaal 1 - Almelo",
        "MS Teams, ms teams"
    })
    void takesACorrectionForNoDifference(String before, String after) {
        assertThat(between(document("place", before), document("place", after))).isEmpty();
        assertThat(between(document("online", true, "platform", before), document("online", true, "platform", after)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Zaal 12, Zaal 1-2", "Zaal 1, Zaal 2", "Café, Cafe", "?, !"})
    void takesOtherWordsForADifference(String before, String after) {
        assertThat(between(document("place", before), document("place", after)))
                .containsExactly(new SessionDifference(Kind.PLACE, "", before, after));
    }

    @Test
    void tellsProgrammePartsApart() {
        SessionDocument before = document(
                "programme",
                List.of(
                        Map.of("from", "15:00", "to", "15:30", "title", "Opening", "speaker", "Sam Bakker"),
                        Map.of("from", "15:30", "to", "16:00", "title", "Onderzoek"),
                        Map.of("from", "16:00", "to", "16:30", "title", "Pauze"),
                        Map.of("title", "Borrel")));
        SessionDocument after = document(
                "programme",
                List.of(
                        Map.of("from", "15:00", "to", "15:30", "title", "Opening", "speaker", "Kim de Boer"),
                        Map.of("from", "15:30", "to", "16:15", "title", "Onderzoek"),
                        Map.of("from", "16:15", "to", "16:30", "title", "Wandeling")));
        assertThat(between(before, after))
                .containsExactly(
                        new SessionDifference(Kind.SPEAKER, "Opening", "Sam Bakker", "Kim de Boer"),
                        new SessionDifference(Kind.PROGRAMME, "", "15:30-16:00 Onderzoek", "15:30-16:15 Onderzoek"),
                        new SessionDifference(Kind.PROGRAMME, "", "16:00-16:30 Pauze", ""),
                        new SessionDifference(Kind.PROGRAMME, "", "Borrel", ""),
                        new SessionDifference(Kind.PROGRAMME, "", "", "16:15-16:30 Wandeling"));
    }

    @Test
    void findsNoDifferenceInAProgrammeThatMovesWithTheSession() {
        List<Map<String, String>> programme = List.of(Map.of("from", "15:00", "title", "Opening"));
        assertThat(between(
                        document("programme", programme),
                        document(
                                "programme", programme,
                                "start", "2026-12-04T15:00:00+01:00",
                                "end", "2026-12-04T17:00:00+01:00")))
                .extracting(SessionDifference::kind)
                .containsExactly(Kind.TIME);
    }

    @Test
    void movesASessionOnlyToAnotherTimeOrVenue() {
        Session session = Session.published(new SessionId("reeks-1"), document("place", "Zaal 1"), NOW);
        assertThat(session.changed(document("place", "zaal 1."), NOW).movedIn()).isEqualTo(new Revision(1));
        assertThat(session.changed(document("place", "Zaal 1", "title", "Beter"), NOW)
                        .movedIn())
                .isEqualTo(new Revision(1));
        assertThat(session.changed(document("place", "Zaal 2"), NOW).movedIn()).isEqualTo(new Revision(2));
        assertThat(session.changed(document("place", "Zaal 2"), Announcement.NEVER, NOW)
                        .movedIn())
                .as("told nobody")
                .isEqualTo(new Revision(1));
        assertThat(session.changed(document("place", "Zaal 2"), Announcement.NEVER, NOW)
                        .sequence())
                .as("calendars that ask")
                .isEqualTo(new Sequence(1));
    }

    @Test
    void joinsDifferencesSinceARevision() {
        Session first = Session.published(new SessionId("reeks-1"), document("place", "Zaal 1"), NOW);
        Session second = first.changed(document("place", "Zaal 2", "title", "Beter"), NOW);
        Session third = second.changed(document("place", "Zaal 3", "title", "Beter"), NOW);
        Session back = third.changed(document("place", "Zaal 1", "title", "Beter"), NOW);
        SessionDifference title = new SessionDifference(Kind.TITLE, "", "Versnellingskamer participatie", "Beter");
        assertThat(third.changeLog().since(new Revision(1)))
                .containsExactly(new SessionDifference(Kind.PLACE, "", "Zaal 1", "Zaal 3"), title);
        assertThat(third.changeLog().since(new Revision(2)))
                .containsExactly(new SessionDifference(Kind.PLACE, "", "Zaal 2", "Zaal 3"));
        assertThat(third.changeLog().since(new Revision(3))).isEmpty();
        assertThat(back.changeLog().since(new Revision(1))).containsExactly(title);
    }

    @Test
    void keepsTheLatestDifferencesOnly() {
        Session session = Session.published(new SessionId("reeks-1"), document("place", "Zaal 0"), NOW);
        for (int i = 1; i <= 40; i++) {
            session = session.changed(document("place", "Zaal " + i), NOW);
        }
        assertThat(session.changeLog().entries()).hasSize(ChangeLog.MAX_ENTRIES);
        assertThat(session.changeLog().since(new Revision(1)))
                .containsExactly(new SessionDifference(Kind.PLACE, "", "Zaal 10", "Zaal 40"));
    }

    private static List<SessionDifference> between(SessionDocument before, SessionDocument after) {
        return SessionDifferences.between(before, after);
    }
}
