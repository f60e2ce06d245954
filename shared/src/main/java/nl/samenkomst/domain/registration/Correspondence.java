package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The letters of one registration so far.
 *
 * @param sent oldest first
 * @param linkAskedAt when the person last asked for the own link, by signing up
 * @param heldUntil no letter leaves before this moment: somebody is sending one, or the last try failed
 * @param failures how often in a row the letter that is owed now was refused
 */
public record Correspondence(List<SentLetter> sent, Instant linkAskedAt, Optional<Instant> heldUntil, int failures) {

    public Correspondence {
        sent = List.copyOf(sent);
    }

    public static Correspondence none(Instant signedUpAt) {
        return new Correspondence(List.of(), signedUpAt, Optional.empty(), 0);
    }

    public Optional<SentLetter> last() {
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.getLast());
    }

    /** Whether a letter of one of these kinds left at this moment or later. */
    public boolean toldSince(Instant moment, LetterKind... kinds) {
        return sent.stream()
                .filter(letter -> List.of(kinds).contains(letter.kind()))
                .anyMatch(letter -> !letter.at().isBefore(moment));
    }

    public boolean isHeldAt(Instant now) {
        return heldUntil.filter(now::isBefore).isPresent();
    }

    Correspondence askedForLink(Instant now) {
        return new Correspondence(sent, now, heldUntil, failures);
    }

    /** Nobody else sends anything to this person until then. */
    public Correspondence held(Instant until) {
        return new Correspondence(sent, linkAskedAt, Optional.of(until), failures);
    }

    public Correspondence failed(Instant nextTry) {
        return new Correspondence(sent, linkAskedAt, Optional.of(nextTry), failures + 1);
    }

    public Correspondence with(SentLetter letter) {
        return new Correspondence(
                Stream.concat(sent.stream(), Stream.of(letter)).toList(), linkAskedAt, Optional.empty(), 0);
    }
}
