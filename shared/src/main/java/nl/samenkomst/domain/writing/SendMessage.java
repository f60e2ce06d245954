package nl.samenkomst.domain.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Message;
import nl.samenkomst.domain.capacity.MessageProof;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Sends a message to people of a session, shows it to its writer first, and withdraws one. */
public final class SendMessage {

    private final Sessions sessions;
    private final Registrations registrations;
    private final Messages messages;
    private final Clock clock;
    private final Retrier retrier;

    public SendMessage(
            Sessions sessions, Registrations registrations, Messages messages, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.messages = messages;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** The outcome of sending a message. */
    public sealed interface Sending {

        /** It leaves at its moment; by this request, or by an earlier one with the same id. */
        record Sent(MessageNote note, int recipients) implements Sending {}

        /** It would go to another number of people than was expected; nothing was done. */
        record OtherNumber(MessageReach reach) implements Sending {}

        /** There are {@link Session#MAX_MESSAGES} messages already. */
        record TooMany() implements Sending {}

        record UnknownSession() implements Sending {}
    }

    /** The outcome of withdrawing a message. */
    public sealed interface Withdrawal {

        /** Nobody gets it any more, by this request or an earlier one. */
        record Withdrawn(MessageNote note) implements Withdrawal {}

        record UnknownMessage() implements Withdrawal {}

        record UnknownSession() implements Withdrawal {}
    }

    /** Returns the id of a message that this actor writes now. */
    public MessageId newId(Actor actor) {
        return MessageId.of(clock.instant(), actor.name());
    }

    /** Returns to how many people of this session a message would go if it were sent now. */
    public MessageReach reach(Session session, MessageDraft draft, Actor actor) {
        Instant now = clock.instant();
        MessageNote note = draft.note(MessageId.of(now, actor.name()), now);
        return MessageReach.of(draft, note, session, registrations.all(session.id(), now), now);
    }

    /**
     * Sends a message, once for each id.
     *
     * @param expected the number of people that its sender was shown; empty if it does not matter
     * @throws nl.samenkomst.domain.UnreadableItem if the stored session or its places cannot be read
     * @throws nl.samenkomst.domain.Retrier.RetriesExhausted if conflicts or store failures outlast the retries
     */
    public Sending send(SessionId session, MessageId id, MessageDraft draft, OptionalInt expected, Actor actor) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<Session> known = sessions.find(session).map(SessionSnapshot::session);
            if (known.isEmpty()) {
                return Attempt.settled(new Sending.UnknownSession());
            }
            Session before = known.get();
            Optional<MessageNote> sent = before.message(id);
            if (sent.isPresent()) {
                return Attempt.settled(new Sending.Sent(
                        sent.get(),
                        messages.find(session, id, now).map(Message::recipients).orElse(0)));
            }
            if (before.messages().size() >= Session.MAX_MESSAGES) {
                return Attempt.settled(new Sending.TooMany());
            }
            MessageNote note = draft.note(id, now);
            MessageReach reach = MessageReach.of(draft, note, before, registrations.all(session, now), now);
            if (expected.isPresent() && expected.getAsInt() != reach.total()) {
                return Attempt.settled(new Sending.OtherNumber(reach));
            }
            Message message = new Message(id, draft.text(), actor, reach.total());
            AuditEntry record = AuditEntry.ofSession(now, actor, AuditAction.MESSAGE_SENT, subject(message));
            return Attempt.after(
                    messages.send(before, before.with(note), message, record), new Sending.Sent(note, reach.total()));
        });
    }

    /** Has a message mailed to its writer alone, once in each language in which it was written. */
    public void proof(Session session, MessageText text, Person writer, Actor actor) {
        Instant now = clock.instant();
        for (Language language : text.languages()) {
            messages.ask(new MessageProof(session.id(), actor, writer, language, text, now, now));
        }
    }

    /**
     * Withdraws a message, so that nobody gets it who has not got it yet.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the stored session or its places cannot be read
     * @throws nl.samenkomst.domain.Retrier.RetriesExhausted if conflicts or store failures outlast the retries
     */
    public Withdrawal withdraw(SessionId session, MessageId id, Actor actor) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<Session> known = sessions.find(session).map(SessionSnapshot::session);
            if (known.isEmpty()) {
                return Attempt.settled(new Withdrawal.UnknownSession());
            }
            Optional<MessageNote> note = known.get().message(id);
            if (note.isEmpty()) {
                return Attempt.settled(new Withdrawal.UnknownMessage());
            }
            if (note.get().withdrawnAt().isPresent()) {
                return Attempt.settled(new Withdrawal.Withdrawn(note.get()));
            }
            Session after = known.get().withdrawing(id, now);
            String subject =
                    messages.find(session, id, now).map(SendMessage::subject).orElse("");
            AuditEntry record = AuditEntry.ofSession(now, actor, AuditAction.MESSAGE_WITHDRAWN, subject);
            return Attempt.after(
                    messages.withdraw(known.get(), after, record),
                    new Withdrawal.Withdrawn(after.message(id).orElseThrow()));
        });
    }

    private static String subject(Message message) {
        return message.text().in(message.text().main()).subject();
    }
}
