package nl.samenkomst.domain.desk;

import java.time.Instant;
import java.util.List;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** What a session's registrations say beyond their numbers: the letters to come, and the sign-ups so far. */
public record SessionProgress(List<PlannedLetter> letters, List<SignUpsOfDays> signUps) {

    public static final SessionProgress NONE = new SessionProgress(List.of(), List.of());

    public SessionProgress {
        letters = List.copyOf(letters);
        signUps = List.copyOf(signUps);
    }

    public static SessionProgress of(Session session, List<Registration> registrations, Instant now) {
        return new SessionProgress(
                PlannedLetter.of(session, registrations, now), SignUpsOfDays.of(session, registrations, now));
    }
}
