package nl.samenkomst.domain.audit;

import nl.samenkomst.domain.SingleLine;

/**
 * The actor of a change.
 *
 * @param name the identity that signed an organiser's request; {@code local} on a laptop, where requests need no
 *     signature; {@code person} for somebody who used their own link; {@code desk} for the desk itself
 */
public record Actor(String name) {

    /** The actor on a laptop, where the organiser's API is open. */
    public static final Actor LOCAL = new Actor("local");

    /** A person who used their own link. */
    public static final Actor PERSON = new Actor("person");

    /** The desk itself, which nobody asked to. */
    public static final Actor DESK = new Actor("desk");

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
