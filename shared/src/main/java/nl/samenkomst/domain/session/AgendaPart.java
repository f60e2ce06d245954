package nl.samenkomst.domain.session;

import java.util.List;
import java.util.Optional;

/**
 * A part of the agenda.
 *
 * @param next where the next part begins; empty where this is the last
 */
public record AgendaPart(List<Listing> listings, Optional<AgendaCursor> next) {

    public AgendaPart {
        listings = List.copyOf(listings);
    }
}
