package nl.samenkomst.domain.capacity;

import java.util.Optional;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.RegistrationId;

/**
 * An entry of the queue.
 *
 * @param wish the theme waited for; any will do where empty
 */
public record QueueEntry(long number, RegistrationId registration, Optional<ThemeId> wish) {}
