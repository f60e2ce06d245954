package nl.samenkomst.domain.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.session.SessionId;

/**
 * Identifies one person's registration for one session: 128 bits of a hash of the session and the normalised address. So
 * a person has one registration, however often the form is sent, and the id does not show the address.
 */
public record RegistrationId(String value) {

    static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    public RegistrationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a registration");
        }
    }

    /**
     * Returns the id that releases before 4 gave a person's registration: a SHA-256 hash without a key. Registrations of
     * those releases keep it; {@link DeskKey} gives new ones theirs.
     */
    public static RegistrationId withoutKey(SessionId session, EmailAddress address) {
        byte[] natural = (session.value() + "\n" + address.normalised()).getBytes(StandardCharsets.UTF_8);
        return of(Arrays.copyOf(sha256(natural), BYTES));
    }

    public static Optional<RegistrationId> parse(String written) {
        return FORM.matcher(written).matches() ? Optional.of(new RegistrationId(written)) : Optional.empty();
    }

    static RegistrationId of(byte[] bytes) {
        return new RegistrationId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
