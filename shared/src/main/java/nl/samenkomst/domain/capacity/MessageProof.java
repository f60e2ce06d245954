package nl.samenkomst.domain.capacity;

import java.time.Duration;
import java.time.Instant;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.session.SessionId;

/**
 * A message that its writer asked to see as a letter first. It is sent to them alone, and then forgotten; one that is
 * asked for again before it left takes its place.
 *
 * @param who writes the message
 * @param to the writer's own name and address
 * @param language in which the letter is
 * @param dueAt when it is to be sent; a run that sends it moves this on, so that no other does
 * @param askedAt when it was asked for
 */
public record MessageProof(
        SessionId session, Actor who, Person to, Language language, MessageText text, Instant dueAt, Instant askedAt) {

    /** How long it is tried if the mail service does not take it. */
    public static final Duration MEMORY = Duration.ofHours(1);

    /** Returns this proof, due again at this moment. */
    public MessageProof postponed(Instant until) {
        return new MessageProof(session, who, to, language, text, until, askedAt);
    }

    /** Returns whether nobody expects it any more. */
    public boolean isForgotten(Instant now) {
        return !now.isBefore(askedAt.plus(MEMORY));
    }

    /** Returns what tells it apart from the session's other proofs. */
    public String key() {
        return who.name() + "#" + language.tag();
    }

    /** Omits the person, to keep them out of logs. */
    @Override
    public String toString() {
        return "MessageProof[" + session + "]";
    }
}
