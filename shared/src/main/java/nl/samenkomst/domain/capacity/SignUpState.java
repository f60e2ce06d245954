package nl.samenkomst.domain.capacity;

import java.util.Locale;

/** The result that signing up now would have. */
public enum SignUpState {
    OPEN,
    WAITING_LIST,
    /** The organiser decides, unless the address is in a domain that is admitted at once. */
    REVIEW,
    /** Only invited people can sign up. */
    INVITED,
    /** Full, without a waiting list. */
    FULL,
    NOT_YET,
    CLOSED,
    CANCELLED;

    /** Returns the word used in the API; a cancelled session is {@code closed}. */
    public String word() {
        return switch (this) {
            case OPEN, WAITING_LIST, REVIEW, INVITED, FULL, NOT_YET ->
                name().toLowerCase(Locale.ROOT).replace('_', '-');
            case CLOSED, CANCELLED -> "closed";
        };
    }
}
