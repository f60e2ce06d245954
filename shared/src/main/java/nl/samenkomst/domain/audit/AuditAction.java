package nl.samenkomst.domain.audit;

import java.util.Locale;

/** An organiser's action, as recorded in the audit trail. */
public enum AuditAction {
    SESSION_PUBLISHED,
    SESSION_CHANGED,
    SESSION_CANCELLED,
    /** A cancelled session goes on after all. */
    SESSION_REINSTATED,
    /** A published session, for which nobody had registered, is a draft again. */
    SESSION_TAKEN_BACK,
    /** A planned letter is skipped for everybody who has not had it. */
    LETTER_SKIPPED,
    /** A skipped letter leaves at its moment after all. */
    LETTER_RESUMED,
    ACCEPTED,
    DECLINED,
    /** The organiser registered somebody by hand. */
    ADDED,
    /** Somebody without a place came, and was registered at the door as present. */
    ADDED_AT_DOOR,
    CANCELLED,
    /** The organiser cancelled everybody whose address nobody had confirmed, and this one with them. */
    UNCONFIRMED_CANCELLED,
    /** Nobody confirmed the address in time, so that the desk cancelled the registration. */
    LAPSED,
    /** The person cancelled after the deadline. */
    CANCELLED_LATE,
    INVITED,
    /** The organiser withdrew an invitation. */
    REVOKED,
    MOVED_UP,
    /** The organiser had somebody's own link mailed again. */
    OWN_LINK_SENT,
    /** The organiser ended somebody's own link, and had a fresh one mailed. */
    OWN_LINK_RENEWED,
    MARKED_PRESENT,
    MARKED_ABSENT,
    /** The mark of presence or absence was removed. */
    MARK_REMOVED,
    /** The organiser took the list of registrations away, in the format that the reason names. */
    EXPORTED,
    /** The organiser corrected a name, an address, an organisation, a theme or answers. */
    CORRECTED,
    /** The organiser took a decision back before its letter left. */
    DECISION_WITHDRAWN,
    /** The organiser erased a registration because its person asked for it. */
    ERASED_ON_REQUEST,
    /** The organiser wrote a message to people of the session; the reason is its subject. */
    MESSAGE_SENT,
    /** The organiser withdrew a message, so that nobody gets it any more; the reason is its subject. */
    MESSAGE_WITHDRAWN,
    /** The organiser read the list of participants; recorded at most once an hour. */
    LIST_READ;

    /** Returns the word used in the API and the table, such as {@code session-published}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
