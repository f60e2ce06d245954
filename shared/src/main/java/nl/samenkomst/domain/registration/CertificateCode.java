package nl.samenkomst.domain.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenkomst.domain.session.SessionId;

/**
 * The code on a certificate of attendance, by which anybody who has the paper can see that it is genuine: the id of the
 * registration, and 128 bits that only the desk can make. It needs no storage, tells nothing of the own link, and stays
 * the same when that is renewed.
 *
 * @param seal the bits, in 22 characters
 */
public record CertificateCode(RegistrationId registration, String seal) {

    private static final int HALF = 22;
    private static final Pattern SEAL = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    public CertificateCode {
        if (!SEAL.matcher(seal).matches()) {
            throw new IllegalArgumentException("not the seal of a certificate");
        }
    }

    /** Returns the code of a registration's certificate. */
    static CertificateCode of(DeskKey key, SessionId session, RegistrationId registration) {
        return new CertificateCode(
                registration, key.keyedHash("certificate", session.value() + "\n" + registration.value()));
    }

    /** Returns the code of this registration's certificate. */
    public static CertificateCode of(DeskKey key, Registration registration) {
        return of(key, registration.session(), registration.id());
    }

    /** Parses the last path segment of a certificate's address; empty if it cannot be one. */
    public static Optional<CertificateCode> parse(String written) {
        return written.length() == 2 * HALF
                        && SEAL.matcher(written.substring(HALF)).matches()
                ? RegistrationId.parse(written.substring(0, HALF))
                        .map(registration -> new CertificateCode(registration, written.substring(HALF)))
                : Optional.empty();
    }

    /** Returns whether the desk with this key made the code for this session; compares in constant time. */
    public boolean isGenuine(DeskKey key, SessionId session) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.US_ASCII),
                of(key, session, registration).seal.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns the last path segment of the certificate's address: 44 characters that need no escaping. */
    public String written() {
        return registration.value() + seal;
    }

    /** Omits the code, to keep it out of logs. */
    @Override
    public String toString() {
        return "CertificateCode[…]";
    }
}
