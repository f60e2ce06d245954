package nl.samenkomst.domain.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.capacity.Message;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** Lists what organisers wrote to the people of a session, and what became of it. */
public final class ShowMessages {

    private final Registrations registrations;
    private final Messages messages;
    private final Clock clock;

    public ShowMessages(Registrations registrations, Messages messages, Clock clock) {
        this.registrations = registrations;
        this.messages = messages;
        this.clock = clock;
    }

    /** Returns the session's messages, the last first; reads nothing if there are none. */
    public List<ShownMessage> of(Session session) {
        if (session.messages().isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<List<Message>> written = reads.start(() -> messages.all(session.id(), now));
            List<Registration> people = new ArrayList<>();
            registrations.all(session.id(), now).forEach(people::add);
            Map<MessageId, Message> byId =
                    written.get().stream().collect(Collectors.toMap(Message::id, Function.identity()));
            return session.messages().reversed().stream()
                    .map(note -> ShownMessage.of(note, Optional.ofNullable(byId.get(note.id())), session, people, now))
                    .toList();
        }
    }
}
