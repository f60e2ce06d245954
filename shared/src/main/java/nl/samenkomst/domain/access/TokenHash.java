package nl.samenkomst.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** The SHA-256 hash of a random token, which is all that the table keeps of it. */
public record TokenHash(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public TokenHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the hash of a token");
        }
    }

    /** Returns the hash; the token must have at least 128 random bits, since the hash is a fast one. */
    public static TokenHash of(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
