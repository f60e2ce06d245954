package nl.samenkomst.domain.capacity;

import java.util.Optional;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.RegistrationId;

/**
 * An entry of the queue.
 *
 * @param number the lowest is next; unique within the session
 * @param wish the wanted theme; empty for any
 */
public record QueueEntry(long number, RegistrationId registration, Optional<ThemeId> wish) {}
