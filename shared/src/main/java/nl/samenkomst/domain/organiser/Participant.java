package nl.samenkomst.domain.organiser;

import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;

/**
 * A person who has a place, waits for one or cancelled late, as the list at the door shows them: without answers and
 * letters, so that thousands fit in memory.
 *
 * @param version of the registration; another version may be elsewhere on the list
 * @param proof whether the address was shown to be the person's
 * @param mailProblem what keeps letters from arriving; empty as long as nothing is known to
 * @param position in the queue, 1 being next; empty unless waitlisted
 */
public record Participant(
        RegistrationId id,
        Version version,
        Person person,
        RegistrationState state,
        Optional<Boolean> present,
        AddressProof proof,
        Optional<MailProblem> mailProblem,
        OptionalInt position) {

    static Participant of(Registration registration) {
        return new Participant(
                registration.id(),
                registration.version(),
                registration.person(),
                registration.state(),
                registration.present(),
                registration.proof(),
                registration.mailProblem(),
                OptionalInt.empty());
    }

    Participant withPosition(OptionalInt place) {
        return new Participant(id, version, person, state, present, proof, mailProblem, place);
    }
}
