package nl.samenkomst.domain.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.registration.LetterAhead;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * A letter that leaves by itself, as things stand.
 *
 * @param at when; the moment at which the plan was made if it is due by then
 * @param people how many get it
 */
public record PlannedLetter(LetterKind kind, Instant at, int people) {

    /** Returns the letters to come, first to leave first. */
    static List<PlannedLetter> of(Session session, List<Registration> registrations, Instant now) {
        Map<OwedLetter, Integer> people = new LinkedHashMap<>();
        for (Registration registration : registrations) {
            for (LetterAhead ahead : LetterAhead.all(session, registration, now)) {
                people.merge(new OwedLetter(ahead.letter().kind(), ahead.at()), 1, Integer::sum);
            }
        }
        return people.entrySet().stream()
                .map(letter -> new PlannedLetter(
                        letter.getKey().kind(), letter.getKey().from(), letter.getValue()))
                .sorted(Comparator.comparing(PlannedLetter::at).thenComparing(PlannedLetter::kind))
                .toList();
    }
}
