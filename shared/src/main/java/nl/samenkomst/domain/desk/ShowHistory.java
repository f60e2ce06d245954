package nl.samenkomst.domain.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.organiser.ShowChanges;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;

/** Shows what was done with a session and its registrations, newest first, and by whom. */
public final class ShowHistory {

    /** Entries on a page. */
    public static final int PAGE_SIZE = 50;

    private final ShowChanges changes;

    public ShowHistory(ShowChanges changes) {
        this.changes = changes;
    }

    /**
     * A page of the history.
     *
     * @param entries newest first
     * @param page from 1
     * @param pages how many there are, at least 1
     */
    public record HistoryPart(List<HistoryEntry> entries, int page, int pages) {

        public HistoryPart {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Returns a page of the history; a number that is too high means the last page.
     *
     * @param organisers all of them, whose names the entries' ids lead to
     */
    public HistoryPart show(SessionId session, int page, List<Organiser> organisers) {
        ShowChanges.Recorded recorded = changes.recorded(session);
        Map<String, String> people = new HashMap<>();
        for (Registration registration : recorded.registrations()) {
            people.put(registration.id().value(), registration.person().name());
        }
        List<AuditEntry> newestFirst = recorded.entries().reversed();
        int pages = Math.max(1, Math.ceilDiv(newestFirst.size(), PAGE_SIZE));
        int shown = Math.min(page, pages);
        List<AuditEntry> onPage =
                newestFirst.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, newestFirst.size()));
        return new HistoryPart(
                onPage.stream()
                        .map(entry -> new HistoryEntry(
                                entry,
                                name(organisers, entry.actor()),
                                entry.registration().flatMap(id -> Optional.ofNullable(people.get(id)))))
                        .toList(),
                shown,
                pages);
    }

    /** Returns the record of the session's last cancellation; empty if it is no longer kept. */
    public Optional<HistoryEntry> lastCancellation(SessionId session, List<Organiser> organisers) {
        return changes.ofOrganisers(session).reversed().stream()
                .filter(entry -> entry.what().equals(AuditAction.SESSION_CANCELLED.word()))
                .findFirst()
                .map(entry -> new HistoryEntry(entry, name(organisers, entry.actor()), Optional.empty()));
    }

    private static Optional<String> name(List<Organiser> organisers, Actor actor) {
        return organisers.stream()
                .filter(one -> one.actor().equals(actor))
                .map(Organiser::name)
                .findFirst();
    }
}
