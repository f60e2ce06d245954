package nl.samenkomst.domain.registration;

import java.util.Optional;
import nl.samenkomst.domain.session.ThemeId;

/**
 * An entry of the queue.
 *
 * @param wish the theme waited for; any will do where empty
 */
public record QueueEntry(long number, RegistrationId registration, Optional<ThemeId> wish) {}
