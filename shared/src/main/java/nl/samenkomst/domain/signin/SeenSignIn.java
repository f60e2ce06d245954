package nl.samenkomst.domain.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one read finds for a browser that asked for a letter.
 *
 * @param pending empty if it did not, or too long ago
 * @param mailFailedAt when the mail service last refused to take letters; empty once it took one
 */
public record SeenSignIn(Optional<PendingSignIn> pending, Optional<Instant> mailFailedAt) {

    /** How long a failure of the mail service is told. */
    public static final Duration MAIL_FAILURE_MEMORY = Duration.ofMinutes(10);

    /**
     * Returns whether the mail service did not take letters lately. It is told to everybody, since telling only those
     * whose letter was owed would reveal whose address is known.
     */
    public boolean isMailFailing(Instant now) {
        return mailFailedAt
                .filter(at -> now.isBefore(at.plus(MAIL_FAILURE_MEMORY)))
                .isPresent();
    }
}
