package nl.samenkomst.domain.access;

/**
 * Who somebody is at the organisation's OpenID provider: only issuer and subject together name a person, and never
 * somebody else later (OpenID Connect Core 1.0 §5.7). An address that the provider tells is no part of it.
 *
 * @param issuer the provider's URL, exactly as it writes it
 * @param subject the provider's own name for the person
 */
public record Identity(String issuer, String subject) {

    /** OpenID Connect Core 1.0 §2. */
    public static final int MAX_SUBJECT_LENGTH = 255;

    public Identity {
        if (issuer.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("an identity without issuer or subject");
        }
    }

    /** Omits the subject, to keep it out of logs. */
    @Override
    public String toString() {
        return "Identity[" + issuer + "]";
    }
}
