package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.QUESTIONS_AFTERWARDS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.evaluation.EvaluationResults;
import nl.samenkomst.domain.evaluation.EvaluationResults.OptionCount;
import nl.samenkomst.domain.evaluation.EvaluationResults.QuestionResults;
import nl.samenkomst.domain.evaluation.EvaluationResults.Words;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;

/** The page with what people answered afterwards, in every state. */
final class AnswersSamples {

    private static final Session SESSION = SampleSessions.eenzaamheidWith(Map.of("questions", QUESTIONS_AFTERWARDS));

    private AnswersSamples() {}

    static void addTo(Map<String, OrganiserPage> pages, Language language) {
        pages.put("answers-none", page(language, new EvaluationResults(0, List.of())));
        pages.put("answers-nobody", page(language, new EvaluationResults(0, few(0))));
        pages.put("answers-few", page(language, new EvaluationResults(4, few(4))));
        pages.put("answers", page(language, new EvaluationResults(12, enough(8))));
        pages.put("answers-many", page(language, new EvaluationResults(90, enough(80))));
    }

    private static AnswersPage page(Language language, EvaluationResults results) {
        return new AnswersPage(SESSION, results, EveryOrganiserPage.by(NOOR, language));
    }

    private static List<QuestionResults> few(int answers) {
        return List.of(
                new QuestionResults("Wat vond je ervan?", QuestionKind.CHOICE, true, answers, List.of(), List.of(), 0),
                new QuestionResults("Heb je een tip?", QuestionKind.TEXT, true, answers, List.of(), List.of(), 0));
    }

    private static List<QuestionResults> enough(int words) {
        return List.of(
                new QuestionResults(
                        "Wat vond je ervan?",
                        QuestionKind.CHOICE,
                        true,
                        12,
                        List.of(new OptionCount("Goed", 9), new OptionCount("Kon beter", 3)),
                        List.of(),
                        0),
                new QuestionResults(
                        "Kom je weer?",
                        QuestionKind.YES_NO,
                        true,
                        11,
                        List.of(new OptionCount("yes", 11), new OptionCount("no", 0)),
                        List.of(),
                        0),
                new QuestionResults(
                        "Heb je een tip?",
                        QuestionKind.TEXT,
                        true,
                        words,
                        List.of(),
                        IntStream.range(0, words)
                                .mapToObj(i -> new Words(
                                        "Meer tijd om elkaar te spreken " + i,
                                        i % 3 == 0 ? Optional.of("Noor de Vries") : Optional.empty()))
                                .toList(),
                        0),
                new QuestionResults("Wie sprak het best?", QuestionKind.TEXT, false, 2, List.of(), List.of(), 0));
    }
}
