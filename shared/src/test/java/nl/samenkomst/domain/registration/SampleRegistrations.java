package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;

/** Registrations in various states, for tests of rules that need no table. */
public final class SampleRegistrations {

    /** Since when the states below hold; a day later it is {@link #NOW}. */
    public static final DeskKey KEY = DeskKey.generate(new Random(3));

    public static final Instant SIGNED_UP = Instant.parse("2026-11-01T09:00:00Z");

    public static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    public static final Person NOOR = person("noor");

    /** One of each kind of state. */
    public static final List<RegistrationState> EVERY_STATE = List.of(
            place(),
            waiting(1),
            underReview(),
            invited(),
            new RegistrationState.InvitationDeclined(SIGNED_UP),
            new RegistrationState.InvitationRevoked(SIGNED_UP, "Alleen voor bibliotheken"),
            new RegistrationState.Declined(SIGNED_UP, "Geen gemeente"),
            new RegistrationState.CancelledByPerson(SIGNED_UP, true, false),
            new RegistrationState.CancelledByOrganiser(SIGNED_UP, true, "Dubbel aangemeld"),
            new RegistrationState.Lapsed(SIGNED_UP, true));

    /** The number in the queue before the first that a session gives out. */
    private static final long NUMBER_ZERO = 1_000_000_000;

    private SampleRegistrations() {}

    public static RegistrationState.Confirmed place() {
        return new RegistrationState.Confirmed(SIGNED_UP, false, Optional.empty());
    }

    public static RegistrationState.Confirmed placeAt(ThemeId theme) {
        return new RegistrationState.Confirmed(SIGNED_UP, false, Optional.of(theme));
    }

    /** Waits for any place as the first, second, … who ever did. */
    public static RegistrationState.Waitlisted waiting(int order) {
        return new RegistrationState.Waitlisted(SIGNED_UP, number(order), Optional.empty());
    }

    public static RegistrationState.Waitlisted waitingFor(ThemeId theme, int order) {
        return new RegistrationState.Waitlisted(SIGNED_UP, number(order), Optional.of(theme));
    }

    /** Returns the first, second, … number that a session gives out in its queue. */
    public static long number(int order) {
        return NUMBER_ZERO + order;
    }

    /** Holds no place meanwhile. */
    public static RegistrationState.UnderReview underReview() {
        return new RegistrationState.UnderReview(SIGNED_UP, false, Optional.empty());
    }

    public static RegistrationState.UnderReview underReviewWithPlace() {
        return new RegistrationState.UnderReview(SIGNED_UP, true, Optional.empty());
    }

    public static RegistrationState.Invited invited() {
        return new RegistrationState.Invited(SIGNED_UP);
    }

    public static Person person(String name) {
        return new Person(name, new EmailAddress(name + "@example.org"), Optional.empty());
    }

    /** Noor's registration in this state, since {@link #SIGNED_UP}. */
    public static Registration noor(Session session, RegistrationState state) {
        return with(session, state, SIGNED_UP);
    }

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
        return registration.with(registration
                .letters()
                .with(new SentLetter(kind, new Revision(revision), at, Optional.of("message")), Map.of()));
    }

    /** Returns another person's registration with these answers, otherwise as it is. */
    public static Registration withAnswers(Registration plain, Person person, Map<QuestionId, List<String>> answers) {
        return new Registration(
                plain.session(),
                plain.id(),
                plain.secrets(),
                plain.signUp(),
                person,
                plain.language(),
                plain.signedUpAt(),
                new Answers(answers),
                plain.choseAt(),
                plain.state(),
                plain.sequence(),
                plain.letters(),
                plain.sessionRevision(),
                plain.dueAt(),
                plain.version(),
                plain.present(),
                plain.proof(),
                plain.mailProblem(),
                StoredOriginal.NONE);
    }

    /** Returns a registration without answers or letters, made at this moment. */
    public static Registration registration(
            Session session,
            Person person,
            Language language,
            LinkSecret secret,
            UUID signUp,
            RegistrationState state,
            Instant at) {
        return new Registration(
                session.id(),
                KEY.registrationId(session.id(), person.email()),
                new LinkSecrets(secret),
                signUp,
                person,
                language,
                at,
                Answers.NONE,
                at,
                state,
                Sequence.FIRST,
                LetterLog.empty(at),
                session.revision(),
                Optional.empty(),
                Version.NONE.next(),
                Optional.empty(),
                new AddressProof.Given(at),
                Optional.empty(),
                StoredOriginal.NONE);
    }

    private static Registration with(Session session, RegistrationState state, Instant at) {
        return registration(session, NOOR, Language.NL, LinkSecret.generate(new Random(1)), new UUID(1, 2), state, at);
    }
}
