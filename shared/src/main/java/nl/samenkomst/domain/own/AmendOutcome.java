package nl.samenkomst.domain.own;

import java.util.List;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.registration.Registration;

/** What becomes of changing one's own registration. */
public sealed interface AmendOutcome {

    /** It is as asked, now or before. */
    record Amended(Registration registration) implements AmendOutcome {}

    /** Something does not go with what the session offers and asks. */
    record Invalid(List<Problem> problems) implements AmendOutcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** There is no place at the theme wanted; the one that was had is kept, and nothing else is changed. */
    record ThemeFull() implements AmendOutcome {}

    /** The session has begun, or does not take place. */
    record Over() implements AmendOutcome {}

    /** The person does not come. */
    record NotRegistered() implements AmendOutcome {}

    record UnknownLink() implements AmendOutcome {}
}
