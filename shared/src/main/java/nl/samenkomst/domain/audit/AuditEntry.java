package nl.samenkomst.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An audit record of one change by an organiser, written in the same transaction as the change and kept as long as the
 * session's registrations. The actor is the only person it names.
 *
 * @param what the word of an {@link AuditAction}, or an unknown one written by another release
 * @param registration the id of the changed registration, or {@link #ERASED}; empty if the session itself was changed
 * @param reason in the organiser's words, or {@link #ERASED}; may be empty
 * @param values what a change of the session changed, what a correction was about, or what a decision can be taken back
 *     to; an empty list for any other action
 */
public record AuditEntry(
        Instant at, Actor actor, String what, Optional<String> registration, String reason, List<ChangedValue> values) {

    /** Takes the place of the id and of a given reason once the registration is erased; no id looks like this. */
    public static final String ERASED = "erased";

    public AuditEntry {
        values = List.copyOf(values);
    }

    public AuditEntry(Instant at, Actor actor, AuditAction what, Optional<String> registration, String reason) {
        this(at, actor, what.word(), registration, reason, List.of());
    }

    /** Returns this record with the values that the action changed. */
    public AuditEntry with(List<ChangedValue> changed) {
        return new AuditEntry(at, actor, what, registration, reason, changed);
    }

    /** Returns this record without anything about the person: when, who did it and what it was remain. */
    public AuditEntry erased() {
        return new AuditEntry(at, actor, what, Optional.of(ERASED), reason.isEmpty() ? "" : ERASED, List.of());
    }

    /** Returns whether this is about the registration with this id. */
    public boolean isAbout(String id) {
        return registration.equals(Optional.of(id));
    }

    /** Returns the record of a change to the session itself. */
    public static AuditEntry ofSession(Instant at, Actor actor, AuditAction what, String reason) {
        return new AuditEntry(at, actor, what, Optional.empty(), reason);
    }
}
