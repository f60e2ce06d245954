package nl.samenkomst.domain.desk;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;

/**
 * How many people a letter will tell of a session's cancellation.
 *
 * @param perState by the word of their state, in the order of {@link RegistrationState#WORDS}; without states of nobody
 * @param perLanguage by the language of their letters; without languages of nobody
 * @param untold how many have a place, wait, are under review or are invited, and get no letter, because letters to them
 *     do not arrive, or because nobody confirmed the address
 */
public record ToldOfCancellation(Map<String, Integer> perState, Map<Language, Integer> perLanguage, int untold) {

    /** Returns who will be told if this session is cancelled now. */
    public static ToldOfCancellation of(Session session, Iterable<Registration> registrations, Instant now) {
        Session cancelled = session.isCancelled() ? session : session.cancelled("", now);
        Map<String, Integer> perState = new LinkedHashMap<>();
        RegistrationState.WORDS.forEach(word -> perState.put(word, 0));
        Map<Language, Integer> perLanguage = new EnumMap<>(Language.class);
        int untold = 0;
        for (Registration registration : registrations) {
            boolean isTold = Owed.next(cancelled, registration, now)
                    .filter(letter -> letter.kind() == LetterKind.SESSION_CANCELLED)
                    .isPresent();
            if (isTold) {
                perState.merge(registration.state().word(), 1, Integer::sum);
                perLanguage.merge(registration.language(), 1, Integer::sum);
            } else if (registration.isActive() || registration.state() instanceof RegistrationState.Invited) {
                untold++;
            }
        }
        perState.values().removeIf(number -> number == 0);
        return new ToldOfCancellation(perState, perLanguage, untold);
    }

    /** Returns how many people are told in all. */
    public int people() {
        return perState.values().stream().mapToInt(Integer::intValue).sum();
    }
}
