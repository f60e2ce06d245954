package nl.samenkomst.domain.audit;

import java.util.Locale;

/** What an organiser did. */
public enum AuditAction {
    SESSION_PUBLISHED,
    SESSION_CHANGED,
    SESSION_CANCELLED,
    ACCEPTED,
    DECLINED,
    /** Somebody was registered by hand. */
    ADDED,
    CANCELLED,
    INVITED,
    /** An invitation was withdrawn. */
    REVOKED,
    MOVED_UP,
    MARKED_PRESENT,
    MARKED_ABSENT,
    /** Neither present nor absent any more. */
    MARK_REMOVED;

    /** As the API and the table have it: {@code session-published}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
