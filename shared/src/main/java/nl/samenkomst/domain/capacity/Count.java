package nl.samenkomst.domain.capacity;

import java.util.Locale;

/** What is counted of a session's registrations, beside what is counted per theme. */
public enum Count {
    /** Places that are held, for good or during review. */
    TAKEN,
    /** Those among them that are held by somebody under review. */
    HELD,
    WAITING,
    REVIEWING,
    DECLINED,
    CANCELLED,
    INVITED,
    NOT_COMING,
    REVOKED;

    /** As it stands in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
