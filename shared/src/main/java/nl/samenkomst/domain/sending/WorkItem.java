package nl.samenkomst.domain.sending;

import java.time.Instant;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;

/** A work item of the background job, due since a moment. */
public sealed interface WorkItem {

    SessionId session();

    Instant since();

    /** A changed session: free places go to waitlisted people, and its registrations' due times are recomputed. */
    record ChangedSession(SessionId session, Instant since) implements WorkItem {}

    /** A letter to the organiser. */
    record Notice(SessionId session, Instant since) implements WorkItem {}

    /** A message that its writer asked to see first, by its key. */
    record Proof(SessionId session, String key, Instant since) implements WorkItem {}

    /** A letter owed to a registration. */
    record Letter(SessionId session, RegistrationId registration, Instant since) implements WorkItem {}
}
