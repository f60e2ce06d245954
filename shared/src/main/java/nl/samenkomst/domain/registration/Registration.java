package nl.samenkomst.domain.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * One person's sign-up for one session.
 *
 * @param secret stays the same when the person cancels and signs up again, so that no link ever breaks
 * @param signUp which request made it what it is, so that a request whose answer was lost knows its own work
 * @param changes how often its standing changed; calendars order their updates by it
 * @param sessionRevision the session's revision that the next letter was reckoned with
 * @param dueAt when somebody is to look after its letters again; empty where none is to come
 * @param version one more with every write; what a write is conditioned on
 */
public record Registration(
        SessionId session,
        RegistrationId id,
        LinkSecret secret,
        UUID signUp,
        Person person,
        Language language,
        Instant signedUpAt,
        Standing standing,
        int changes,
        Correspondence letters,
        int sessionRevision,
        Optional<Instant> dueAt,
        int version) {

    /** No more than one own link again in this time. */
    public static final Duration BETWEEN_LINKS = Duration.ofHours(1);

    public OwnLink ownLink() {
        return new OwnLink(id, secret);
    }

    public boolean isActive() {
        return !(standing instanceof Standing.Cancelled);
    }

    public boolean mayHaveLinkAgain(Instant now) {
        return !now.isBefore(letters.linkAskedAt().plus(BETWEEN_LINKS));
    }

    public Registration askedForLink(Instant now) {
        return with(letters.askedForLink(now));
    }

    public Registration with(Standing next) {
        return but(next, changes + 1, letters, sessionRevision, dueAt, version);
    }

    public Registration with(Correspondence next) {
        return but(standing, changes, next, sessionRevision, dueAt, version);
    }

    /** As it is written down: reckoned with this session, one version on. */
    public Registration writtenWith(Session current, Optional<Instant> nextDueAt) {
        return but(standing, changes, letters, current.revision(), nextDueAt, version + 1);
    }

    private Registration but(
            Standing otherStanding,
            int otherChanges,
            Correspondence otherLetters,
            int otherSessionRevision,
            Optional<Instant> otherDueAt,
            int otherVersion) {
        return new Registration(
                session,
                id,
                secret,
                signUp,
                person,
                language,
                signedUpAt,
                otherStanding,
                otherChanges,
                otherLetters,
                otherSessionRevision,
                otherDueAt,
                otherVersion);
    }
}
