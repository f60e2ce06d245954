package nl.samenkomst.domain.signin;

import java.time.Instant;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;

/**
 * What the desk keeps of a letter to sign in with.
 *
 * @param link the hash of its link
 * @param code the hash of its code
 */
public record MintedLetter(OrganiserId organiser, Instant at, TokenHash link, CodeHash code) {

    /** Returns whether its link and code may be used at {@code now}. */
    boolean isLive(Instant now) {
        return now.isBefore(at.plus(PendingSignIn.VALIDITY));
    }
}
