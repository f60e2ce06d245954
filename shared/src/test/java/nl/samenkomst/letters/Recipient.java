package nl.samenkomst.letters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.Session;

/** A participant who gets letters. */
public record Recipient(String name, EmailAddress email, Language language) {

    public static final Instant SIGNED_UP = Instant.parse("2027-03-10T10:00:00Z");

    public static final Recipient FATIMA =
            new Recipient("Fatima Yılmaz", new EmailAddress("fatima@gemeente.example"), Language.NL);

    public static final Recipient JOHN =
            new Recipient("John Doe", new EmailAddress("john.doe@council.example"), Language.EN);

    /** What an organiser wrote, in both languages, with every placeholder. */
    public static final MessageText WRITTEN = new MessageText(
            Language.NL,
            Map.of(
                    Language.NL,
                    new MessageWords(
                            "Neem iets mee: {titel}",
                            "Dag {naam},\n\nWe beginnen op {begin}.\nNeem een voorbeeld mee.\n\n" + "Tot dan!"),
                    Language.EN,
                    new MessageWords(
                            "Bring something: {title}",
                            "Hello {name},\n\nWe begin on {start}.\nBring an example.\n\n" + "See you!")));

    static final RegistrationState PLACE = new RegistrationState.Confirmed(SIGNED_UP, false, Optional.empty());
    static final RegistrationState QUEUE = new RegistrationState.Waitlisted(SIGNED_UP, 3, Optional.empty());
    static final RegistrationState GAVE_UP_PLACE = new RegistrationState.CancelledByPerson(SIGNED_UP, true, false);
    static final RegistrationState GAVE_UP_LATE = new RegistrationState.CancelledByPerson(SIGNED_UP, true, true);
    static final RegistrationState LEFT_QUEUE = new RegistrationState.CancelledByPerson(SIGNED_UP, false, false);

    public Registration registration(Session session, RegistrationState state) {
        return registration(session, state, Optional.empty());
    }

    Registration registration(Session session, RegistrationState state, Optional<String> organisation) {
        return SampleRegistrations.registration(
                session,
                new Person(name, email, organisation),
                language,
                new LinkSecret("0123456789abcdefghijkA"),
                new UUID(0, 1),
                state,
                SIGNED_UP);
    }

    public LetterRequest mail(LetterKind kind, Session session, RegistrationState state, Instant now) {
        OptionalInt position = state instanceof RegistrationState.Waitlisted ? OptionalInt.of(2) : OptionalInt.empty();
        SessionSnapshot sessionSnapshot = new SessionSnapshot(session, Places.allFree(session.document()));
        return new LetterRequest(kind, sessionSnapshot, heard(kind, session, state), position, now, List.of())
                .bringing(kind == LetterKind.MESSAGE ? Optional.of(WRITTEN) : Optional.empty());
    }

    /** Returns this letter telling of others too. */
    static LetterRequest bundling(LetterRequest first, LetterRequest... others) {
        return new LetterRequest(
                first.kind(),
                first.sessionSnapshot(),
                first.registration(),
                first.position(),
                first.now(),
                List.of(others));
    }

    /** Returns a letter to an address that nobody has confirmed, whose registration lapses at {@code until} if ever. */
    LetterRequest unconfirmed(LetterKind kind, Session session, RegistrationState state, Optional<Instant> until) {
        LetterRequest mail = mail(kind, session, state, SIGNED_UP);
        return new LetterRequest(
                        kind,
                        mail.sessionSnapshot(),
                        mail.registration().with(new AddressProof.Awaited(until)),
                        mail.position(),
                        mail.now(),
                        List.of())
                .bringing(mail.message());
    }

    /** Returns a registration whose person heard of a place before, unless this letter tells of it. */
    private Registration heard(LetterKind kind, Session session, RegistrationState state) {
        Registration registration = registration(session, state);
        boolean heard = state instanceof RegistrationState.Confirmed
                && kind != LetterKind.CONFIRMED
                && kind != LetterKind.PROMOTED;
        return heard
                ? SampleRegistrations.told(
                        registration, LetterKind.CONFIRMED, session.revision().number(), SIGNED_UP)
                : registration;
    }

    /** Returns the letter about a change to a person with a place, who was told of the session as it was before. */
    public LetterRequest moved(Session before, SessionDocument after) {
        LetterRequest mail = mail(LetterKind.SESSION_MOVED, before.changed(after, SIGNED_UP), PLACE, SIGNED_UP);
        return new LetterRequest(
                mail.kind(),
                mail.sessionSnapshot(),
                SampleRegistrations.told(
                        registration(before, PLACE),
                        LetterKind.CONFIRMED,
                        before.revision().number(),
                        SIGNED_UP),
                mail.position(),
                mail.now(),
                List.of());
    }

    /** Returns a plain confirmation, long before the session. */
    public LetterRequest confirmation(Session session) {
        return mail(LetterKind.CONFIRMED, session, PLACE, SIGNED_UP);
    }
}
