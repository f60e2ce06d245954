package nl.samenkomst.domain.registration;

import java.time.Duration;
import java.util.Set;

/**
 * Everything stored about a person, by purpose. The privacy page lists it, and a registration's item holds nothing
 * else. All of it expires at the session's date for that, and is deleted at most {@link #GONE_WITHIN} later.
 */
public enum PersonalData {
    NAME("name"),
    EMAIL("email SK"),
    ORGANISATION("organisation"),
    CHOICES("theme answers choseAt"),
    LANGUAGE("language"),
    STANDING("PK signUp signedUpAt state since number fromWaitingList holdsPlace "
            + "hadPlace late reason changes version sessionRevision expiresAt"),
    LETTERS("letters failures heldUntil alongside linkAskedAt due dueAt"),
    LINK("secret"),
    PRESENCE("present");

    /**
     * How long DynamoDB may take to delete expired items
     * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html); nobody sees them in the meantime.
     */
    public static final Duration GONE_WITHIN = Duration.ofDays(2);

    /** How far back the table can be restored (template.yaml, {@code PointInTimeRecoverySpecification}). */
    public static final Duration IN_BACKUPS = Duration.ofDays(35);

    private final String attributes;

    PersonalData(String attributes) {
        this.attributes = attributes;
    }

    /** Returns the names of the attributes that store it. */
    public Set<String> attributes() {
        return Set.of(attributes.split(" ", -1));
    }
}
