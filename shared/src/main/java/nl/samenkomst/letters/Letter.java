package nl.samenkomst.letters;

import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.session.SessionId;

/** A letter that is ready to leave: one MIME message for one person. */
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

    /** What it tells, in a word: {@code confirmed}. */
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

    /** The whole message as RFC 5322 and MIME have it, in ASCII with CRLF; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Without the person, so that nobody reaches a log by accident. */
    @Override
    public String toString() {
        return "Letter[" + kind + ", " + session + "]";
    }
}
