package nl.samenkomst.domain.registration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The 128 bits that make a link to a registration unguessable: random for an own link. */
public record LinkSecret(String value) {

    static final int BYTES = 16;
    private static final String HMAC = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    public LinkSecret {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a link's secret");
        }
    }

    /** Generates a secret; {@code random} must be cryptographically secure where real people sign up. */
    public static LinkSecret generate(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return of(bytes);
    }

    /**
     * Returns the secret of the link in calendar entries: the first 128 bits of the HMAC-SHA-256 (RFC 2104) of the word
     * {@code calendar} under this one. So it ends with this one, and does not tell it.
     */
    public LinkSecret forCalendar() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes(), HMAC));
            return of(Arrays.copyOf(mac.doFinal("calendar".getBytes(StandardCharsets.US_ASCII)), BYTES));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static LinkSecret of(byte[] bytes) {
        return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(value);
    }

    /** Returns whether the secrets are equal, in constant time. */
    public boolean matches(LinkSecret other) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Omits the secret, to keep it out of logs. */
    @Override
    public String toString() {
        return "LinkSecret[…]";
    }
}
