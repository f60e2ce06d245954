package nl.samenkomst.domain.letter;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.session.Revision;

/**
 * A letter that was sent or given up.
 *
 * @param word the word of its {@link LetterKind}, followed by the id of the message if it brought one; or a word that
 *     another release wrote
 * @param revision the session revision that it told of
 * @param messageId the mail service's id; empty if the letter was given up after too many refusals
 * @param isBundled whether it was about another registration of the person, and told of this one too
 */
public record SentLetter(String word, Revision revision, Instant at, Optional<String> messageId, boolean isBundled) {

    /** Between the word of the kind and the id of a message, so that the log keeps the last letter of each message. */
    private static final char MESSAGE_SEPARATOR = '.';

    /** Creates a letter about this registration. */
    public SentLetter(LetterKind kind, Revision revision, Instant at, Optional<String> messageId) {
        this(kind.word(), revision, at, messageId, false);
    }

    /** Creates the record of a letter that was owed. */
    public SentLetter(OwedLetter owed, Revision revision, Instant at, Optional<String> messageId) {
        this(word(owed.kind(), owed.message()), revision, at, messageId, false);
    }

    private static String word(LetterKind kind, Optional<MessageId> message) {
        return message.map(id -> kind.word() + MESSAGE_SEPARATOR + id).orElse(kind.word());
    }

    /** Returns this letter as one about another registration, which told of this one too. */
    public SentLetter bundled() {
        return new SentLetter(word, revision, at, messageId, true);
    }

    /** Returns its kind; empty if this release does not know the word. */
    public Optional<LetterKind> kind() {
        return LetterKind.of(kindWord());
    }

    /** Returns the word of its kind. */
    public String kindWord() {
        int end = word.indexOf(MESSAGE_SEPARATOR);
        return end < 0 ? word : word.substring(0, end);
    }

    /** Returns whether it brought this message. */
    public boolean brought(MessageId message) {
        return word.equals(word(LetterKind.MESSAGE, Optional.of(message)));
    }

    boolean isOneOf(LetterKind... kinds) {
        String kindWord = kindWord();
        for (LetterKind kind : kinds) {
            if (kind.word().equals(kindWord)) {
                return true;
            }
        }
        return false;
    }
}
