package nl.samenkomst.domain.sending;

import java.time.Instant;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;

/** Something that is to be seen to, since a moment. */
public sealed interface WorkItem {

    SessionId session();

    Instant since();

    /** A session changed: its registrations are to be reckoned anew, and free places given to who waits. */
    record ChangedSession(SessionId session, Instant since) implements WorkItem {}

    /** An organiser is to be told who waits for a decision. */
    record Review(SessionId session, Instant since) implements WorkItem {}

    /** A letter is owed. */
    record Letter(SessionId session, RegistrationId registration, Instant since) implements WorkItem {}
}
