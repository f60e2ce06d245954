package nl.samenkomst.local.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.organiser.ListRegistrations;
import nl.samenkomst.domain.organiser.ListRegistrations.RegistrationList;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.registration.LetterAhead;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Lists the letters that will be sent without anyone asking: the next one of each registration, from the work queue.
 */
final class UpcomingLetters {

    /** The latest due time that the index sorts correctly: ISO 8601 text with a four-digit year. */
    private static final Instant LATEST_DUE_AT = Instant.parse("9999-12-31T23:59:59Z");

    private final WorkQueue workQueue;
    private final ListRegistrations registrations;

    UpcomingLetters(WorkQueue workQueue, ListRegistrations registrations) {
        this.workQueue = workQueue;
        this.registrations = registrations;
    }

    /** Returns all pending letters, soonest first, equal ones grouped; changes nothing. */
    List<ScheduledLetter> from(Instant now) {
        Map<SessionId, Optional<Addressees>> sessions = new HashMap<>();
        Map<ScheduledLetter, Integer> people = new LinkedHashMap<>();
        for (Lane lane : Lane.values()) {
            for (WorkItem due : workQueue.dueBy(lane, LATEST_DUE_AT)) {
                sessions.computeIfAbsent(due.session(), this::addressees)
                        .flatMap(addressees -> addressees.scheduled(due, now))
                        .ifPresent(toOne -> people.merge(toOne, 1, Integer::sum));
            }
        }
        return people.entrySet().stream()
                .map(equal -> equal.getKey().to(equal.getValue()))
                .sorted(Comparator.comparing(ScheduledLetter::at))
                .toList();
    }

    private Optional<Addressees> addressees(SessionId session) {
        return registrations.listWithSession(session).map(Addressees::of);
    }

    /** A session and everybody who may receive letters about it. */
    private record Addressees(Session session, Map<RegistrationId, Registration> people) {

        static Addressees of(RegistrationList list) {
            return new Addressees(
                    list.session(),
                    list.registrations().stream()
                            .map(ListedRegistration::registration)
                            .collect(Collectors.toMap(Registration::id, registration -> registration)));
        }

        /**
         * Returns the letter behind a work item; empty if the item rechecks a changed session, the registration lapses,
         * or no letter is owed any more.
         */
        Optional<ScheduledLetter> scheduled(WorkItem due, Instant now) {
            return switch (due) {
                case WorkItem.ChangedSession _ -> Optional.empty();
                case WorkItem.Notice _ -> Optional.of(scheduled(due.since(), "to the organiser"));
                case WorkItem.Proof _ -> Optional.of(scheduled(due.since(), "message-proof"));
                case WorkItem.Letter letter ->
                    Optional.ofNullable(people.get(letter.registration()))
                            .flatMap(registration ->
                                    LetterAhead.all(
                                                    session,
                                                    registration,
                                                    due.since().isAfter(now) ? due.since() : now)
                                            .stream()
                                            .findFirst())
                            .map(LetterAhead::letter)
                            .map(owed -> scheduled(due.since(), kind(owed)));
            };
        }

        private ScheduledLetter scheduled(Instant at, String kind) {
            return new ScheduledLetter(
                    at,
                    kind,
                    session.document().about().title(),
                    session.document().about().language().tag(),
                    session.isPublic() ? "/sessions/" + session.id() : "",
                    1);
        }

        private String kind(OwedLetter owed) {
            if (owed.kind() != LetterKind.REMINDER) {
                return owed.kind().word();
            }
            return session.document().reminders().stream()
                    .filter(ahead -> ahead.before(session.document().when().start())
                            .toInstant()
                            .equals(owed.from()))
                    .findFirst()
                    .map(ahead -> "reminder (" + ahead + ")")
                    .orElse("reminder");
        }
    }
}
