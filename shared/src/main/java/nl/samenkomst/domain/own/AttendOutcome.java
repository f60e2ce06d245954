package nl.samenkomst.domain.own;

import java.util.List;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.capacity.SignUpState;

/** What becomes of saying yes to an invitation. */
public sealed interface AttendOutcome {

    /** The person has a place or waits for one, by this or before. */
    record Attending() implements AttendOutcome {}

    /** Something does not go with what the session offers and asks. */
    record Invalid(List<Problem> problems) implements AttendOutcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The session takes nobody now; {@code state} says why. */
    record Refused(SignUpState state) implements AttendOutcome {}

    /** There is no invitation, or none any more. */
    record NotInvited() implements AttendOutcome {}

    record UnknownLink() implements AttendOutcome {}
}
