package nl.samenkomst.domain.participants;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.Session;

/** Shows an organiser one participant, with the letters that they got and get, and what was done about them. */
public final class ShowParticipant {

    private final Sessions sessions;
    private final Registrations registrations;
    private final Organisers organisers;
    private final Clock clock;

    public ShowParticipant(Sessions sessions, Registrations registrations, Organisers organisers, Clock clock) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.organisers = organisers;
        this.clock = clock;
    }

    /** Returns the participant; empty if there is none with this id. */
    public Optional<ShownParticipant> show(Session session, RegistrationId id) {
        return find(session, id).map(registration -> show(session, registration, organisers.all()));
    }

    /**
     * Returns the participant with this registration.
     *
     * @param colleagues all organisers, whose names the history's ids lead to
     */
    public ShownParticipant show(Session session, Registration registration, List<Organiser> colleagues) {
        Instant now = clock.instant();
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<OptionalInt> position = reads.start(() -> registrations.position(registration));
            List<AuditEntry> history = sessions.changes(session.id(), now).stream()
                    .filter(entry -> entry.isAbout(registration.id().value()))
                    .toList();
            Optional<OwedLetter> owed = Owed.next(session, registration, now);
            Optional<OwedLetter> next = owed.map(letter -> new OwedLetter(
                    letter.kind(),
                    registration
                            .letters()
                            .delayedUntil()
                            .filter(letter.from()::isBefore)
                            .orElse(letter.from())));
            return new ShownParticipant(
                    registration,
                    position.get(),
                    next,
                    history,
                    NameColleagues.names(
                            colleagues, history.stream().map(AuditEntry::actor).toList()));
        }
    }

    private Optional<Registration> find(Session session, RegistrationId id) {
        return registrations.findAll(session.id(), List.of(id), clock.instant()).stream()
                .findFirst();
    }

    /** Returns the registrations with these ids, in that order, without those that are not there. */
    public List<Registration> findAll(Session session, List<RegistrationId> ids) {
        List<Registration> found = registrations.findAll(session.id(), ids, clock.instant());
        return ids.stream()
                .flatMap(id -> found.stream().filter(one -> one.id().equals(id)))
                .toList();
    }
}
