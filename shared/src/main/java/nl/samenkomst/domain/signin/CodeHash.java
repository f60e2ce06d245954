package nl.samenkomst.domain.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The slow hash of a {@link MailCode}, which has too few bits for a fast one: PBKDF2 (RFC 8018 §5.2). */
public record CodeHash(String value) {

    /**
     * 21 ms of processor time with the flags that functions run with. What protects the code first is that it is good for ten
     * minutes and five tries.
     */
    static final int ITERATIONS = 10_000;

    private static final int BITS = 256;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public CodeHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the hash of a code");
        }
    }

    /** Computes the hash of a code with the salt of its browser. */
    public static CodeHash of(MailCode code, String salt) {
        PBEKeySpec key =
                new PBEKeySpec(code.value().toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ITERATIONS, BITS);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
            return new CodeHash(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } finally {
            key.clearPassword();
        }
    }

    /** Returns whether the hashes are equal, in constant time. */
    boolean matches(CodeHash other) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
    }
}
