package nl.samenkomst.organiserpages;

import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.registration.Registration;

/**
 * Model of {@code eraseparticipant.jte}: asks whether to erase somebody.
 *
 * @param isUnticked whether the form was sent without the box that confirms it
 */
public record EraseParticipantPage(
        SessionSnapshot snapshot, Registration registration, boolean isUnticked, Viewer viewer)
        implements AboutParticipants {

    @Override
    public String template() {
        return "eraseparticipant";
    }

    @Override
    public String heading() {
        return say("erase.title", "name", registration.person().name());
    }

    @Override
    public boolean hasProblems() {
        return isUnticked;
    }
}
