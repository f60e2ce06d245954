package nl.samenkomst.letters;

import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.delivery.LetterTags;
import nl.samenkomst.domain.session.SessionId;

/** A letter ready to be sent: one MIME message to one person. */
public final class Letter {

    private final LetterTags tags;
    private final EmailAddress sender;
    private final EmailAddress recipient;
    private final String subject;
    private final byte[] bytes;

    Letter(LetterTags tags, EmailAddress sender, EmailAddress recipient, String subject, byte[] bytes) {
        this.tags = tags;
        this.sender = sender;
        this.recipient = recipient;
        this.subject = subject;
        this.bytes = bytes.clone();
    }

    /** Returns the kind of letter in one word, such as {@code confirmed}. */
    public String kind() {
        return tags.kind();
    }

    /** Returns the session that it is about; empty if it is about none. */
    public Optional<SessionId> session() {
        return tags.session();
    }

    /** Returns what the letter is about, for the mail service to keep with it. */
    public LetterTags tags() {
        return tags;
    }

    public EmailAddress sender() {
        return sender;
    }

    public EmailAddress recipient() {
        return recipient;
    }

    public String subject() {
        return subject;
    }

    /** Returns a copy of the whole message (RFC 5322 and MIME), in ASCII with CRLF line ends. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Omits the person, so that no personal data reaches a log by accident. */
    @Override
    public String toString() {
        return "Letter[" + kind() + session().map(id -> ", " + id).orElse("") + "]";
    }
}
