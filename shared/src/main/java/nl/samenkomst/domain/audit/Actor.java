package nl.samenkomst.domain.audit;

import nl.samenkomst.domain.SingleLine;

/**
 * Who asks for a change on the organiser's side.
 *
 * @param name the ARN of who signed the request, or {@code local} on a laptop, where nobody has to
 */
public record Actor(String name) {

    /** On a laptop, where the organiser's side is open. */
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
