package nl.samenkomst.api;

import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.figures.SessionFigures;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.session.SampleSessions;
import org.junit.jupiter.api.Test;

class FiguresCsvTest {

    @Test
    void hasALineForEachSessionAndAColumnForEachTypeOfOrganisation() {
        Tally counted = new Tally(12, 11, 0, 0, 0, 1, OptionalInt.empty(), List.of());
        Tally kept = new Tally(48, 31, 26, 3, 5, 9, OptionalInt.of(2), List.of(new Tally.Group("=Gemeente", 14)));

        List<String> lines = FiguresCsv.of(
                        List.of(
                                new SessionFigures(HANDREIKING, counted),
                                new SessionFigures(
                                        SampleSessions.eenzaamheidWith(Map.of("title", "=1+1", "series", "Leren")),
                                        kept)),
                        Language.NL)
                .lines()
                .toList();

        assertThat(lines)
                .containsExactly(
                        "\uFEFF\"Kenmerk\";\"Bijeenkomst\";\"Reeks\";\"Begin\";\"Aangemeld\";\"Met een plek\";\"Was er\";"
                                + "\"Was er niet\";\"Wachtlijst\";\"Afgemeld\";\"Waarvan te laat afgemeld\";\"'=Gemeente\"",
                        "\"handreiking\";\"Handreiking lokale aanpak\";\"\";\"2027-01-14T10:00+01:00\";\"12\";\"11\";\"\";"
                                + "\"\";\"0\";\"1\";\"\";\"\"",
                        "\"eenzaamheid-onder-jongeren\";\"'=1+1\";\"Leren\";\"2026-12-15T14:00+01:00\";\"48\";\"31\";"
                                + "\"26\";\"3\";\"5\";\"9\";\"2\";\"14\"");
    }
}
