package nl.samenkomst.domain.erasure;

import java.util.List;
import nl.samenkomst.domain.session.SessionId;

/** The outcome of a request to erase a registration, and others of the same person. */
public sealed interface ErasureOutcome {

    /**
     * The registration was erased.
     *
     * @param also the other sessions whose registrations were erased with it
     * @param left the other sessions whose registrations are still there
     */
    record Erased(List<SessionId> also, List<SessionId> left) implements ErasureOutcome {
        public Erased {
            also = List.copyOf(also);
            left = List.copyOf(left);
        }
    }

    /** There is no such link, or the registration was erased or has expired. */
    record UnknownLink() implements ErasureOutcome {}
}
