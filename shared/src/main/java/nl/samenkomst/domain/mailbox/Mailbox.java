package nl.samenkomst.domain.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.domain.Version;

/**
 * The letters that people lately had sent to one mailbox by typing its address, for whichever session and under
 * whichever tag. Letters that an organiser or a session's change causes do not count, nor those after a press on the own
 * page, which only a letter leads to.
 *
 * @param letters when each became owed, in any order; those older than a day may be missing
 * @param version {@link Version#NONE} before the first write
 */
public record Mailbox(MailboxId id, List<Instant> letters, Version version) {

    public static final int MAX_PER_HOUR = 5;
    public static final int MAX_PER_DAY = 20;

    /** How long a letter counts. */
    public static final Duration MEMORY = Duration.ofDays(1);

    private static final Duration HOUR = Duration.ofHours(1);

    public Mailbox {
        letters = List.copyOf(letters);
    }

    /** Returns a mailbox of which nothing is stored. */
    public static Mailbox unknown(MailboxId id) {
        return new Mailbox(id, List.of(), Version.NONE);
    }

    /** Returns whether one more letter is within the limits. */
    public boolean mayReceive(Instant now) {
        return countSince(now.minus(HOUR)) < MAX_PER_HOUR && countSince(now.minus(MEMORY)) < MAX_PER_DAY;
    }

    /** Returns this mailbox as it is stored once it is owed another letter. */
    public Mailbox withLetter(Instant now) {
        return stored(Stream.concat(remembered(now), Stream.of(now)).toList());
    }

    /** Returns this mailbox as it is stored again with the letters that still count. */
    public Mailbox withoutLetter(Instant now) {
        return stored(remembered(now).toList());
    }

    private Mailbox stored(List<Instant> remembered) {
        return new Mailbox(id, remembered, version.next());
    }

    private Stream<Instant> remembered(Instant now) {
        Instant from = now.minus(MEMORY);
        return letters.stream().filter(letter -> letter.isAfter(from));
    }

    /** Letters that another machine's clock puts ahead count too. */
    private long countSince(Instant from) {
        return letters.stream().filter(letter -> letter.isAfter(from)).count();
    }
}
