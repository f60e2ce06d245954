package nl.samenkomst.domain.writing;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.message.MessageText;

/**
 * A message that an organiser is about to send.
 *
 * @param from when it leaves; empty for at once
 */
public record MessageDraft(MessageText text, MessageAudience to, Optional<Instant> from, boolean latecomers) {

    /** Returns what the session remembers of it once it was sent. */
    public MessageNote note(MessageId id, Instant now) {
        return MessageNote.written(id, to, now, from, latecomers);
    }
}
