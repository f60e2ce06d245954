package nl.samenkomst.domain.audit;

import nl.samenkomst.domain.SingleLine;

/**
 * The actor of a change by an organiser.
 *
 * @param name the identity that signed the request, or {@code local} on a laptop, where requests need no signature
 */
public record Actor(String name) {

    /** The actor on a laptop, where the organiser's API is open. */
    public static final Actor LOCAL = new Actor("local");

    public Actor {
        if (name.isBlank() || !SingleLine.isClean(name)) {
            throw new IllegalArgumentException("not who signs a request");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
