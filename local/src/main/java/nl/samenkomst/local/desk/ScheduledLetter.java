package nl.samenkomst.local.desk;

import java.time.Instant;

/**
 * A group of equal letters that will be sent at the same moment.
 *
 * @param at when they are due; in the past if they are being sent now
 * @param kind the letter kind as the mailbox shows it; for a reminder with how long before the start it is sent
 * @param language language tag of the title
 * @param session path of the session's page; empty if the session is invitation-only
 * @param people how many people get one
 */
public record ScheduledLetter(Instant at, String kind, String title, String language, String session, int people) {

    ScheduledLetter to(int howMany) {
        return new ScheduledLetter(at, kind, title, language, session, howMany);
    }
}
