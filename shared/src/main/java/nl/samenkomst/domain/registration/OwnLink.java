package nl.samenkomst.domain.registration;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The content of a link to a registration: its id, and a secret, which proves whose it is or only that the link comes from
 * their calendar ({@link LinkKind}).
 */
public record OwnLink(RegistrationId registration, LinkSecret secret) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    /** Parses the last path segment of a link; empty if it cannot be one. */
    public static Optional<OwnLink> parse(String token) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        return Optional.of(new OwnLink(
                RegistrationId.of(Arrays.copyOf(bytes, RegistrationId.BYTES)),
                LinkSecret.of(Arrays.copyOfRange(bytes, RegistrationId.BYTES, bytes.length))));
    }

    /** Returns the last path segment of the link: 43 characters that need no escaping. */
    public String token() {
        byte[] both = Arrays.copyOf(registration.bytes(), RegistrationId.BYTES + LinkSecret.BYTES);
        System.arraycopy(secret.bytes(), 0, both, RegistrationId.BYTES, LinkSecret.BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }
}
