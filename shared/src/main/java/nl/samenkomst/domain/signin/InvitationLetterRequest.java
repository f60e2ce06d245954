package nl.samenkomst.domain.signin;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.Organiser;

/**
 * The input of the letter to a new colleague.
 *
 * @param by the administrator who invites; empty if they are no colleague any more
 * @param now when it is sent
 */
public record InvitationLetterRequest(Organiser colleague, Optional<Organiser> by, Language language, Instant now) {}
