package nl.samenkomst.domain.own;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.registration.CertificateCode;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;

/**
 * The certificate of somebody who was at a session.
 *
 * @param code by which it can be verified; empty if the desk has no key yet, so that it cannot
 */
public record Certificate(Session session, Registration registration, Optional<CertificateCode> code) {

    /**
     * Returns whether the person gets a certificate: they had a place, the organiser marked them present, and the session
     * has ended.
     */
    public static boolean isDue(Session session, Registration registration, Instant now) {
        return registration.state() instanceof RegistrationState.Confirmed
                && registration.present().orElse(false)
                && !session.isCancelled()
                && session.document().when().hasEndedBy(now);
    }
}
