package nl.samenkomst.domain.capacity;

import java.util.Locale;

/** What somebody who signs up now would get. */
public enum SignUpState {
    OPEN,
    WAITING_LIST,
    /** The organiser decides, about most people at least. */
    REVIEW,
    /** Only who was invited can. */
    INVITED,
    /** Full, and no waiting list is kept. */
    FULL,
    NOT_YET,
    CLOSED,
    CANCELLED;

    /** As the API says it: what takes nobody, for whatever reason, is {@code closed}. */
    public String word() {
        return switch (this) {
            case OPEN, WAITING_LIST, REVIEW, INVITED, NOT_YET ->
                name().toLowerCase(Locale.ROOT).replace('_', '-');
            case FULL, CLOSED, CANCELLED -> "closed";
        };
    }
}
