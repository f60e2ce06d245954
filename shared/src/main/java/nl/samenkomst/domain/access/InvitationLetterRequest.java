package nl.samenkomst.domain.access;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Language;

/**
 * The input of the letter to a new colleague.
 *
 * @param by the administrator who invites; empty if they are no colleague any more
 * @param now when it is sent
 */
public record InvitationLetterRequest(
        Organiser colleague, Optional<Organiser> by, boolean connects, Language language, Instant now) {}
