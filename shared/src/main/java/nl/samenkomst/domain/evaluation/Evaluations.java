package nl.samenkomst.domain.evaluation;

import java.time.Instant;
import java.util.List;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Stores what people answered afterwards, apart from their registrations. */
public interface Evaluations {

    /**
     * Stores a registration whose state and proof are unchanged, and these answers under ids that nobody can guess and
     * that lead to nothing, in one transaction. A conflict if the registration's version has changed, or if it was
     * computed from a newer session revision than {@code current} has.
     *
     * @throws RuntimeException the store's own, if retrying cannot help
     */
    WriteResult store(Session current, RegistrationChange change, List<UnsignedAnswers> answers, Instant now);

    /** Returns all answers without a name, in no particular order; leaves out what has expired or cannot be read. */
    Iterable<UnsignedAnswers> all(SessionId session, Instant now);
}
