package nl.samenkomst.domain.own;

import java.util.List;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.capacity.SignUpState;

/** The outcome of attending by an invitation. */
public sealed interface AttendOutcome {

    /** The person is registered, by this request or an earlier one. */
    record Attending() implements AttendOutcome {}

    /** The theme or an answer does not fit what the session offers and asks. */
    record Invalid(List<Problem> problems) implements AttendOutcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The session admits nobody now; {@code state} says why. */
    record Refused(SignUpState state) implements AttendOutcome {}

    /** There is no invitation, or it can no longer be answered. */
    record NotInvited() implements AttendOutcome {}

    record UnknownLink() implements AttendOutcome {}
}
