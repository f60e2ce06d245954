package nl.samenkomst.domain.signin;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.factor.TotpSecret;

/**
 * That a browser's user reads the mailbox of an organiser.
 *
 * @param enrolment the secret that their authenticator app must take; empty if they have enrolled one
 * @param factorTries how many wrong second factors may still be given
 * @param begun empty as long as nobody is signed in
 */
public record MailboxProof(
        OrganiserId organiser, Instant at, Optional<TotpSecret> enrolment, int factorTries, Optional<Begun> begun) {

    /** The browser session that began; one more begins instead of it if the button was pressed twice. */
    public record Begun(Instant at, TokenHash token) {}
}
