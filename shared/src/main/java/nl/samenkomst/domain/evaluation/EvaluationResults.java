package nl.samenkomst.domain.evaluation;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.QuestionKind;

/**
 * What people answered afterwards. Nothing of a question is in it before {@link #MIN_ANSWERS} people have answered that
 * question, so that nobody is known by being one of few.
 *
 * @param people how many people answered
 * @param questions first those that are asked, in their order, then those that were asked before
 */
public record EvaluationResults(int people, List<QuestionResults> questions) {

    /** The least number of answers to a question that are shown. */
    public static final int MIN_ANSWERS = 5;

    public EvaluationResults {
        questions = List.copyOf(questions);
    }

    /** Returns whether enough people answered for anything to be shown. */
    public boolean areEnough() {
        return people >= MIN_ANSWERS;
    }

    /**
     * The answers to one question.
     *
     * @param isAsked whether the session asks it now
     * @param answers how many people answered it
     * @param counts each option and how many people chose it, in the order of the options; empty for a question in words,
     *     and before there are enough answers
     * @param words what people wrote, in the order of the alphabet, so that it does not tell who came first; empty before
     *     there are enough answers
     * @param wordsNotKept how many people wrote more than is kept in memory at once
     */
    public record QuestionResults(
            String label,
            QuestionKind kind,
            boolean isAsked,
            int answers,
            List<OptionCount> counts,
            List<Words> words,
            int wordsNotKept) {

        public QuestionResults {
            counts = List.copyOf(counts);
            words = List.copyOf(words);
        }

        /** Returns whether enough people answered for the answers to be shown. */
        public boolean areEnough() {
            return answers >= MIN_ANSWERS;
        }
    }

    /** How many people chose an option, by its value in an answer. */
    public record OptionCount(String value, int people) {}

    /**
     * What somebody wrote.
     *
     * @param name of the person, if they put it to what they wrote
     */
    public record Words(String text, Optional<String> name) {

        /** Omits the words, to keep them out of logs. */
        @Override
        public String toString() {
            return "Words[…]";
        }
    }
}
