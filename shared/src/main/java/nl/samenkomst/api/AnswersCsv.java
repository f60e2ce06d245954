package nl.samenkomst.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.ResponseSize;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.evaluation.EvaluationResults;
import nl.samenkomst.domain.evaluation.EvaluationResults.OptionCount;
import nl.samenkomst.domain.evaluation.EvaluationResults.QuestionResults;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Texts;

/**
 * Writes what people answered afterwards as CSV in the session's language: a line per option with its number, and a line
 * for whatever somebody wrote, so that no line is about one person.
 */
public final class AnswersCsv {

    private static final Texts TEXTS = new Texts("lists");

    private AnswersCsv() {}

    /**
     * Writes the answers, to be sent unchanged as UTF-8. If the limit cuts them off, the last line says so.
     *
     * @param limit on the bytes of the file
     */
    public static String of(Session session, EvaluationResults results, PartLimit limit) {
        Language language = session.document().about().language();
        Csv csv = Csv.in(language);
        StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK)
                .append(csv.line(List.of(
                        say(language, "answers.question"),
                        say(language, "answers.answer"),
                        say(language, "answers.number"),
                        say(language, "answers.name"))));
        String more = csv.line(List.of(say(language, "answers.more"), "", "", ""));
        long bytes = ResponseSize.of(text) + ResponseSize.of(more);
        List<List<String>> lines = results.questions().stream()
                .flatMap(question -> lines(question, language))
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = csv.line(lines.get(i));
            bytes += ResponseSize.of(line);
            if (limit.isExceededBy(i, bytes)) {
                return text.append(more).toString();
            }
            text.append(line);
        }
        boolean areAll = results.questions().stream().allMatch(question -> question.wordsNotKept() == 0);
        return areAll ? text.toString() : text.append(more).toString();
    }

    /** Returns the Content-Disposition header with the file's name. */
    public static String disposition(Session session) {
        String name = say(session.document().about().language(), "answers.file");
        return "attachment; filename*=UTF-8''" + session.id().value() + "-" + name + ".csv";
    }

    private static Stream<List<String>> lines(QuestionResults question, Language language) {
        if (!question.areEnough()) {
            String few = TEXTS.text(language, "answers.few", "least", EvaluationResults.MIN_ANSWERS);
            return Stream.of(List.of(question.label(), few, String.valueOf(question.answers()), ""));
        }
        List<List<String>> lines = new ArrayList<>();
        question.counts()
                .forEach(option -> lines.add(List.of(
                        question.label(), label(question, option, language), String.valueOf(option.people()), "")));
        question.words()
                .forEach(words -> lines.add(
                        List.of(question.label(), words.text(), "", words.name().orElse(""))));
        return lines.stream();
    }

    private static String label(QuestionResults question, OptionCount option, Language language) {
        return question.kind() == QuestionKind.YES_NO && option.value().matches(Answers.YES + "|" + Answers.NO)
                ? say(language, option.value())
                : option.value();
    }

    private static String say(Language language, String key) {
        return TEXTS.text(language, key);
    }
}
