package nl.samenkomst.domain.own;

import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** What becomes of cancelling by one's own link. */
public sealed interface CancelOutcome {

    /** The registration is cancelled, now or before. */
    record Cancelled(Session session, Registration registration) implements CancelOutcome {}

    /** The last moment to cancel is over; whoever cannot come tells the contact. */
    record NoticePeriodPassed(Session session, Registration registration) implements CancelOutcome {}

    /** There is nothing left to cancel: the session has begun. */
    record SessionStarted(Session session, Registration registration) implements CancelOutcome {}

    /** There is nothing left to cancel: the organiser did. */
    record SessionCancelled(Session session, Registration registration) implements CancelOutcome {}

    record UnknownLink() implements CancelOutcome {}
}
