package nl.samenkomst.domain.letter;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * That a letter left.
 *
 * @param word the word of its {@link LetterKind}, or one that another release wrote
 * @param revision the session's revision that it told of
 * @param messageId the mail service's name for it; empty where the letter was given up after too many refusals
 */
public record SentLetter(String word, int revision, Instant at, Optional<String> messageId) {

    public SentLetter(LetterKind kind, int revision, Instant at, Optional<String> messageId) {
        this(kind.word(), revision, at, messageId);
    }

    /** Its kind; empty where this release knows none of that word. */
    public Optional<LetterKind> kind() {
        return LetterKind.of(word);
    }

    boolean isOneOf(LetterKind... kinds) {
        return Arrays.stream(kinds).anyMatch(kind -> kind.word().equals(word));
    }
}
