package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * That an organiser is to be told who waits for a decision.
 *
 * @param dueAt when; somebody who sends the letter puts it off for as long as that may take
 * @param failures how often in a row the letter was refused
 * @param entries how often somebody began to wait since this is on the due list
 */
public record ReviewNotice(SessionId session, Instant dueAt, int failures, long entries) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** The next eight o'clock on the session's clock. */
    public static Instant nextMorning(Session session, Instant now) {
        ZonedDateTime there = now.atZone(session.document().when().zone());
        ZonedDateTime today = there.with(MORNING);
        return (today.isAfter(there) ? today : there.plusDays(1).with(MORNING)).toInstant();
    }

    /** The same at another moment. */
    ReviewNotice putOff(Instant until, int failuresSoFar) {
        return new ReviewNotice(session, until, failuresSoFar, entries);
    }
}
