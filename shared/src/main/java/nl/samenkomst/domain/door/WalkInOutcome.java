package nl.samenkomst.domain.door;

import java.util.List;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.registration.Registration;

/** The outcome of registering somebody who came to the door without a place. */
public sealed interface WalkInOutcome {

    /** The person has a place and is marked present, by this request or an earlier one. */
    record Present(Registration now) implements WalkInOutcome {}

    /** The session or the registration does not allow it. */
    record Refused(RefusalReason why) implements WalkInOutcome {}

    /** The session has no such theme. */
    record Invalid(List<Problem> problems) implements WalkInOutcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    record UnknownSession() implements WalkInOutcome {}

    record UnknownRegistration() implements WalkInOutcome {}

    /** Why nobody is registered. */
    enum RefusalReason {
        /** The session is cancelled. */
        SESSION_CANCELLED,
        /** The door opens an hour before the start. */
        TOO_EARLY,
        /** The door closes a day after the end. */
        TOO_LATE,
        /** The address is that of a registration under another name. */
        OTHER_PERSON,
        /** The owner of the mailbox wants no letters from the desk. */
        MAILBOX_REFUSED,
        /** The person is not on the list at the door, such as somebody who was declined. */
        NOT_EXPECTED
    }
}
