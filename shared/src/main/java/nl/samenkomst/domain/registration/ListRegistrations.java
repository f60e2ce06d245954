package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.Sessions;

/** Lists who signed up for a session, for its organiser: in the order of signing up, the queue with its positions. */
public final class ListRegistrations {

    private final Sessions sessions;
    private final Registrations registrations;
    private final Clock clock;

    public ListRegistrations(Sessions sessions, Registrations registrations, Clock clock) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Nothing where the session is unknown. */
    public Optional<List<ListedRegistration>> list(SessionId session) {
        return sessions.find(session).map(listing -> everybody(session, clock.instant()));
    }

    private List<ListedRegistration> everybody(SessionId session, Instant now) {
        List<Registration> everybody = new ArrayList<>();
        registrations.all(session, now).forEach(everybody::add);
        List<Standing.Waitlisted> queue = everybody.stream()
                .map(Registration::standing)
                .filter(Standing.Waitlisted.class::isInstance)
                .map(Standing.Waitlisted.class::cast)
                .toList();
        return everybody.stream()
                .sorted(Comparator.comparing(Registration::signedUpAt)
                        .thenComparing(one -> one.id().value()))
                .map(registration -> new ListedRegistration(registration, position(registration, queue)))
                .toList();
    }

    private static OptionalInt position(Registration registration, List<Standing.Waitlisted> queue) {
        return registration.standing() instanceof Standing.Waitlisted waiting
                ? OptionalInt.of(
                        (int) queue.stream().filter(waiting::isNotBefore).count())
                : OptionalInt.empty();
    }
}
