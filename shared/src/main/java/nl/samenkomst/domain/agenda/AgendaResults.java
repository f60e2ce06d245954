package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;

/**
 * A page of the agenda.
 *
 * @param total how many sessions there are on all pages
 * @param page from 1, never more than {@code pages}
 * @param choices what to filter by, in the order of the alphabet
 * @param next where to look for more than these pages hold; empty where they hold everything
 * @param changedAt when a session that was looked at last changed, also one that the filter leaves out: it may have
 *     been in before; empty where there was nothing to look at
 * @param isCut whether sessions of this page are left for the next answer, since all together are too much for one
 */
public record AgendaResults(
        List<SessionSnapshot> sessionSnapshots,
        int total,
        int page,
        int pages,
        Map<Facet, List<AgendaChoice>> choices,
        Optional<AgendaCursor> next,
        Optional<Instant> changedAt,
        boolean isCut) {

    public AgendaResults {
        sessionSnapshots = List.copyOf(sessionSnapshots);
        choices = Map.copyOf(choices);
    }

    /** The first half of its sessions, or the only one; the others are left for the next answer. */
    public AgendaResults half() {
        List<SessionSnapshot> first = sessionSnapshots.subList(0, Math.ceilDiv(sessionSnapshots.size(), 2));
        boolean leavesSome = first.size() < sessionSnapshots.size();
        return new AgendaResults(first, total, page, pages, choices, next, changedAt, isCut || leavesSome);
    }

    public List<AgendaChoice> choices(Facet facet) {
        return choices.getOrDefault(facet, List.of());
    }
}
