package nl.samenkomst.domain.editing;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.LinkSecrets;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;

/** Makes letters of a session to somebody made up, so that an organiser can see them before anybody gets one. */
public final class SampleLetter {

    /** The kinds that the session itself decides: all but the organiser's own words. */
    public static final List<LetterKind> KINDS = Stream.of(LetterKind.values())
            .filter(kind -> kind != LetterKind.MESSAGE)
            .toList();

    private static final Person KIM =
            new Person("Kim Jansen", new EmailAddress("kim.jansen@example.org"), Optional.empty());
    private static final RegistrationId ID =
            RegistrationId.parse("A".repeat(22)).orElseThrow();
    private static final LinkSecret SECRET = new LinkSecret("A".repeat(22));

    private SampleLetter() {}

    /** Returns what the letter of this kind is written from, at the moment at which the next of its kind would leave. */
    public static LetterRequest of(LetterKind kind, SessionSnapshot snapshot, Language language, Instant now) {
        SessionDocument document = snapshot.session().document();
        Stream<ZonedDateTime> moments = switch (kind) {
            case REMINDER ->
                document.reminders().stream()
                        .map(ahead -> ahead.before(document.when().start()));
            case FOLLOW_UP -> Stream.of(document.when().end());
            default -> Stream.empty();
        };
        return at(
                moments.map(ZonedDateTime::toInstant)
                        .filter(now::isBefore)
                        .min(Comparator.naturalOrder())
                        .orElse(now),
                kind,
                snapshot,
                language);
    }

    private static LetterRequest at(Instant now, LetterKind kind, SessionSnapshot snapshot, Language language) {
        Session session = snapshot.session();
        Optional<ThemeId> theme =
                session.document().themes().stream().map(Theme::id).findFirst();
        RegistrationState state = state(kind, theme, now);
        // The letters that answer a sign-up mostly go to addresses that nobody has confirmed yet.
        AddressProof proof = switch (kind) {
            case CONFIRM_ADDRESS, CONFIRMED, WAITING, UNDER_REVIEW -> new AddressProof.Awaited(Optional.empty());
            default -> new AddressProof.Given(now);
        };
        return new LetterRequest(
                kind,
                new SessionSnapshot(asTold(kind, session, now), snapshot.places()),
                registration(session, state, proof, language, now),
                state instanceof RegistrationState.Waitlisted ? OptionalInt.of(1) : OptionalInt.empty(),
                now,
                List.of());
    }

    private static RegistrationState state(LetterKind kind, Optional<ThemeId> theme, Instant now) {
        return switch (kind) {
            case INVITED -> new RegistrationState.Invited(now);
            case REVOKED -> new RegistrationState.InvitationRevoked(now, "");
            case WAITING, LAST_WORD -> new RegistrationState.Waitlisted(now, 1, theme);
            case UNDER_REVIEW -> new RegistrationState.UnderReview(now, false, theme);
            case DECLINED -> new RegistrationState.Declined(now, "");
            case CANCELLED -> new RegistrationState.CancelledByPerson(now, true, false);
            case PROMOTED -> new RegistrationState.Confirmed(now, true, theme);
            case CONFIRM_ADDRESS,
                    CONFIRMED,
                    SESSION_MOVED,
                    SESSION_CHANGED,
                    SESSION_CANCELLED,
                    SESSION_REINSTATED,
                    CHOOSE_THEME,
                    REMINDER,
                    MATERIALS,
                    FOLLOW_UP,
                    MESSAGE,
                    OWN_LINK -> new RegistrationState.Confirmed(now, false, theme);
        };
    }

    private static Registration registration(
            Session session, RegistrationState state, AddressProof proof, Language language, Instant now) {
        return new Registration(
                session.id(),
                ID,
                new LinkSecrets(SECRET),
                new UUID(0, 0),
                KIM,
                language,
                now,
                Answers.NONE,
                now,
                state,
                Sequence.FIRST,
                LetterLog.empty(now),
                session.revision(),
                Optional.empty(),
                Version.NONE,
                Optional.empty(),
                proof,
                Optional.empty(),
                StoredOriginal.NONE);
    }

    private static Session asTold(LetterKind kind, Session session, Instant now) {
        return kind == LetterKind.SESSION_CANCELLED ? session.cancelled("", now) : session;
    }
}
