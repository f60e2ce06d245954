package nl.samenkomst.domain.editing;

import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.SessionForm;
import nl.samenkomst.domain.session.SampleSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CopySessionTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 4);

    @Test
    void copiesEverythingButDatesLinkAndMaterials() {
        SessionDocument original = SampleDocuments.document(
                "start",
                "2026-12-03T22:00:00+01:00",
                "end",
                "2026-12-04T01:00:00+01:00",
                "opens",
                "2026-10-03T09:00:00+02:00",
                "online",
                true,
                "places",
                12,
                "noticePeriod",
                "P7D",
                "meetingLink",
                Map.of("url", "https://example.org/join", "visibleFrom", "PT2H"),
                "programme",
                List.of(Map.of("from", "21:50", "title", "Inloop")),
                "themes",
                List.of(SampleDocuments.theme(SampleDocuments.WERK)),
                "materials",
                List.of(Map.of("title", "Handreiking", "url", "https://example.org/a.pdf")));

        SessionDocument copy = copy(original, DAY);

        assertThat(copy.when().start()).hasToString("2027-03-04T22:00+01:00[Europe/Amsterdam]");
        assertThat(copy.when().end()).hasToString("2027-03-05T01:00+01:00[Europe/Amsterdam]");
        assertThat(copy.programme().getFirst().from())
                .map(Object::toString)
                .contains("2027-03-04T21:50+01:00[Europe/Amsterdam]");
        assertThat(copy.where().meetingLink().url()).isEmpty();
        assertThat(copy.where().meetingLink().visibleFrom()).hasToString("PT2H");
        assertThat(copy.materials()).isEmpty();
        assertThat(copy.signUp().opens()).isEmpty();
        assertThat(copy.signUp().places()).hasValue(12);
        assertThat(copy.signUp().noticePeriod()).hasToString("P7D");
        assertThat(copy.themes()).isEqualTo(original.themes());
        assertThat(copy.about().title()).isEqualTo("Kopie");
        assertThat(copy.about().series()).contains("Reeks");
    }

    @Test
    void copiesThemesAndQuestionsWithTheirIds() {
        SessionDocument copy = copy(VERSNELLINGSKAMER.document(), DAY);

        assertThat(copy.questions()).isEqualTo(VERSNELLINGSKAMER.document().questions());
        assertThat(copy.themes()).isEqualTo(VERSNELLINGSKAMER.document().themes());
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-04,week,3,2027-03-04 2027-03-11 2027-03-18",
        "2027-03-04,second-week,3,2027-03-04 2027-03-18 2027-04-01",
        "2027-03-04,fourth-week,2,2027-03-04 2027-04-01",
        "2027-03-11,month,4,2027-03-11 2027-04-08 2027-05-13 2027-06-10",
        "2027-04-29,month,3,2027-04-29 2027-05-27 2027-06-24",
        "2027-03-11,second-month,3,2027-03-11 2027-05-13 2027-07-08"
    })
    void proposesDaysByARule(LocalDate first, String every, int number, String days) {
        SeriesDates dates = new SeriesDates(first, SeriesDates.Every.of(every).orElseThrow(), number);

        assertThat(dates.dates()).map(LocalDate::toString).containsExactly(days.split(" "));
    }

    private static SessionDocument copy(SessionDocument original, LocalDate day) {
        DraftedSession drafted = new DraftedSession(
                VERSNELLINGSKAMER.id(),
                Optional.of(VERSNELLINGSKAMER.changed(original, SampleSessions.NOW)),
                Optional.empty());
        Map<String, String> fields = new LinkedHashMap<>();
        CopySession.sections(drafted, "Kopie", "Reeks", day).values().forEach(fields::putAll);
        return switch (new SessionForm(fields).parse()) {
            case Parsed.Valid<SessionDocument> valid -> valid.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
    }
}
