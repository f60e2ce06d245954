package nl.samenkomst.domain.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;

/**
 * A letter that leaves by itself, as things stand.
 *
 * @param at when; the moment at which the plan was made if it is due by then
 * @param people how many get it
 */
public record PlannedLetter(LetterKind kind, Instant at, int people) {

    /**
     * Returns the letters to come, first to leave first: what each person gets next, all reminders, and the letter after
     * the end.
     */
    static List<PlannedLetter> of(Session session, List<Registration> registrations, Instant now) {
        Map<OwedLetter, Integer> people = new LinkedHashMap<>();
        for (Registration registration : registrations) {
            Owed.next(session, registration, now)
                    .filter(next -> next.kind() != LetterKind.REMINDER || next.isDueBy(now))
                    .filter(next -> !isAfterEnd(next.kind()))
                    .ifPresent(next -> people.merge(from(next, registration, now), 1, Integer::sum));
            if (isReminded(session, registration)) {
                reminders(session, now)
                        .forEach(moment -> people.merge(new OwedLetter(LetterKind.REMINDER, moment), 1, Integer::sum));
            }
            Instant end = session.document().when().end().toInstant();
            Owed.next(session, registration, now.isBefore(end) ? end : now)
                    .filter(last -> isAfterEnd(last.kind()))
                    .ifPresent(last -> people.merge(from(last, registration, now), 1, Integer::sum));
        }
        return people.entrySet().stream()
                .map(letter -> new PlannedLetter(
                        letter.getKey().kind(), letter.getKey().from(), letter.getValue()))
                .sorted(Comparator.comparing(PlannedLetter::at).thenComparing(PlannedLetter::kind))
                .toList();
    }

    private static boolean isAfterEnd(LetterKind kind) {
        return kind == LetterKind.FOLLOW_UP || kind == LetterKind.LAST_WORD;
    }

    private static boolean isReminded(Session session, Registration registration) {
        return registration.state() instanceof RegistrationState.Confirmed
                && registration.proof().isGiven()
                && registration.mayBeMailed()
                && !session.isCancelled();
    }

    private static List<Instant> reminders(Session session, Instant now) {
        return session.document().reminders().stream()
                .map(ahead -> ahead.before(session.document().when().start()).toInstant())
                .filter(now::isBefore)
                .toList();
    }

    private static OwedLetter from(OwedLetter letter, Registration registration, Instant now) {
        Instant from = registration
                .letters()
                .delayedUntil()
                .filter(letter.from()::isBefore)
                .orElse(letter.from());
        return new OwedLetter(letter.kind(), from.isBefore(now) ? now : from);
    }
}
