package nl.samenkomst.domain.signup;

import java.util.List;
import nl.samenkomst.domain.session.SessionId;

/**
 * What becomes of signing up for several sessions at once.
 *
 * @param first of the session that the form was about
 * @param others each session asked for beside it, in that order; none where the first came to nothing
 */
public record RegisterTogetherOutcome(RegisterOutcome first, List<Other> others) {

    /** What became of one of the others; it changes nothing about the rest. */
    public record Other(SessionId session, RegisterOutcome outcome) {}

    public RegisterTogetherOutcome {
        others = List.copyOf(others);
    }

    static RegisterTogetherOutcome only(RegisterOutcome first) {
        return new RegisterTogetherOutcome(first, List.of());
    }
}
