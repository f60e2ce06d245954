package nl.samenkomst.domain.signup;

import java.util.List;
import nl.samenkomst.domain.session.SessionId;

/**
 * The outcome of signing up for several sessions at once.
 *
 * @param first for the form's own session
 * @param others for each other session, in the order requested; an empty list if the first was not received
 */
public record RegisterTogetherOutcome(RegisterOutcome first, List<Other> others) {

    /** The outcome for one other session, independent of the rest. */
    public record Other(SessionId session, RegisterOutcome outcome) {}

    public RegisterTogetherOutcome {
        others = List.copyOf(others);
    }

    static RegisterTogetherOutcome only(RegisterOutcome first) {
        return new RegisterTogetherOutcome(first, List.of());
    }
}
