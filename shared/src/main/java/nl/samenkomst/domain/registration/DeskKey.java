package nl.samenkomst.domain.registration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.session.SessionId;

/**
 * The 256-bit key that a desk makes once. Ids that belong to an address are hashes of it under this key (HMAC-SHA-256,
 * RFC 2104), so that nobody without the key can tell from an id whose it is, not even with a list of addresses.
 */
public record DeskKey(String value) {

    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    public DeskKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the key of a desk");
        }
    }

    /** Generates a key; {@code random} must be cryptographically secure where real people sign up. */
    public static DeskKey generate(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new DeskKey(text(bytes));
    }

    /** Returns the id of the registration of the person with this address for this session. */
    public RegistrationId registrationId(SessionId session, EmailAddress address) {
        return RegistrationId.of(hash("registration", session.value() + "\n" + address.normalised()));
    }

    /** Returns the id of the mailbox that letters to this address arrive in. */
    public MailboxId mailboxId(EmailAddress address) {
        return new MailboxId(text(hash("mailbox", address.mailbox())));
    }

    /** Returns 128 bits, in 22 characters, by which this text is known for this purpose only. */
    public String keyedHash(String purpose, String text) {
        return text(hash(purpose, text));
    }

    /** Returns the first 128 bits of the hash; the same text has another hash for another purpose. */
    private byte[] hash(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(value), ALGORITHM));
            return Arrays.copyOf(
                    mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8)), RegistrationId.BYTES);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Omits the key, to keep it out of logs. */
    @Override
    public String toString() {
        return "DeskKey[…]";
    }
}
