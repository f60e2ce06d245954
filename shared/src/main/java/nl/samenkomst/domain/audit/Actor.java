package nl.samenkomst.domain.audit;

import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.SingleLine;

/** The actor of a change. */
public sealed interface Actor {

    /** The actor on a laptop, where the organiser's API is open. */
    Actor LOCAL = new Unnamed("local");

    /** A person who used their own link. */
    Actor PERSON = new Unnamed("person");

    /** The desk itself, which nobody asked to. */
    Actor DESK = new Unnamed("desk");

    /** Returns the stored form: the name of a signer, {@code organiser:<id>}, {@code local}, {@code person} or {@code desk}. */
    String name();

    /** Returns the actor with this stored form. */
    static Actor of(String name) {
        return Unnamed.parse(name).or(() -> ByOrganiser.parse(name)).orElseGet(() -> new ByRole(name));
    }

    /** Somebody who signed a request to the organiser's API, by the name that the signature proves. */
    record ByRole(String name) implements Actor {

        public ByRole {
            if (name.isBlank() || !SingleLine.isClean(name)) {
                throw new IllegalArgumentException("not who signs a request");
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An organiser who signed in with a browser; the id leads to their name as long as they are a colleague. */
    record ByOrganiser(OrganiserId id) implements Actor {

        private static final String PREFIX = "organiser:";

        static Optional<Actor> parse(String name) {
            return name.startsWith(PREFIX)
                    ? OrganiserId.parse(name.substring(PREFIX.length())).map(ByOrganiser::new)
                    : Optional.empty();
        }

        @Override
        public String name() {
            return PREFIX + id;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** An actor that is not told apart any further. */
    record Unnamed(String name) implements Actor {

        private static final Set<String> NAMES = Set.of("local", "person", "desk");

        static Optional<Actor> parse(String name) {
            return NAMES.contains(name) ? Optional.of(new Unnamed(name)) : Optional.empty();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
