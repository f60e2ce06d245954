package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.document.SessionDocument;

/** A letter that leaves at a moment planned for everybody, and that an organiser may skip. */
public sealed interface SkippableLetter {

    /** A reminder, this long before the start. */
    record Reminder(CalendarPeriod ahead) implements SkippableLetter {}

    /** The letter with materials after the end. */
    record FollowUp() implements SkippableLetter {}

    /** Returns the word in forms, such as {@code reminder-P8D}. */
    default String word() {
        return switch (this) {
            case Reminder reminder -> REMINDER + reminder.ahead();
            case FollowUp _ -> FOLLOW_UP;
        };
    }

    /** Returns the letter with this word; empty if there is none. */
    static Optional<SkippableLetter> of(String word) {
        if (word.equals(FOLLOW_UP)) {
            return Optional.of(new FollowUp());
        }
        return word.startsWith(REMINDER)
                ? CalendarPeriod.restore(word.substring(REMINDER.length())).map(Reminder::new)
                : Optional.empty();
    }

    /** Returns when it leaves if it is planned: as a reminder of this document, or at the end. */
    default Optional<Instant> plannedAt(SessionDocument document) {
        return switch (this) {
            case Reminder reminder ->
                Optional.of(reminder.ahead())
                        .filter(document.reminders()::contains)
                        .map(ahead -> ahead.before(document.when().start()).toInstant());
            case FollowUp _ -> Optional.of(document.when().end().toInstant());
        };
    }

    String REMINDER = "reminder-";

    String FOLLOW_UP = "follow-up";
}
