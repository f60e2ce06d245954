package nl.samenkomst.domain.desk;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionSearchTest {

    private static final List<SessionSnapshot> ALL = List.of(
            SampleSessions.withTaken(LIBRARY_NETWORK, 0, 0),
            SampleSessions.withTaken(EENZAAMHEID_ONDER_JONGEREN, 0, 0),
            SampleSessions.withTaken(HANDREIKING, 0, 0));

    @ParameterizedTest
    @CsvSource({
        "'', library-network eenzaamheid-onder-jongeren handreiking",
        "JONGEREN, eenzaamheid-onder-jongeren",
        "jongerén, eenzaamheid-onder-jongeren",
        "aanpak, eenzaamheid-onder-jongeren handreiking",
        "almelo library, library-network",
        "library-network, library-network",
        "almelo jongeren, ''",
        "'  ', library-network eenzaamheid-onder-jongeren handreiking",
        "'<b>', ''"
    })
    void findsEveryWordInTitleIdSeriesOrPlace(String words, String expected) {
        assertThat(String.join(" ", ids(upcoming(words).matching(ALL, NOW)))).isEqualTo(expected);
    }

    @Test
    void sessionsUnderWayAreStillToCome() {
        Session under = LIBRARY_NETWORK;
        Instant end = under.document().when().end().toInstant();
        List<SessionSnapshot> one = List.of(SampleSessions.withTaken(under, 0, 0));

        assertThat(upcoming("").matching(one, end.minusMillis(1))).isEqualTo(one);
        assertThat(upcoming("").matching(one, end)).isEmpty();
        assertThat(past().matching(one, end.minusMillis(1))).isEmpty();
        assertThat(past().matching(one, end)).isEqualTo(one);
    }

    @Test
    void sessionsThatTakeMonthsAreInOneOfTheLists() {
        Session months = SampleSessions.eenzaamheidWith(
                Map.of("end", "2027-05-15T16:30:00+02:00", "programme", List.of(), "materials", List.of()));
        List<SessionSnapshot> one = List.of(SampleSessions.withTaken(months, 0, 0));
        Instant start = months.document().when().start().toInstant();

        for (Instant now : List.of(
                start,
                start.plus(SessionSearch.MAX_UNDER_WAY),
                start.plus(SessionSearch.MAX_UNDER_WAY).plusMillis(1))) {
            assertThat(upcoming("").matching(one, now).isEmpty())
                    .isNotEqualTo(past().matching(one, now).isEmpty());
        }
    }

    @Test
    void aSearchReadsMoreSessionsThanAPageButNeverAll() {
        assertThat(upcoming("").query(NOW).limit()).isEqualTo(SessionSearch.PAGE_SIZE);
        assertThat(upcoming("a").query(NOW).limit()).isEqualTo(SessionSearch.MAX_SCANNED);
    }

    @Test
    void longWordsAreCutBetweenCharacters() {
        assertThat(upcoming("😀".repeat(300)).words()).isEqualTo("😀".repeat(SessionSearch.MAX_LENGTH));
    }

    private static SessionSearch upcoming(String words) {
        return new SessionSearch(AgendaDirection.UPCOMING, words, Optional.empty());
    }

    private static SessionSearch past() {
        return new SessionSearch(AgendaDirection.PAST, "", Optional.empty());
    }

    private static List<String> ids(List<SessionSnapshot> found) {
        return found.stream()
                .map(one -> one.session().id())
                .map(SessionId::value)
                .toList();
    }
}
