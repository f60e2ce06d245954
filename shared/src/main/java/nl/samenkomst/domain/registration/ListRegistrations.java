package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.session.Session;
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

    /** A session, and who signed up for it. */
    public record RegistrationList(Session session, List<ListedRegistration> registrations) {

        public RegistrationList {
            registrations = List.copyOf(registrations);
        }

        /** Only who stands so, as the API has it: {@code under-review}. */
        public RegistrationList only(String state) {
            return new RegistrationList(
                    session,
                    registrations.stream()
                            .filter(one -> one.registration().standing().word().equals(state))
                            .toList());
        }
    }

    /** Nothing where the session is unknown. */
    public Optional<List<ListedRegistration>> list(SessionId session) {
        return listOf(session).map(RegistrationList::registrations);
    }

    /** The same with the session. */
    public Optional<RegistrationList> listOf(SessionId session) {
        return sessions.find(session)
                .map(listing -> new RegistrationList(listing.session(), everybody(session, clock.instant())));
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
