package nl.samenkomst.domain.evaluation;

import java.util.List;
import nl.samenkomst.domain.Problem;

/** The outcome of answering the questions for afterwards. */
public sealed interface GiveAnswersOutcome {

    /** The person's answers are stored, by this request or an earlier one. */
    record Given() implements GiveAnswersOutcome {}

    /** An answer does not fit what is asked, or there is none. */
    record Invalid(List<Problem> problems) implements GiveAnswersOutcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The person is not asked anything now: the session has not ended, or they did not come. */
    record NotAsked() implements GiveAnswersOutcome {}

    record UnknownLink() implements GiveAnswersOutcome {}
}
