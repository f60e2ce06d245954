package nl.samenkomst.domain.bulk;

import nl.samenkomst.domain.organiser.ChangeOutcome;

/** The outcome of cancelling everybody whose address nobody has confirmed. */
public sealed interface CancelUnconfirmedOutcome {

    /**
     * As many were cancelled as the time allowed.
     *
     * @param registrations how many are cancelled, by this request or by another at the same time
     * @param places how many of them held a place
     * @param remaining how many it found and left; 0 if it finished
     */
    record Cancelled(int registrations, int places, int remaining) implements CancelUnconfirmedOutcome {}

    /** The session does not allow it any more; those cancelled before stay so. */
    record Refused(ChangeOutcome.RefusalReason why) implements CancelUnconfirmedOutcome {}

    record UnknownSession() implements CancelUnconfirmedOutcome {}
}
