package nl.samenkomst.domain.participants;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.FirstRows;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.QueuePositions;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.WithdrawDecision;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;

/**
 * Lists a session's participants for an organiser who looks at them, and records that at most once an hour. Reads the
 * whole list, and keeps no more of it than one page needs.
 */
public final class ListParticipants {

    private final Sessions sessions;
    private final Registrations registrations;
    private final Clock clock;

    public ListParticipants(Sessions sessions, Registrations registrations, Clock clock) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * Returns a part of the list.
     *
     * @param after where the part begins; empty for the beginning of the list
     * @param limit the most rows
     */
    public ParticipantsPart list(
            Session session, ParticipantFilter filter, Optional<ParticipantCursor> after, int limit, Actor reader) {
        Instant now = clock.instant();
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<ParticipantsPart> part =
                    reads.start(() -> part(registrations.all(session.id(), now), filter, after, limit, now));
            sessions.noteOnceAnHour(session, AuditEntry.ofSession(now, reader, AuditAction.LIST_READ, ""));
            return part.get();
        }
    }

    static ParticipantsPart part(
            Iterable<Registration> all,
            ParticipantFilter filter,
            Optional<ParticipantCursor> after,
            int limit,
            Instant now) {
        FirstRows<ParticipantCursor, Registration> first =
                new FirstRows<>(PartLimit.ofBytes(Long.MAX_VALUE).rows(limit), row -> 0);
        List<RegistrationState.Waitlisted> queue = new ArrayList<>();
        List<Registration> decided = new ArrayList<>();
        Map<String, Integer> states = new HashMap<>();
        Map<ThemeId, Integer> themes = new HashMap<>();
        int found = 0;
        for (Registration registration : all) {
            states.merge(registration.state().word(), 1, Integer::sum);
            registration.state().theme().ifPresent(theme -> themes.merge(theme, 1, Integer::sum));
            if (registration.state() instanceof RegistrationState.Waitlisted waiting) {
                queue.add(waiting);
            }
            if (WithdrawDecision.isOpen(registration, now)) {
                decided.add(registration);
            }
            if (filter.accepts(registration)) {
                found++;
                ParticipantCursor cursor = ParticipantCursor.of(registration, filter);
                if (after.isEmpty() || cursor.compareTo(after.get()) > 0) {
                    first.add(cursor, registration);
                }
            }
        }
        QueuePositions positions = new QueuePositions(queue);
        List<Registration> rows = first.rows();
        Optional<ParticipantCursor> next =
                first.hasMore() ? Optional.of(ParticipantCursor.of(rows.getLast(), filter)) : Optional.empty();
        return new ParticipantsPart(listed(rows, positions), next, states, themes, found, listed(decided, positions));
    }

    private static List<ListedRegistration> listed(List<Registration> rows, QueuePositions positions) {
        return rows.stream()
                .map(one -> new ListedRegistration(one, positions.of(one.state())))
                .toList();
    }
}
