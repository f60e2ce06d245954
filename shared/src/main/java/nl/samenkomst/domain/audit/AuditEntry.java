package nl.samenkomst.domain.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One change that an organiser made: written down in the same step as the change itself, and kept as long as the
 * session's registrations. It names nobody but who made it.
 *
 * @param what the word of an {@link AuditAction}, or one that another release wrote
 * @param registration the id of the registration that was changed; empty where the session was
 * @param reason in the organiser's words; may be empty
 */
public record AuditEntry(Instant at, Actor who, String what, Optional<String> registration, String reason) {

    public AuditEntry(Instant at, Actor who, AuditAction what, Optional<String> registration, String reason) {
        this(at, who, what.word(), registration, reason);
    }

    /** A change of the session itself. */
    public static AuditEntry ofSession(Instant at, Actor who, AuditAction what, String reason) {
        return new AuditEntry(at, who, what, Optional.empty(), reason);
    }
}
