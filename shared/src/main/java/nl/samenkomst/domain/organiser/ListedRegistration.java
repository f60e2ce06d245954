package nl.samenkomst.domain.organiser;

import java.util.OptionalInt;
import java.util.function.Function;
import nl.samenkomst.domain.registration.Registration;

/**
 * A registration on the organiser's list.
 *
 * @param position the position in the queue, 1 being next; empty if the person does not wait
 */
public record ListedRegistration(Registration registration, OptionalInt position) {

    ListedRegistration at(Function<Registration, OptionalInt> positions) {
        return new ListedRegistration(registration, positions.apply(registration));
    }
}
