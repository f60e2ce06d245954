package nl.samenkomst.domain.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.Version;

/**
 * What the desk knows about one mailbox, under whichever tag and for whichever session: the letters that people lately
 * had sent there by typing its address, and whether its owner wants any. Each second letter to an unconfirmed address
 * counts too. Letters that an organiser or a session's change causes do not, nor those after a press on the own page,
 * which only a letter leads to.
 *
 * @param letters when each became owed, in any order; those older than a day may be missing
 * @param refusal the owner's word that no letter is wanted; empty as long as there is none
 * @param version {@link Version#NONE} before the first write
 */
public record Mailbox(MailboxId id, List<Instant> letters, Optional<MailRefusal> refusal, Version version) {

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
        return new Mailbox(id, List.of(), Optional.empty(), Version.NONE);
    }

    /** Returns whether its owner wants no letters. */
    public boolean isRefused() {
        return refusal.isPresent();
    }

    /** Returns whether this link can take the refusal back; not if too many others could already. */
    public boolean isRefusedBy(RefusedLink link) {
        return refusal.filter(known -> known.links().contains(link)).isPresent();
    }

    /** Returns whether one more letter is wanted and within the limits. */
    public boolean mayReceive(Instant now) {
        return !isRefused()
                && countSince(now.minus(HOUR)) < MAX_PER_HOUR
                && countSince(now.minus(MEMORY)) < MAX_PER_DAY;
    }

    /** Returns this mailbox as it is stored once it is owed another letter. */
    public Mailbox withLetter(Instant now) {
        return stored(Stream.concat(remembered(now), Stream.of(now)).toList(), refusal);
    }

    /** Returns this mailbox as it is stored again with the letters that still count. */
    public Mailbox withoutLetter(Instant now) {
        return stored(remembered(now).toList(), refusal);
    }

    /** Returns this mailbox as it is stored once it is refused by this link, for the first time or again. */
    public Mailbox refused(RefusedLink by, Instant now) {
        MailRefusal known = refusal.orElseGet(() -> new MailRefusal(now, List.of()));
        return stored(remembered(now).toList(), Optional.of(known.with(by)));
    }

    /** Returns this mailbox as it is stored once it takes letters again. */
    public Mailbox accepting(Instant now) {
        return stored(remembered(now).toList(), Optional.empty());
    }

    private Mailbox stored(List<Instant> remembered, Optional<MailRefusal> wanted) {
        return new Mailbox(id, remembered, wanted, version.next());
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
