package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.document.SessionDocument;

/**
 * The planned letters that a session's organiser skips for everybody who has not had them.
 *
 * @param reminders how long before the start the skipped reminders would leave
 * @param followUp the last revision whose materials no letter after the end tells of; empty if all are told of
 */
public record SkippedLetters(List<CalendarPeriod> reminders, Optional<Revision> followUp) {

    public static final SkippedLetters NONE = new SkippedLetters(List.of(), Optional.empty());

    public SkippedLetters {
        reminders = List.copyOf(reminders);
    }

    public boolean includes(SkippableLetter letter) {
        return switch (letter) {
            case SkippableLetter.Reminder reminder -> reminders.contains(reminder.ahead());
            case SkippableLetter.FollowUp _ -> followUp.isPresent();
        };
    }

    /** Returns whether the letter after the end leaves these out; materials added after the end are told of. */
    public boolean includes(MaterialNews news) {
        return followUp.filter(last -> !last.isBefore(news.revision())).isPresent();
    }

    SkippedLetters with(SkippableLetter letter, Revision revision) {
        return switch (letter) {
            case SkippableLetter.Reminder reminder ->
                new SkippedLetters(
                        Stream.concat(reminders.stream(), Stream.of(reminder.ahead()))
                                .distinct()
                                .toList(),
                        followUp);
            case SkippableLetter.FollowUp _ -> new SkippedLetters(reminders, Optional.of(revision));
        };
    }

    SkippedLetters without(SkippableLetter letter) {
        return switch (letter) {
            case SkippableLetter.Reminder reminder ->
                new SkippedLetters(
                        reminders.stream()
                                .filter(ahead -> !ahead.equals(reminder.ahead()))
                                .toList(),
                        followUp);
            case SkippableLetter.FollowUp _ -> new SkippedLetters(reminders, Optional.empty());
        };
    }

    /**
     * Returns what is still skipped in the next revision: reminders that it has, and, until the end, also the materials
     * that it adds.
     */
    SkippedLetters after(SessionDocument changed, Revision next, Instant now) {
        return new SkippedLetters(
                reminders.stream().filter(changed.reminders()::contains).toList(),
                followUp.map(last -> changed.when().hasEndedBy(now) ? last : next));
    }
}
