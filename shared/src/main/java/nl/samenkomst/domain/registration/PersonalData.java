package nl.samenkomst.domain.registration;

import java.time.Duration;
import java.util.Set;

/**
 * Everything that is kept about a person, by what it is for. The privacy page tells it, and the table holds nothing of a
 * registration that is not here. All of it goes at the session's date for that, {@link #GONE_WITHIN} later at most.
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
     * How long DynamoDB may take to delete what is past its date
     * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html); nobody sees it in the meantime.
     */
    public static final Duration GONE_WITHIN = Duration.ofDays(2);

    /** How far back the table can be restored (template.yaml, {@code PointInTimeRecoverySpecification}). */
    public static final Duration IN_BACKUPS = Duration.ofDays(35);

    private final String attributes;

    PersonalData(String attributes) {
        this.attributes = attributes;
    }

    /** Under which names it is kept. */
    public Set<String> attributes() {
        return Set.of(attributes.split(" ", -1));
    }
}
