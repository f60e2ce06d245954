package nl.samenkomst.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.HostileWords;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.evaluation.EvaluationResults;
import nl.samenkomst.domain.evaluation.EvaluationResults.OptionCount;
import nl.samenkomst.domain.evaluation.EvaluationResults.QuestionResults;
import nl.samenkomst.domain.evaluation.EvaluationResults.Words;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class AnswersCsvTest {

    private static final Session SESSION =
            SampleSessions.eenzaamheidWith(Map.of("questions", SampleSessions.QUESTIONS_AFTERWARDS));
    private static final PartLimit LARGE = PartLimit.ofBytes(5_000_000);

    @Test
    void hasALineForEachOptionAndEachText() throws IOException {
        EvaluationResults results = new EvaluationResults(
                6,
                List.of(
                        new QuestionResults(
                                "Kom je weer?",
                                QuestionKind.YES_NO,
                                true,
                                6,
                                List.of(new OptionCount("yes", 4), new OptionCount("no", 2)),
                                List.of(),
                                0),
                        new QuestionResults(
                                "Een tip?",
                                QuestionKind.TEXT,
                                true,
                                5,
                                List.of(),
                                List.of(
                                        new Words("Meer;\n\"pauzes\"", Optional.empty()),
                                        new Words("=1+1", Optional.of("Noor"))),
                                0),
                        new QuestionResults("Waarom?", QuestionKind.TEXT, true, 4, List.of(), List.of(), 0)));

        assertThat(read(AnswersCsv.of(SESSION, results, LARGE)))
                .containsExactly(
                        List.of("Vraag", "Antwoord", "Aantal", "Naam"),
                        List.of("Kom je weer?", "ja", "4", ""),
                        List.of("Kom je weer?", "nee", "2", ""),
                        List.of("Een tip?", "Meer;\n\"pauzes\"", "", ""),
                        List.of("Een tip?", "'=1+1", "", "Noor"),
                        List.of("Waarom?", "Nog geen 5 antwoorden", "4", ""));
    }

    @Test
    void hostileWordsStayInTheirCells() throws IOException {
        List<String> hostile = HostileWords.all().toList();
        EvaluationResults results = new EvaluationResults(
                hostile.size(),
                List.of(new QuestionResults(
                        "=Tip",
                        QuestionKind.TEXT,
                        true,
                        hostile.size(),
                        List.of(),
                        hostile.stream()
                                .map(words -> new Words(words, Optional.of(words)))
                                .toList(),
                        0)));
        List<List<String>> lines = read(AnswersCsv.of(SESSION, results, LARGE));

        assertThat(lines)
                .hasSize(hostile.size() + 1)
                .allSatisfy(line -> assertThat(line).hasSize(4));
        for (int i = 0; i < hostile.size(); i++) {
            String safe = Csv.escapeFormulas(hostile.get(i));
            assertThat(lines.get(i + 1)).containsExactly("'=Tip", safe, "", safe);
        }
    }

    @Test
    void saysThatItHasNoRoomForMore() throws IOException {
        EvaluationResults results = new EvaluationResults(
                90,
                List.of(new QuestionResults(
                        "Tip?",
                        QuestionKind.TEXT,
                        true,
                        90,
                        List.of(),
                        Collections.nCopies(90, new Words("\u0001".repeat(100), Optional.empty())),
                        0)));
        String cut = AnswersCsv.of(SESSION, results, PartLimit.ofBytes(10_000));

        assertThat(read(cut).getLast()).containsExactly("Er passen niet meer antwoorden in dit bestand.", "", "", "");
        assertThat(read(cut)).hasSizeBetween(10, 20);
    }

    private static List<List<String>> read(String csv) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .get()
                .parse(new StringReader(csv.substring(1)))
                .getRecords()
                .stream()
                .map(CSVRecord::toList)
                .toList();
    }
}
