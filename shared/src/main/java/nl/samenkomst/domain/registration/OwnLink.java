package nl.samenkomst.domain.registration;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person's own link says: which registration it is, and the secret that shows whose. */
public record OwnLink(RegistrationId registration, LinkSecret secret) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    /** Reads the last part of a link; nothing where it cannot be one. */
    public static Optional<OwnLink> parse(String token) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        return Optional.of(new OwnLink(
                RegistrationId.of(Arrays.copyOf(bytes, RegistrationId.BYTES)),
                LinkSecret.of(Arrays.copyOfRange(bytes, RegistrationId.BYTES, bytes.length))));
    }

    /** The last part of the link: 43 characters that need no escaping. */
    public String token() {
        byte[] both = Arrays.copyOf(registration.bytes(), RegistrationId.BYTES + LinkSecret.BYTES);
        System.arraycopy(secret.bytes(), 0, both, RegistrationId.BYTES, LinkSecret.BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }
}
