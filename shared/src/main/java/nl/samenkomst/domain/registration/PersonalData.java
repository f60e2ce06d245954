package nl.samenkomst.domain.registration;

import java.time.Duration;

/**
 * Everything stored about a person, by purpose. The privacy page lists it, and nothing else is stored with a
 * registration. What people answer afterwards without their name is stored apart, as nobody's. All of it expires at the session's date for that, and is deleted at most {@link #MAX_DELETION_DELAY}
 * later.
 */
public enum PersonalData {
    NAME,
    EMAIL,
    ORGANISATION,
    CHOICES,
    LANGUAGE,
    STANDING,
    LETTERS,
    LINK,
    PROOF,
    DELIVERY,
    PRESENCE,
    /** That the person answered what was asked afterwards, and what they wrote under their own name. */
    EVALUATION;

    /** The longest time until the store deletes an expired item; nobody sees it in the meantime. */
    public static final Duration MAX_DELETION_DELAY = Duration.ofDays(2);

    /** The time for which backups are kept: the store can be restored to any moment within it. */
    public static final Duration BACKUP_RETENTION = Duration.ofDays(35);

    /** The time for which an erasure is remembered, by id alone, so that no restored backup undoes it. */
    public static final Duration ERASURE_MEMORY = BACKUP_RETENTION.plusDays(1);
}
