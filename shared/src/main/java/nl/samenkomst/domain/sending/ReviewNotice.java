package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * A pending letter to the organiser about registrations under review.
 *
 * @param dueAt when the letter is due; a run that sends it claims it by putting this off
 * @param failures how often in a row the letter was refused
 * @param entries how many changes have brought registrations under review since the notice was queued
 */
public record ReviewNotice(SessionId session, Instant dueAt, int failures, long entries) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Returns the next 08:00 on the session's clock, always after {@code now}. */
    public static Instant nextMorning(Session session, Instant now) {
        ZonedDateTime there = now.atZone(session.document().when().zone());
        ZonedDateTime today = there.with(MORNING);
        return (today.isAfter(there) ? today : there.plusDays(1).with(MORNING)).toInstant();
    }

    /** Returns the notice with another due time and number of failures. */
    ReviewNotice postpone(Instant until, int failuresSoFar) {
        return new ReviewNotice(session, until, failuresSoFar, entries);
    }
}
