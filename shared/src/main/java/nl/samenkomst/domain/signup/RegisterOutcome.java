package nl.samenkomst.domain.signup;

import java.util.List;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.session.Session;

/** The public outcome of signing up, which never reveals who was registered already. */
public sealed interface RegisterOutcome {

    /** There was a free place. */
    record Place(Session session) implements RegisterOutcome {}

    /** The session or the theme was full, with a waiting list. */
    record WaitingList(Session session) implements RegisterOutcome {}

    /** The organiser will decide. */
    record Review(Session session) implements RegisterOutcome {}

    /** The theme or an answer does not fit what the session offers and asks. */
    record Invalid(List<Problem> problems) implements RegisterOutcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The session admits nobody now; {@code state} says why. */
    record Refused(Session session, SignUpState state) implements RegisterOutcome {}

    record UnknownSession() implements RegisterOutcome {}

    /** Returns whether a person who was not registered before is registered now. */
    default boolean isReceived() {
        return switch (this) {
            case Place _ -> true;
            case WaitingList _ -> true;
            case Review _ -> true;
            case Invalid _ -> false;
            case Refused _ -> false;
            case UnknownSession _ -> false;
        };
    }
}
