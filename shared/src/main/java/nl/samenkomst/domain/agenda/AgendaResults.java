package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;

/**
 * A page of the agenda.
 *
 * @param total the number of sessions on all pages
 * @param page from 1, never more than {@code pages}
 * @param choices the values to filter by, in alphabetical order ignoring case
 * @param next the cursor at which to scan for sessions beyond these pages; empty if there are none
 * @param changedAt the latest change of any scanned session, including those the filter leaves out, since these may
 *     have matched before; empty if no session was scanned
 * @param isCut whether this page's last sessions are left for the next response, because one response cannot hold all
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

    /** Returns this page with the first half of its sessions (rounded up); the rest are left for the next response. */
    public AgendaResults half() {
        List<SessionSnapshot> first = sessionSnapshots.subList(0, Math.ceilDiv(sessionSnapshots.size(), 2));
        boolean leavesSome = first.size() < sessionSnapshots.size();
        return new AgendaResults(first, total, page, pages, choices, next, changedAt, isCut || leavesSome);
    }

    public List<AgendaChoice> choices(Facet facet) {
        return choices.getOrDefault(facet, List.of());
    }
}
