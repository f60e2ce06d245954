package nl.samenkomst.domain.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.TextComparison;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.evaluation.EvaluationResults.OptionCount;
import nl.samenkomst.domain.evaluation.EvaluationResults.QuestionResults;
import nl.samenkomst.domain.evaluation.EvaluationResults.Words;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.Evaluation;
import nl.samenkomst.domain.registration.EvaluationAnswer;

/** Adds answers up, question by question; keeps as much of the words as one response holds, and counts the rest. */
final class EvaluationCount {

    /** In UTF-16 code units, over all questions: more than a response holds. */
    static final int MAX_WORDS_KEPT = 5_000_000;

    private static final Comparator<Words> ALPHABET = Comparator.comparing(
                    (Words words) -> TextComparison.key(words.text()))
            .thenComparing(Words::text)
            .thenComparing(words -> words.name().orElse(""));

    /** A question as it was asked: one with another label or kind is another question. */
    private record Asked(QuestionId id, String label, QuestionKind kind) {

        static Asked of(EvaluationAnswer answer) {
            return new Asked(answer.question(), TextComparison.key(answer.label()), answer.kind());
        }

        static Asked of(Question question) {
            return new Asked(question.id(), TextComparison.key(question.label()), question.kind());
        }
    }

    private static final class Tally {
        private final String label;
        private final Map<String, Integer> chosen = new LinkedHashMap<>();
        private final List<Words> words = new ArrayList<>();
        private int answers;
        private int wordsNotKept;

        private Tally(String label) {
            this.label = label;
        }
    }

    private final Map<Asked, Tally> tallies = new LinkedHashMap<>();
    private int people;
    private int wordsKept;

    void add(UnsignedAnswers answers) {
        if (answers.what() == UnsignedAnswers.What.CHOSEN) {
            people++;
        }
        answers.answers().forEach(answer -> add(answer, Optional.empty()));
    }

    /** Adds what somebody wrote under their own name; that they answered is counted by what they chose. */
    void add(Evaluation evaluation, String name) {
        evaluation.signed().forEach(answer -> add(answer, Optional.of(name)));
    }

    private void add(EvaluationAnswer answer, Optional<String> name) {
        Tally tally = tallies.computeIfAbsent(Asked.of(answer), asked -> new Tally(answer.label()));
        tally.answers++;
        if (answer.isWords()) {
            answer.values().forEach(text -> keep(tally, new Words(text, name)));
        } else {
            answer.values().stream().distinct().forEach(value -> tally.chosen.merge(value, 1, Integer::sum));
        }
    }

    private void keep(Tally tally, Words words) {
        if (wordsKept + words.text().length() > MAX_WORDS_KEPT) {
            tally.wordsNotKept++;
        } else {
            wordsKept += words.text().length();
            tally.words.add(words);
        }
    }

    /** Returns this count with another one added. */
    EvaluationCount with(EvaluationCount other) {
        people += other.people;
        other.tallies.forEach((asked, added) -> {
            Tally tally = tallies.computeIfAbsent(asked, one -> new Tally(added.label));
            tally.answers += added.answers;
            tally.wordsNotKept += added.wordsNotKept;
            added.chosen.forEach((value, number) -> tally.chosen.merge(value, number, Integer::sum));
            added.words.forEach(words -> keep(tally, words));
        });
        return this;
    }

    EvaluationResults results(SessionDocument document) {
        Map<Asked, Tally> left = new LinkedHashMap<>(tallies);
        List<QuestionResults> questions = new ArrayList<>();
        for (Question question : document.questionsAfterwards()) {
            Tally tally =
                    Optional.ofNullable(left.remove(Asked.of(question))).orElseGet(() -> new Tally(question.label()));
            questions.add(results(question.label(), question.kind(), true, options(question), tally));
        }
        left.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .forEach(entry -> questions.add(
                        results(entry.getValue().label, entry.getKey().kind(), false, List.of(), entry.getValue())));
        return new EvaluationResults(people, questions);
    }

    private static List<String> options(Question question) {
        return switch (question.kind()) {
            case TEXT -> List.of();
            case CHOICE, CHOICES -> question.options();
            case YES_NO -> List.of(Answers.YES, Answers.NO);
        };
    }

    private static QuestionResults results(
            String label, QuestionKind kind, boolean isAsked, List<String> options, Tally tally) {
        if (tally.answers < EvaluationResults.MIN_ANSWERS) {
            return new QuestionResults(label, kind, isAsked, tally.answers, List.of(), List.of(), 0);
        }
        List<OptionCount> counts = new ArrayList<>();
        options.forEach(option -> counts.add(new OptionCount(option, tally.chosen.getOrDefault(option, 0))));
        tally.chosen.entrySet().stream()
                .filter(other -> !options.contains(other.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(other -> counts.add(new OptionCount(other.getKey(), other.getValue())));
        return new QuestionResults(
                label,
                kind,
                isAsked,
                tally.answers,
                counts,
                tally.words.stream().sorted(ALPHABET).toList(),
                tally.wordsNotKept);
    }
}
