package nl.samenkomst.domain.own;

import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** The outcome of cancelling by one's own link. */
public sealed interface CancelOutcome {

    /** The registration is not or no longer active, by this request or an earlier change. */
    record Cancelled(Session session, Registration registration) implements CancelOutcome {}

    /** The last moment to cancel has passed; the person must tell the contact. */
    record NoticePeriodPassed(Session session, Registration registration) implements CancelOutcome {}

    /** There is nothing left to cancel: the session has started. */
    record SessionStarted(Session session, Registration registration) implements CancelOutcome {}

    /** There is nothing left to cancel: the organiser cancelled the session. */
    record SessionCancelled(Session session, Registration registration) implements CancelOutcome {}

    record UnknownLink() implements CancelOutcome {}
}
