package nl.samenkomst.domain.organiser;

import java.util.OptionalInt;
import nl.samenkomst.domain.registration.Registration;

/**
 * A registration on the organiser's list.
 *
 * @param position the place in the queue, 1 being next; empty for who does not wait
 */
public record ListedRegistration(Registration registration, OptionalInt position) {}
