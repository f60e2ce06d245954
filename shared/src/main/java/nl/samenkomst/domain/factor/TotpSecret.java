package nl.samenkomst.domain.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that the desk shares with an authenticator app: 160 bits, as RFC 4226 §4 recommends. Its codes are those of
 * RFC 6238 that every such app can make: HMAC-SHA-1, six digits, a new one every 30 seconds.
 *
 * @param value in Base32, as apps take it
 */
public record TotpSecret(String value) {

    public static final Duration STEP = Duration.ofSeconds(30);

    static final int DIGITS = 6;
    static final int BYTES = 20;

    /** How many steps before and after this one are accepted, for phones whose clock is a little off. */
    private static final int MARGIN = 1;

    private static final String ALGORITHM = "HmacSHA1";
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{32}");

    public TotpSecret {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the secret of an authenticator app");
        }
    }

    /** Generates a secret; {@code random} must be cryptographically secure. */
    public static TotpSecret generate(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(Base32.encode(bytes));
    }

    /** Returns the secret in groups of four, to type into an app that cannot scan. */
    public String inGroups() {
        return Base32.inGroups(value, 4);
    }

    /** Returns the step in which a moment is: the number of steps since 1970. */
    public static long stepOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
    }

    /** Returns the code of a step. */
    public String code(long step) {
        return code(Base32.decode(value), step, DIGITS);
    }

    /** Returns the latest step near {@code now} that has this code; empty if none has. */
    OptionalLong stepOf(String code, Instant now) {
        OptionalLong found = OptionalLong.empty();
        for (long step = stepOf(now) - MARGIN; step <= stepOf(now) + MARGIN; step++) {
            if (isEqual(code(step), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** Returns the code of a key for a step (RFC 4226 §5.3, RFC 6238 §4). */
    static String code(byte[] key, long step, int digits) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFFFFFF;
            String all = String.valueOf(number);
            String padded = "0".repeat(Math.max(0, digits - all.length())) + all;
            return padded.substring(padded.length() - digits);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Omits the secret, to keep it out of logs. */
    @Override
    public String toString() {
        return "TotpSecret[…]";
    }
}
