package nl.samenkomst.domain.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.samenkomst.domain.registration.EvaluationAnswer;

/**
 * What one person answered, without anything that tells who that is.
 *
 * @param answers empty if the person only wrote, or left all of it open
 */
public record UnsignedAnswers(What what, List<EvaluationAnswer> answers) {

    /** The part of a person's answers. */
    public enum What {
        /** What was chosen: one for each person who answered, kept as long as the session's numbers. */
        CHOSEN,
        /** What was written without a name: kept as long as the registrations. */
        WRITTEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Returns the part with this word.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static What of(String word) {
            return Arrays.stream(values())
                    .filter(what -> what.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such part of answers"));
        }
    }

    public UnsignedAnswers {
        answers = List.copyOf(answers);
    }
}
