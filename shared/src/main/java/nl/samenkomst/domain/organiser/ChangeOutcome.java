package nl.samenkomst.domain.organiser;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.registration.Registration;

/** What becomes of a change that an organiser makes of somebody's registration. */
public sealed interface ChangeOutcome {

    /** It is as the organiser wants it, by this or before. */
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

    /** Somebody is registered who was not. */
    record Added(ListedRegistration now) implements ChangeOutcome {}

    /** The registration or its session does not allow it. */
    record Refused(Why why) implements ChangeOutcome {}

    /** Something does not go with what the session offers and asks. */
    record Invalid(List<Problem> problems) implements ChangeOutcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    record UnknownSession() implements ChangeOutcome {}

    record UnknownRegistration() implements ChangeOutcome {}

    /** Why a registration stays as it is. */
    enum Why {
        /** The session will not take place. */
        SESSION_CANCELLED,
        /** From the start on, who has a place and who has not stays as it is. */
        SESSION_STARTED,
        /** It was decided otherwise before. */
        DECIDED,
        /** The person does not come any more. */
        CANCELLED,
        /** Who was invited needs no decision. */
        INVITED,
        /** Nobody can answer an invitation any more. */
        SIGN_UP_CLOSED,
        /** Nobody moves up who does not wait. */
        NOT_WAITING,
        /** Nobody is present who has no place. */
        NOT_CONFIRMED,
        /** Nobody is present so long before the start. */
        TOO_EARLY
    }
}
