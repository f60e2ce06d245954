package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import nl.samenkomst.domain.FirstRows;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.capacity.QueuePositions;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Lists a session's registrations for its organiser, in the order of signing up, with queue positions. */
public final class ListRegistrations {

    private final Sessions sessions;
    private final Registrations registrations;
    private final Clock clock;

    public ListRegistrations(Sessions sessions, Registrations registrations, Clock clock) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * Which registrations a list shows.
     *
     * @param state only this state, in the API's word, such as {@code under-review}; empty for all
     * @param addressConfirmed only those whose address is confirmed, or is not; empty for all
     */
    public record Filter(Optional<String> state, Optional<Boolean> addressConfirmed) {

        /** Shows all. */
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());

        boolean accepts(Registration registration) {
            return state.filter(word -> !word.equals(registration.state().word()))
                            .isEmpty()
                    && addressConfirmed
                            .filter(confirmed ->
                                    confirmed != registration.proof().isGiven())
                            .isEmpty();
        }
    }

    /** A session and its registrations. */
    public record RegistrationList(Session session, List<ListedRegistration> registrations) {

        public RegistrationList {
            registrations = List.copyOf(registrations);
        }
    }

    /** A session and the people whom the list at the door shows. */
    public record ParticipantList(Session session, List<Participant> participants) {

        public ParticipantList {
            participants = List.copyOf(participants);
        }
    }

    /** Returns all registrations; empty if the session is unknown. */
    public Optional<List<ListedRegistration>> list(SessionId session) {
        return listWithSession(session).map(RegistrationList::registrations);
    }

    /** Returns the session with all registrations in memory, for lists known to be short; empty if it is unknown. */
    public Optional<RegistrationList> listWithSession(SessionId session) {
        return part(session, Filter.ALL, Optional.empty(), PartLimit.ofBytes(Long.MAX_VALUE), in -> one -> 0)
                .map(part -> new RegistrationList(part.session(), part.registrations()));
    }

    /**
     * Returns a part of the list; empty if the session is unknown. Reads the whole list, but keeps no more of it than
     * the part needs.
     *
     * @param after the position where the part begins; empty for the beginning of the list
     * @param weight for a session, the least UTF-8 bytes that a registration takes
     */
    public Optional<RegistrationPart> part(
            SessionId session,
            Filter filter,
            Optional<RegistrationCursor> after,
            PartLimit limit,
            Function<Session, ToLongFunction<Registration>> weight) {
        return sessions.find(session).map(seen -> part(seen, filter, after, limit, weight));
    }

    /** Returns the same part of the list of a session that was read already. */
    public RegistrationPart part(
            SessionSnapshot seen,
            Filter filter,
            Optional<RegistrationCursor> after,
            PartLimit limit,
            Function<Session, ToLongFunction<Registration>> weight) {
        Instant now = clock.instant();
        FirstRows<RegistrationCursor, Registration> first = new FirstRows<>(limit, weight.apply(seen.session()));
        List<RegistrationState.Waitlisted> queue = new ArrayList<>();
        SortedSet<QuestionId> answered = new TreeSet<>();
        for (Registration registration : registrations.all(seen.session().id(), now)) {
            addIfWaitlisted(registration, queue);
            if (filter.accepts(registration)) {
                answered.addAll(registration.answers().given().keySet());
                RegistrationCursor cursor = RegistrationCursor.of(registration);
                if (after.isEmpty() || cursor.compareTo(after.get()) > 0) {
                    first.add(cursor, registration);
                }
            }
        }
        QueuePositions positions = new QueuePositions(queue);
        List<ListedRegistration> rows = first.rows().stream()
                .map(one -> new ListedRegistration(one, positions.of(one.state())))
                .toList();
        return new RegistrationPart(seen, rows, first.hasMore(), answered);
    }

    /**
     * Returns everybody who has a place, waits for one, or gave one up late, in the order of signing up; empty if the
     * session is unknown.
     */
    public Optional<ParticipantList> participants(SessionId session, Filter filter) {
        return sessions.find(session).map(seen -> participants(seen.session(), filter));
    }

    /** Returns the same people of a session that was read already. */
    public ParticipantList participants(Session session, Filter filter) {
        Instant now = clock.instant();
        Map<RegistrationCursor, Participant> inOrder = new TreeMap<>();
        List<RegistrationState.Waitlisted> queue = new ArrayList<>();
        for (Registration registration : registrations.all(session.id(), now)) {
            addIfWaitlisted(registration, queue);
            if (isExpectedAtDoor(registration.state()) && filter.accepts(registration)) {
                inOrder.put(RegistrationCursor.of(registration), Participant.of(registration));
            }
        }
        QueuePositions positions = new QueuePositions(queue);
        return new ParticipantList(
                session,
                inOrder.values().stream()
                        .map(one -> one.withPosition(positions.of(one.state())))
                        .toList());
    }

    /** Includes people who cancelled late: others may still expect them. */
    private static boolean isExpectedAtDoor(RegistrationState state) {
        return switch (state) {
            case RegistrationState.Confirmed _ -> true;
            case RegistrationState.Waitlisted _ -> true;
            case RegistrationState.UnderReview _ -> false;
            case RegistrationState.Invitation _ -> false;
            case RegistrationState.Declined _ -> false;
            case RegistrationState.CancelledByPerson cancelled -> cancelled.late();
            case RegistrationState.CancelledByOrganiser _ -> false;
            case RegistrationState.Lapsed _ -> false;
        };
    }

    private static void addIfWaitlisted(Registration registration, List<RegistrationState.Waitlisted> queue) {
        if (registration.state() instanceof RegistrationState.Waitlisted waiting) {
            queue.add(waiting);
        }
    }
}
