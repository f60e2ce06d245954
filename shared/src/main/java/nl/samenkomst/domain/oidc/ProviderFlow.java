package nl.samenkomst.domain.oidc;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One way of a browser to the provider and back, kept nowhere but in a cookie of that browser, so that a GET can begin it.
 * State, nonce and code verifier are keyed hashes of all of it: who sees one of them, in an address or at the provider,
 * learns neither another one nor the cookie, and none of them fits a cookie that was changed.
 *
 * @param secret 256 random bits, the key of those hashes
 * @param startedAt in whole milliseconds
 * @param isStepUp whether somebody who is signed in proves once more who they are
 * @param stays whether the session may be idle for longer
 * @param next the page to go to afterwards; empty for the overview
 */
public record ProviderFlow(String secret, Instant startedAt, boolean isStepUp, boolean stays, Optional<String> next) {

    public static final Duration VALIDITY = Duration.ofMinutes(10);

    /** A longer address is forgotten, since browsers drop cookies of more than 4,096 bytes (RFC 6265 §6.1). */
    private static final int MAX_NEXT = 1_500;

    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{43})\\.([0-9]{1,15})\\.([01])([01])\\.([A-Za-z0-9_-]{0,2000})");

    /** Begins a flow; {@code random} must be cryptographically secure. */
    public static ProviderFlow begin(
            RandomGenerator random, Instant now, boolean isStepUp, boolean stays, Optional<String> next) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ProviderFlow(
                encoded(bytes), now, isStepUp, stays, next.filter(address -> address.length() <= MAX_NEXT));
    }

    /** Parses a cookie's value; empty if it is not a flow. */
    public static Optional<ProviderFlow> parse(String cookie) {
        Matcher flow = FORM.matcher(cookie);
        if (!flow.matches()) {
            return Optional.empty();
        }
        return decoded(flow.group(5))
                .map(next -> new ProviderFlow(
                        flow.group(1),
                        Instant.ofEpochMilli(Long.parseLong(flow.group(2))),
                        flow.group(3).equals("1"),
                        flow.group(4).equals("1"),
                        next.isEmpty() ? Optional.empty() : Optional.of(next)));
    }

    /** Returns the cookie's value. */
    public String written() {
        return secret + "." + content();
    }

    private String content() {
        return startedAt.toEpochMilli() + "." + (isStepUp ? 1 : 0) + (stays ? 1 : 0) + "."
                + encoded(next.orElse("").getBytes(StandardCharsets.UTF_8));
    }

    public boolean isLive(Instant now) {
        return !now.isBefore(startedAt) && now.isBefore(startedAt.plus(VALIDITY));
    }

    /** Returns the value that the provider sends back, so that no other browser can finish this flow. */
    public String state() {
        return derived("state");
    }

    /** Returns the value that the provider signs, so that no token of another flow passes for one of this. */
    public String nonce() {
        return derived("nonce");
    }

    /** Returns the secret that goes with the code (RFC 7636 §4.1), so that a stolen code is of no use. */
    public String verifier() {
        return derived("verifier");
    }

    /** Returns the verifier's hash, by the method {@code S256} (RFC 7636 §4.2). */
    public String challenge() {
        try {
            return encoded(
                    MessageDigest.getInstance("SHA-256").digest(verifier().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Returns whether this is the state of this flow, in a time that tells nothing of it. */
    public boolean isOf(String sent) {
        return MessageDigest.isEqual(state().getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private String derived(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            return encoded(mac.doFinal((purpose + "." + content()).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<String> decoded(String written) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Omits the secret, to keep it out of logs. */
    @Override
    public String toString() {
        return "ProviderFlow[…]";
    }
}
