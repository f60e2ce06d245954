package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.CertificateCode;
import nl.samenkomst.domain.registration.ExistingDeskKey;
import nl.samenkomst.domain.session.SessionId;

/**
 * Shows certificates of attendance: to the person who was there, and to anybody who has the code of one. Changes and
 * stores nothing; a certificate ends with its registration, and with the mark that the person was there.
 */
public final class ShowCertificate {

    private final Registrations registrations;
    private final ExistingDeskKey deskKey;
    private final Clock clock;

    public ShowCertificate(Registrations registrations, ExistingDeskKey deskKey, Clock clock) {
        this.registrations = registrations;
        this.deskKey = deskKey;
        this.clock = clock;
    }

    /** Returns the certificate of the person with this registration; empty if they get none, or not yet. */
    public Optional<Certificate> of(OwnRegistration own) {
        return own.mayHaveCertificate()
                ? Optional.of(new Certificate(
                        own.session(),
                        own.registration(),
                        deskKey.find().map(key -> CertificateCode.of(key, own.registration()))))
                : Optional.empty();
    }

    /** Returns the certificate with this code; empty if there is none, or not any more. */
    public Optional<Certificate> verify(SessionId session, CertificateCode code) {
        Instant now = clock.instant();
        boolean isGenuine =
                deskKey.find().filter(key -> code.isGenuine(key, session)).isPresent();
        return isGenuine
                ? registrations
                        .find(session, code.registration(), now)
                        .flatMap(seen -> seen.registration()
                                .filter(registration -> Certificate.isDue(seen.session(), registration, now))
                                .map(registration -> new Certificate(seen.session(), registration, Optional.of(code))))
                : Optional.empty();
    }
}
