package nl.samenkomst.domain.organiser;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.registration.Registration;

/** The outcome of an organiser's change to a registration. */
public sealed interface ChangeOutcome {

    /** The registration is as requested, by this request or an earlier one. */
    record Changed(ListedRegistration now) implements ChangeOutcome {}

    static ChangeOutcome changed(Registration now) {
        return new Changed(new ListedRegistration(now, OptionalInt.empty()));
    }

    static ChangeOutcome added(Registration now) {
        return new Added(new ListedRegistration(now, OptionalInt.empty()));
    }

    /** Returns this outcome with the person's position in the queue. */
    default ChangeOutcome at(Function<Registration, OptionalInt> position) {
        return switch (this) {
            case Changed changed -> new Changed(changed.now().at(position));
            case Added added -> new Added(added.now().at(position));
            case Refused refused -> refused;
            case Invalid invalid -> invalid;
            case UnknownSession unknown -> unknown;
            case UnknownRegistration unknown -> unknown;
        };
    }

    /** A person is registered or invited who was not. */
    record Added(ListedRegistration now) implements ChangeOutcome {}

    /** The registration or its session does not allow the change. */
    record Refused(RefusalReason why) implements ChangeOutcome {}

    /** The theme or an answer does not fit what the session offers and asks. */
    record Invalid(List<Problem> problems) implements ChangeOutcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    record UnknownSession() implements ChangeOutcome {}

    record UnknownRegistration() implements ChangeOutcome {}

    /** Why a registration stays as it is. */
    enum RefusalReason {
        /** The session is cancelled. */
        SESSION_CANCELLED,
        /** No place is given or taken once the session has started. */
        SESSION_STARTED,
        /** The organiser decided otherwise before. */
        DECIDED,
        /** The registration is cancelled. */
        CANCELLED,
        /** An invitation needs no decision. */
        INVITED,
        /** Sign-up has closed, so an invitation could not be answered. */
        SIGN_UP_CLOSED,
        /** The address is that of a registration under another name. */
        OTHER_PERSON,
        /** The owner of the mailbox wants no letters from the desk. */
        MAILBOX_REFUSED,
        /** Only a waitlisted registration can move up. */
        NOT_WAITING,
        /** Only a confirmed registration can be marked present or absent. */
        NOT_CONFIRMED,
        /** Presence cannot be marked more than an hour before the start. */
        TOO_EARLY,
        /** Only somebody who is registered or invited can be corrected. */
        NOT_REGISTERED,
        /** The theme has no place. */
        THEME_FULL,
        /** There is no decision that can still be taken back: its letter left, or something else changed since. */
        DECISION_FINAL
    }
}
