package nl.samenkomst.domain.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.session.SessionId;

/**
 * The letters of one registration so far.
 *
 * @param sent oldest first; the last one of each kind, and the last {@value #MAX_REMEMBERED} of all
 * @param linkAskedAt when the person last asked for the own link, by signing up
 * @param heldUntil no letter leaves before this moment: somebody is sending one, the last try failed, or it waits for one
 *     that tells of several registrations
 * @param failures how often in a row the letter that is owed now was refused
 * @param bundled the person's other registrations that the next letter tells of as well, as long as each is held until
 *     its moment here
 */
public record LetterLog(
        List<SentLetter> sent,
        Instant linkAskedAt,
        Optional<Instant> heldUntil,
        int failures,
        Map<SessionId, Instant> bundled) {

    /** How many letters are remembered, beside the last one of each kind: what is sent every hour must not fill the item. */
    static final int MAX_REMEMBERED = 50;

    public LetterLog {
        sent = List.copyOf(sent);
        bundled = Map.copyOf(bundled);
    }

    /** Where the next letter tells of nothing else. */
    public LetterLog(List<SentLetter> sent, Instant linkAskedAt, Optional<Instant> heldUntil, int failures) {
        this(sent, linkAskedAt, heldUntil, failures, Map.of());
    }

    public static LetterLog none(Instant signedUpAt) {
        return new LetterLog(List.of(), signedUpAt, Optional.empty(), 0);
    }

    public Optional<SentLetter> last() {
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.getLast());
    }

    /** Whether a letter of one of these kinds left at this moment or later. */
    public boolean toldSince(Instant moment, LetterKind... kinds) {
        return sent.stream()
                .filter(letter -> letter.isOneOf(kinds))
                .anyMatch(letter -> !letter.at().isBefore(moment));
    }

    public boolean isHeldAt(Instant now) {
        return heldUntil.filter(now::isBefore).isPresent();
    }

    public LetterLog askedForLink(Instant now) {
        return new LetterLog(sent, now, heldUntil, failures, bundled);
    }

    /** Nobody else sends anything to this person until then. */
    public LetterLog held(Instant until) {
        return new LetterLog(sent, linkAskedAt, Optional.of(until), failures, bundled);
    }

    /** The same, unless somebody holds it at this moment. */
    public LetterLog delayedIfFree(Instant until, Instant now) {
        return isHeldAt(now) ? this : held(until);
    }

    /** No longer held by who held it until exactly then. */
    public LetterLog release(Instant until) {
        return new LetterLog(sent, linkAskedAt, heldUntil.filter(moment -> !moment.equals(until)), failures, bundled);
    }

    /** The next letter tells of these as well. */
    public LetterLog tellingOf(Map<SessionId, Instant> others) {
        Map<SessionId, Instant> all = new HashMap<>(bundled);
        all.putAll(others);
        return new LetterLog(sent, linkAskedAt, heldUntil, failures, all);
    }

    public LetterLog failed(Instant nextTry) {
        return new LetterLog(sent, linkAskedAt, Optional.of(nextTry), failures + 1, bundled);
    }

    /**
     * Adds a letter that told of these as well; whatever came since is for the next. Changes nothing where the letter is
     * there already: then the answer to writing it was lost, and a hold by now is somebody else's.
     */
    public LetterLog with(SentLetter letter, Map<SessionId, Instant> told) {
        if (sent.contains(letter)) {
            return this;
        }
        Map<SessionId, Instant> rest = new HashMap<>(bundled);
        rest.entrySet().removeAll(told.entrySet());
        return new LetterLog(remembered(letter), linkAskedAt, Optional.empty(), 0, rest);
    }

    /** Which letter is owed next depends on the last one of each kind, and the last of all; so these are never dropped. */
    private List<SentLetter> remembered(SentLetter latest) {
        List<SentLetter> all = Stream.concat(sent.stream(), Stream.of(latest)).toList();
        int tail = all.size() - MAX_REMEMBERED;
        List<SentLetter> remembered = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i).word();
            boolean isLastOfItsKind = all.subList(i + 1, all.size()).stream()
                    .noneMatch(later -> later.word().equals(word));
            if (i >= tail || isLastOfItsKind) {
                remembered.add(all.get(i));
            }
        }
        return remembered;
    }
}
