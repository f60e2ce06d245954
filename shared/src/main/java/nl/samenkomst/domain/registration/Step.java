package nl.samenkomst.domain.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.session.AuditEntry;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.Session;

/**
 * What changes at once, or not at all: registrations, and with them the places and the queue.
 *
 * @param seen the session and its places that this was decided with
 * @param record what an organiser did, to be written down in the same step; empty where no organiser did it
 */
public record Step(Listing seen, List<Move> moves, Optional<AuditEntry> record) {

    public Step {
        moves = List.copyOf(moves);
    }

    /** Of nobody's making but the people's own. */
    public Step(Listing seen, List<Move> moves) {
        this(seen, moves, Optional.empty());
    }

    /** Somebody's registration becomes another. */
    public static Step changing(Listing seen, Registration before, Registration after) {
        return new Step(seen, List.of(new Move(Optional.of(before), Optional.of(after))));
    }

    /** Somebody signs up, for the first time or again. */
    public static Step signingUp(Lookup seen, Registration after) {
        return new Step(seen.listing(), List.of(new Move(seen.registration(), Optional.of(after))));
    }

    /** Somebody's registration is no more. */
    public static Step erasing(Listing seen, Registration before) {
        return new Step(seen, List.of(new Move(Optional.of(before), Optional.empty())));
    }

    /** The same, and these besides. */
    Step with(List<Move> others) {
        List<Move> all = new ArrayList<>(moves);
        all.addAll(others);
        return new Step(seen, all, record);
    }

    /** The same, made by an organiser. */
    public Step recordedAs(AuditEntry entry) {
        return new Step(seen, moves, Optional.of(entry));
    }

    public Session session() {
        return seen.session();
    }

    /** The places as they are when this has happened. */
    public Places after() {
        Places places = seen.places();
        for (Move move : moves) {
            places = Tally.after(places, move);
        }
        return places;
    }

    /**
     * Whether the places must be the very ones that were seen. Where nobody waits and nobody begins to, it is enough
     * that there is room: so many can take a place at once without getting into each other's way.
     */
    public boolean needsPlacesAsSeen() {
        return seen.places().waiting() > 0 || after().waiting() > 0;
    }
}
