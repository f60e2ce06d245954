package nl.samenkomst.domain.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import nl.samenkomst.domain.document.Notifications;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * A pending letter to the organiser about what changed, who waits for a decision, and who comes.
 *
 * @param dueAt when the letter is due; a further change may bring it forward or put it off to the next morning
 * @param heldUntil until when a run that sends it claims it; empty if none does
 * @param failures how often in a row the letter was refused
 * @param entries how many changes there have been since the notice was queued
 * @param since when the last letter was sent, or the first change was made if there was none
 * @param erasedBefore how many places erasures had freed by then
 */
public record OrganiserNotice(
        SessionId session,
        Instant dueAt,
        Optional<Instant> heldUntil,
        int failures,
        long entries,
        Instant since,
        int erasedBefore) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** The time after 08:00 in which a change still belongs to that morning's letter, which a run may be about to send. */
    private static final Duration SAME_MORNING = Duration.ofMinutes(30);

    /** Returns the next 08:00 on the session's clock, always after {@code now}. */
    public static Instant nextMorning(Session session, Instant now) {
        ZonedDateTime there = now.atZone(session.document().when().zone());
        ZonedDateTime today = there.with(MORNING);
        return (today.isAfter(there) ? today : there.plusDays(1).with(MORNING)).toInstant();
    }

    /** Returns 08:00 on the day before the session, on its clock. */
    static Instant dayBefore(Session session) {
        return session.document().when().start().minusDays(1).with(MORNING).toInstant();
    }

    /** Returns when a change made at {@code now} is told. */
    public static Instant dueAfterChange(Session session, Instant now) {
        return session.document().notifications() == Notifications.EACH
                ? now
                : nextMorning(session, now.minus(SAME_MORNING));
    }

    boolean isHeldAt(Instant now) {
        return heldUntil.filter(now::isBefore).isPresent();
    }

    /** Returns this notice claimed until then, and due again at that moment. */
    OrganiserNotice held(Instant until) {
        return new OrganiserNotice(session, until, Optional.of(until), failures, entries, since, erasedBefore);
    }

    /** Returns this notice, claimed by nobody, due at another moment after so many refusals. */
    OrganiserNotice postponed(Instant until, int failuresSoFar) {
        return new OrganiserNotice(session, until, Optional.empty(), failuresSoFar, entries, since, erasedBefore);
    }

    /** Returns this notice after a letter that told everything until {@code toldAt}. */
    OrganiserNotice told(Instant toldAt, int erased, Instant nextDue) {
        return new OrganiserNotice(session, nextDue, Optional.empty(), 0, entries, toldAt, erased);
    }
}
