package nl.samenkomst.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.session.SessionDocument;
import nl.samenkomst.domain.session.SessionDocumentFields;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoSessionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static List<DemoSession> sessions() throws IOException {
        return DemoSessions.from(TODAY);
    }

    @Test
    void areThoseOfFiveGatheringsOfWhichOneIsASeriesOfThree() throws IOException {
        assertThat(sessions()).hasSize(7);
        assertThat(sessions())
                .filteredOn(session ->
                        "Lokale aanpak eenzaamheid".equals(session.document().get("series")))
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void canBePublished(DemoSession session) {
        assertThat(SessionId.parse(session.id())).isPresent();
        assertThat(SessionDocumentFields.parse(session.document())).isInstanceOf(Parsed.Right.class);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void areInTheComingMonths(DemoSession session) {
        LocalDate start = OffsetDateTime.parse(String.valueOf(session.document().get("start")))
                .toLocalDate();

        assertThat(start).isBetween(TODAY.plusWeeks(2), TODAY.plusMonths(4));
    }

    @Test
    void oneHasThemesAndQuestionsAndTheyAreForEverybodyForSomeAndForTheInvited() throws IOException {
        List<SessionDocument> documents = sessions().stream()
                .map(session -> SessionDocumentFields.parse(session.document()))
                .map(parsed -> ((Parsed.Right<SessionDocument>) parsed).value())
                .toList();

        assertThat(documents)
                .filteredOn(document -> !document.themes().isEmpty())
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.themes())
                            .hasSize(3)
                            .allMatch(theme -> theme.facilitators().size() == 2);
                    assertThat(document.questions()).isNotEmpty();
                });
        assertThat(documents)
                .map(document -> document.signUp().admission().word())
                .contains("open", "reviewed", "invited");
    }

    @Test
    void oneIsNearlyFullAndOneHasPeopleWaiting() throws IOException {
        assertThat(sessions().stream().flatMap(DemoSessionsTest::placesLeft)).contains(1, -2);
    }

    private static Stream<Integer> placesLeft(DemoSession session) {
        return session.document().get("places") instanceof Integer places
                ? Stream.of(places - session.people())
                : Stream.empty();
    }
}
