package nl.samenkomst.local.tests.store;

import static nl.samenkomst.domain.document.SampleDocuments.document;
import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static nl.samenkomst.local.tests.store.StoreFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Message;
import nl.samenkomst.domain.capacity.MessageProof;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

/** A message is written with its session or not at all, and kept as long as the session's registrations. */
interface MessagesContract {

    MessageText WORDS = new MessageText(
            Language.NL,
            Map.of(
                    Language.NL,
                    new MessageWords("Neem mee", "Dag {naam},\n\n😀"),
                    Language.EN,
                    new MessageWords("x", "y")));
    MessageId FIRST = MessageId.of(NOW, "local");

    StoreFixture store();

    @Test
    default void keepsAMessageWholeAndQueuesItsSession() {
        store().publish();
        MessageAudience some =
                new MessageAudience(List.of(MessageGroup.WAITLISTED), List.of(new ThemeId("zorg")), Optional.of(false));
        MessageNote note = MessageNote.written(FIRST, some, NOW, Optional.empty(), true);
        assertThat(send(store().session(), note)).isEqualTo(WriteResult.committed());

        assertThat(store().session().messages()).containsExactly(note);
        assertThat(store().messages.find(ID, FIRST, NOW)).contains(message(FIRST));
        assertThat(store().messages.all(ID, NOW)).containsExactly(message(FIRST));
        assertThat(store().workQueue.dueBy(Lane.CONFIRMED, NOW)).contains(new WorkItem.ChangedSession(ID, NOW));
        assertThat(store().messages.find(ID, MessageId.of(NOW, "other"), NOW)).isEmpty();
    }

    @Test
    default void writesNoMessageWithoutItsSession() {
        store().publish();
        Session before = store().session();
        store().sessions
                .change(before, before.changed(document("title", "Een"), NOW), record(AuditAction.SESSION_CHANGED));

        assertThat(send(before, everybody())).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().messages.all(ID, NOW)).isEmpty();
        assertThat(store().session().messages()).isEmpty();
    }

    @Test
    default void aChangeOfTheSessionKeepsItsMessages() {
        store().publish();
        send(store().session(), everybody());
        Session before = store().session();
        store().sessions
                .change(before, before.changed(document("title", "Een"), NOW), record(AuditAction.SESSION_CHANGED));

        assertThat(store().session().messages()).containsExactly(everybody());
    }

    @Test
    default void remembersThatAMessageWasWithdrawn() {
        store().publish();
        send(store().session(), everybody());
        Session before = store().session();

        assertThat(store().messages
                        .withdraw(before, before.withdrawing(FIRST, NOW), record(AuditAction.MESSAGE_WITHDRAWN)))
                .isEqualTo(WriteResult.committed());
        assertThat(store().session().message(FIRST).orElseThrow().withdrawnAt()).contains(NOW);
    }

    @Test
    default void keepsMessagesAsLongAsRegistrations() {
        store().publish("retention", "P1D");
        send(store().session(), everybody());
        Instant forgotten = store().session().document().forgetAt();
        assertThat(store().messages.find(ID, FIRST, forgotten)).isEmpty();
        Session before = store().session();
        store().sessions
                .change(
                        before,
                        before.changed(document("retention", "P60D"), NOW),
                        record(AuditAction.SESSION_CHANGED));

        assertThat(store().messages.keepAsLongAs(store().session())).isEqualTo(WriteResult.committed());
        assertThat(store().messages.find(ID, FIRST, forgotten)).isPresent();
    }

    @Test
    default void aProofIsSentByOneRunAndForgotten() {
        store().publish();
        MessageProof proof = new MessageProof(
                ID,
                Actor.LOCAL,
                new Person("Noor", new EmailAddress("noor@example.org"), Optional.empty()),
                Language.EN,
                WORDS,
                NOW,
                NOW);
        store().messages.ask(proof);
        store().messages.ask(proof);

        assertThat(store().workQueue.dueBy(Lane.CONFIRMED, NOW)).contains(new WorkItem.Proof(ID, proof.key(), NOW));
        assertThat(store().messages.proof(ID, proof.key())).contains(proof);
        MessageProof held = proof.postponed(NOW.plus(Duration.ofMinutes(5)));
        assertThat(store().messages.change(proof, held)).isEqualTo(WriteResult.committed());
        assertThat(store().messages.change(proof, held)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().messages.complete(proof)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().messages.complete(held)).isEqualTo(WriteResult.committed());
        assertThat(store().messages.proof(ID, proof.key())).isEmpty();
    }

    private static MessageNote everybody() {
        return MessageNote.written(FIRST, MessageAudience.EVERYBODY, NOW, Optional.empty(), false);
    }

    private static Message message(MessageId id) {
        return new Message(id, WORDS, Actor.LOCAL, 3);
    }

    private WriteResult send(Session before, MessageNote note) {
        return store().messages.send(before, before.with(note), message(note.id()), record(AuditAction.MESSAGE_SENT));
    }
}
