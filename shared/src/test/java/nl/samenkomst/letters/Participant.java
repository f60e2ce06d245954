package nl.samenkomst.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.Mail;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.Correspondence;
import nl.samenkomst.domain.registration.LetterKind;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.Standing;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.Session;

/** A participant who gets letters. */
public record Participant(String name, EmailAddress email, Language language) {

    public static final Instant SIGNED_UP = Instant.parse("2027-03-10T10:00:00Z");

    public static final Participant FATIMA =
            new Participant("Fatima Yılmaz", new EmailAddress("fatima@gemeente.example"), Language.NL);

    public static final Participant JOHN =
            new Participant("John Doe", new EmailAddress("john.doe@council.example"), Language.EN);

    static final Standing PLACE = new Standing.Confirmed(SIGNED_UP, false, Optional.empty());
    static final Standing QUEUE = new Standing.Waitlisted(SIGNED_UP, 3, Optional.empty());
    static final Standing GAVE_UP_PLACE = new Standing.Cancelled(SIGNED_UP, true, false);
    static final Standing GAVE_UP_LATE = new Standing.Cancelled(SIGNED_UP, true, true);
    static final Standing LEFT_QUEUE = new Standing.Cancelled(SIGNED_UP, false, false);

    public Registration registration(Session session, Standing standing) {
        return registration(session, standing, Optional.empty());
    }

    Registration registration(Session session, Standing standing, Optional<String> organisation) {
        return new Registration(
                session.id(),
                RegistrationId.of(session.id(), email),
                new LinkSecret("0123456789abcdefghijkA"),
                new UUID(0, 1),
                new Person(name, email, organisation),
                language,
                SIGNED_UP,
                Answers.NONE,
                SIGNED_UP,
                standing,
                0,
                new Correspondence(List.of(), SIGNED_UP, Optional.empty(), 0),
                session.revision(),
                Optional.empty(),
                1,
                Optional.empty());
    }

    public Mail mail(LetterKind kind, Session session, Standing standing, Instant now) {
        OptionalInt position = standing instanceof Standing.Waitlisted ? OptionalInt.of(2) : OptionalInt.empty();
        Listing listing = new Listing(session, Places.allFree(session.document()));
        return new Mail(kind, listing, registration(session, standing), position, now);
    }

    /** Returns a plain confirmation, long before the session. */
    public Mail confirmation(Session session) {
        return mail(LetterKind.CONFIRMED, session, PLACE, SIGNED_UP);
    }
}
