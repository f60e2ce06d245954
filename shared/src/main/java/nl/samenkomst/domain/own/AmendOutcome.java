package nl.samenkomst.domain.own;

import java.util.List;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.registration.Registration;

/** The outcome of changing one's own registration. */
public sealed interface AmendOutcome {

    /** The registration is as requested, by this request or an earlier one. */
    record Amended(Registration registration) implements AmendOutcome {}

    /** The theme or an answer does not fit what the session offers and asks. */
    record Invalid(List<Problem> problems) implements AmendOutcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The wanted theme has no place; the person keeps the present one, and nothing else changes. */
    record ThemeFull() implements AmendOutcome {}

    /** The session has started or is cancelled. */
    record Over() implements AmendOutcome {}

    /** The registration is not active: see {@link Registration#isActive}. */
    record NotRegistered() implements AmendOutcome {}

    record UnknownLink() implements AmendOutcome {}
}
