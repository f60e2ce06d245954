package nl.samenkomst.domain.mailbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import nl.samenkomst.domain.session.SessionId;

/**
 * Recognizes the own link by which a mailbox was refused, once its registration is erased: 128 bits of a SHA-256 hash,
 * which tells neither the session nor the person. It needs no key, since nobody can guess a link.
 */
public record RefusedLink(String value) {

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    public RefusedLink {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the hash of a link");
        }
    }

    /** Creates the hash of a link; {@code token} is its last path segment. */
    public static RefusedLink of(SessionId session, String token) {
        byte[] hash = sha256((session.value() + "\n" + token).getBytes(StandardCharsets.UTF_8));
        return new RefusedLink(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
