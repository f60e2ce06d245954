package nl.samenkomst.domain.delivery;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.MailProblem.Kind;

/**
 * What became of a letter, and what that says about its mailbox. Whatever the order in which news arrives, and however
 * often, the mailbox ends up with the same kind of problem.
 */
public enum DeliveryNews {
    /** The mailbox took the letter at once. */
    ARRIVED,
    /** The mailbox took the letter, after a time in which a delay may have been reported. */
    ARRIVED_LATE,
    /** The mailbox did not take the letter yet, or does not take this one; it may take others. */
    DELAYED,
    /** The mailbox does not exist, or its mail server refuses letters for good. */
    BOUNCED,
    /** The mail service did not send the letter, since an earlier one to this address bounced or was reported. */
    SUPPRESSED,
    /** The person reported the letter as unwanted. */
    COMPLAINED,
    /** The mail service did not send the letter because of its content, which says nothing about the mailbox. */
    REJECTED,
    /** The mailbox took the letter and answered by itself, as it does in a holiday. */
    ANSWERED;

    /** Returns whether the letter did not reach its reader, and will not. */
    public boolean isLost() {
        return this == BOUNCED || this == SUPPRESSED || this == REJECTED;
    }

    /**
     * Returns the problem with the mailbox after this news. Delays are ordered by when they happened, so that one that is
     * reported after the letter's arrival changes nothing; all else dates from {@code now}.
     *
     * @param at when the news happened
     * @param now when it is noted
     */
    Optional<MailProblem> after(Optional<MailProblem> before, Instant at, Instant now) {
        return switch (this) {
            case ARRIVED -> before.map(problem -> problem.kind() == Kind.DELAYED ? arrived(problem, at) : problem);
            case ARRIVED_LATE ->
                Optional.of(
                        before.map(problem -> arrived(problem, at)).orElseGet(() -> new MailProblem(Kind.LATE, at)));
            case DELAYED ->
                Optional.of(
                        before.map(problem -> delayed(problem, at)).orElseGet(() -> new MailProblem(Kind.DELAYED, at)));
            case BOUNCED -> Optional.of(stronger(before, Kind.BOUNCED, now));
            case SUPPRESSED -> Optional.of(stronger(before, Kind.SUPPRESSED, now));
            case COMPLAINED -> Optional.of(stronger(before, Kind.COMPLAINED, now));
            case REJECTED -> before;
            case ANSWERED -> before;
        };
    }

    /** Ends a delay reported until this moment, and remembers it, as a report of that delay may be on its way still. */
    private static MailProblem arrived(MailProblem before, Instant at) {
        return isDelay(before) && !at.isBefore(before.since()) ? new MailProblem(Kind.LATE, at) : before;
    }

    private static MailProblem delayed(MailProblem before, Instant at) {
        return isDelay(before) && at.isAfter(before.since()) ? new MailProblem(Kind.DELAYED, at) : before;
    }

    private static boolean isDelay(MailProblem problem) {
        return problem.kind() == Kind.DELAYED || problem.kind() == Kind.LATE;
    }

    private static MailProblem stronger(Optional<MailProblem> before, Kind kind, Instant now) {
        return before.filter(problem -> problem.kind().compareTo(kind) >= 0)
                .orElseGet(() -> new MailProblem(kind, now));
    }
}
