package nl.samenkomst.cancel;

import java.util.List;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.evaluation.GiveAnswersOutcome;
import nl.samenkomst.domain.own.AmendOutcome;
import nl.samenkomst.domain.own.AttendOutcome;
import nl.samenkomst.texts.Refusal;

/** The outcome of a change of the own registration, as far as the response depends on it. */
sealed interface Result {

    record Done() implements Result {}

    /** The values do not match what the session offers and asks. */
    record Invalid(List<Problem> problems) implements Result {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    record Refused(Refusal why) implements Result {}

    record UnknownLink() implements Result {}

    /** Returns the result of a change of one's own registration. */
    static Result of(AmendOutcome outcome) {
        return switch (outcome) {
            case AmendOutcome.Amended _ -> new Done();
            case AmendOutcome.Invalid invalid -> new Invalid(invalid.problems());
            case AmendOutcome.ThemeFull _ -> new Refused(Refusal.THEME_FULL);
            case AmendOutcome.Over _ -> new Refused(Refusal.CHANGES_CLOSED);
            case AmendOutcome.NotRegistered _ -> new Refused(Refusal.NOT_REGISTERED);
            case AmendOutcome.UnknownLink _ -> new UnknownLink();
        };
    }

    /** Returns the result of answering the questions for afterwards. */
    static Result of(GiveAnswersOutcome outcome) {
        return switch (outcome) {
            case GiveAnswersOutcome.Given _ -> new Done();
            case GiveAnswersOutcome.Invalid invalid -> new Invalid(invalid.problems());
            case GiveAnswersOutcome.NotAsked _ -> new Refused(Refusal.ANSWERS_NOT_ASKED);
            case GiveAnswersOutcome.UnknownLink _ -> new UnknownLink();
        };
    }

    /** Returns the result of saying that one attends, in reply to an invitation. */
    static Result of(AttendOutcome outcome) {
        return switch (outcome) {
            case AttendOutcome.Attending _ -> new Done();
            case AttendOutcome.Invalid invalid -> new Invalid(invalid.problems());
            case AttendOutcome.Refused refused -> new Refused(Refusal.why(refused.state()));
            case AttendOutcome.NotInvited _ -> new Refused(Refusal.NOT_INVITED);
            case AttendOutcome.UnknownLink _ -> new UnknownLink();
        };
    }
}
