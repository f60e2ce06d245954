package nl.samenkomst.letters;

import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.session.SessionId;

/** A letter ready to be sent: one MIME message to one person. */
public final class Letter {

    private final String kind;
    private final SessionId session;
    private final EmailAddress sender;
    private final EmailAddress recipient;
    private final String subject;
    private final byte[] bytes;

    Letter(String kind, SessionId session, EmailAddress sender, EmailAddress recipient, String subject, byte[] bytes) {
        this.kind = kind;
        this.session = session;
        this.sender = sender;
        this.recipient = recipient;
        this.subject = subject;
        this.bytes = bytes.clone();
    }

    /** Returns the kind of letter in one word, such as {@code confirmed}. */
    public String kind() {
        return kind;
    }

    public SessionId session() {
        return session;
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
        return "Letter[" + kind + ", " + session + "]";
    }
}
