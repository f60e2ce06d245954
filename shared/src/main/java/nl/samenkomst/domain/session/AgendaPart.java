package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of the agenda.
 *
 * @param total how many sessions there are on all pages
 * @param page from 1, never more than {@code pages}
 * @param choices what to filter by, in the order of the alphabet
 * @param next where to look for more than these pages hold; empty where they hold everything
 * @param changedAt when a session that was looked at last changed, also one that the filter leaves out: it may have
 *     been in before; empty where there was nothing to look at
 */
public record AgendaPart(
        List<Listing> listings,
        int total,
        int page,
        int pages,
        Map<Facet, List<AgendaChoice>> choices,
        Optional<AgendaCursor> next,
        Optional<Instant> changedAt) {

    public AgendaPart {
        listings = List.copyOf(listings);
        choices = Map.copyOf(choices);
    }

    public List<AgendaChoice> choices(Facet facet) {
        return choices.getOrDefault(facet, List.of());
    }
}
