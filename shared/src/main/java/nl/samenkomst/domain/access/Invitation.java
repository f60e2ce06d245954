package nl.samenkomst.domain.access;

import java.time.Duration;
import java.time.Instant;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.OrganiserId;

/**
 * A letter that is owed to a new colleague, with the address of the sign-in page. It is not a way in by itself.
 *
 * @param by the administrator who invites
 * @param language the page's in which the administrator did so
 */
public record Invitation(OrganiserId colleague, OrganiserId by, Language language, Instant at) {

    /** How long the letter is owed if the mail service does not take it. */
    public static final Duration MEMORY = Duration.ofDays(1);
}
