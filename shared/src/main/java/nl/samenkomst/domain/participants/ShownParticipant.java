package nl.samenkomst.domain.participants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.registration.Registration;

/**
 * Everything that an organiser sees of one participant.
 *
 * @param position in the queue, 1 being next; empty unless waitlisted
 * @param next the letter that is owed next; empty if none is as things stand
 * @param history what organisers did about this registration, oldest first
 * @param names the colleagues among the actors of the history
 */
public record ShownParticipant(
        Registration registration,
        OptionalInt position,
        Optional<OwedLetter> next,
        List<AuditEntry> history,
        Map<Actor, String> names) {

    public ShownParticipant {
        history = List.copyOf(history);
        names = Map.copyOf(names);
    }
}
