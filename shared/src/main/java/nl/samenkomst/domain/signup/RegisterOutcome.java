package nl.samenkomst.domain.signup;

import java.util.List;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.session.Session;

/** What becomes of signing up, as far as anybody may know: it says nothing of who was registered already. */
public sealed interface RegisterOutcome {

    /** There was a place. */
    record Place(Session session) implements RegisterOutcome {}

    /** It was full, or the theme was; the waiting list it is. */
    record WaitingList(Session session) implements RegisterOutcome {}

    /** The organiser is to decide. */
    record Review(Session session) implements RegisterOutcome {}

    /** Something does not go with what the session offers and asks. */
    record Invalid(List<Problem> problems) implements RegisterOutcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The session takes nobody now; {@code state} says why. */
    record Refused(Session session, SignUpState state) implements RegisterOutcome {}

    record UnknownSession() implements RegisterOutcome {}

    /** Whether whoever was not registered is so now. */
    default boolean isReceived() {
        return switch (this) {
            case Place p -> true;
            case WaitingList w -> true;
            case Review r -> true;
            case Invalid w -> false;
            case Refused r -> false;
            case UnknownSession u -> false;
        };
    }
}
