package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.session.Session;

/** Registrations in various states, for tests of rules that need no table. */
public final class SampleRegistrations {

    private static final EmailAddress ADDRESS = new EmailAddress("noor@example.org");

    private SampleRegistrations() {}

    public static Registration confirmed(Session session, Instant at) {
        return with(session, new RegistrationState.Confirmed(at, false, Optional.empty()), at);
    }

    public static Registration waitlisted(Session session, Instant at) {
        return with(session, new RegistrationState.Waitlisted(at, 1, Optional.empty()), at);
    }

    public static Registration promoted(Registration waiting, Instant at) {
        return waiting.with(new RegistrationState.Confirmed(at, true, Optional.empty()));
    }

    /** Returns the registration with a place at another theme, by the person's own choice. */
    public static Registration changedTo(ThemeId theme, Registration confirmed, Instant at) {
        return confirmed
                .amended(confirmed.person(), confirmed.answers(), at)
                .with(new RegistrationState.Confirmed(confirmed.state().since(), false, Optional.of(theme)));
    }

    public static Registration cancelled(Registration registration, Instant at) {
        return registration.with(new RegistrationState.CancelledByPerson(
                at, registration.state() instanceof RegistrationState.Confirmed, false));
    }

    public static Registration marked(Registration registration, boolean present) {
        return registration.marked(Optional.of(present));
    }

    public static Registration told(Registration registration, LetterKind kind, int revision, Instant at) {
        return registration.with(
                registration.letters().with(new SentLetter(kind, revision, at, Optional.of("message")), Map.of()));
    }

    private static Registration with(Session session, RegistrationState state, Instant at) {
        return new Registration(
                session.id(),
                RegistrationId.of(session.id(), ADDRESS),
                LinkSecret.fresh(new Random(1)),
                new UUID(1, 2),
                new Person("Noor Bakker", ADDRESS, Optional.empty()),
                Language.NL,
                at,
                Answers.NONE,
                at,
                state,
                0,
                LetterLog.none(at),
                session.revision(),
                Optional.empty(),
                1,
                Optional.empty());
    }
}
