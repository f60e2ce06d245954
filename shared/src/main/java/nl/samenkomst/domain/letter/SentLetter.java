package nl.samenkomst.domain.letter;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.session.Revision;

/**
 * A letter that was sent or given up.
 *
 * @param word the word of its {@link LetterKind}, or one that another release wrote
 * @param revision the session revision that it told of
 * @param messageId the mail service's id; empty if the letter was given up after too many refusals
 * @param isBundled whether it was about another registration of the person, and told of this one too
 */
public record SentLetter(String word, Revision revision, Instant at, Optional<String> messageId, boolean isBundled) {

    /** Creates a letter about this registration. */
    public SentLetter(LetterKind kind, Revision revision, Instant at, Optional<String> messageId) {
        this(kind.word(), revision, at, messageId, false);
    }

    /** Returns this letter as one about another registration, which told of this one too. */
    public SentLetter bundled() {
        return new SentLetter(word, revision, at, messageId, true);
    }

    /** Returns its kind; empty if this release does not know the word. */
    public Optional<LetterKind> kind() {
        return LetterKind.of(word);
    }

    boolean isOneOf(LetterKind... kinds) {
        for (LetterKind kind : kinds) {
            if (kind.word().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
