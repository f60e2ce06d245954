package nl.samenkomst.organiserpages;

import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;

/** Model of {@code participantgone.jte}: there is no such participant, or not any more. */
public record ParticipantGonePage(SessionSnapshot snapshot, Viewer viewer) implements AboutParticipants {

    @Override
    public String template() {
        return "participantgone";
    }

    @Override
    public String heading() {
        return say("gone");
    }

    @Override
    public Optional<String> done() {
        return Optional.empty();
    }
}
