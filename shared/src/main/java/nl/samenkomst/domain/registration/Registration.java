package nl.samenkomst.domain.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * One person's sign-up for one session.
 *
 * @param secret stays the same when the person cancels and signs up again, so that no link ever breaks
 * @param signUp which request made it what it is, so that a request whose answer was lost knows its own work
 * @param choseAt when the person last chose and answered
 * @param changes how often its standing changed; calendars order their updates by it
 * @param sessionRevision the session's revision that the next letter was reckoned with
 * @param dueAt when somebody is to look after its letters again; empty where none is to come
 * @param version one more with every write; what a write is conditioned on
 * @param present whether the person was there; empty as long as the organiser did not say
 * @param original what it was read from; none where nobody wrote it down yet
 */
public record Registration(
        SessionId session,
        RegistrationId id,
        LinkSecret secret,
        UUID signUp,
        Person person,
        Language language,
        Instant signedUpAt,
        Answers answers,
        Instant choseAt,
        RegistrationState state,
        int changes,
        LetterLog letters,
        int sessionRevision,
        Optional<Instant> dueAt,
        int version,
        Optional<Boolean> present,
        StoredOriginal original) {

    /** No more than one own link again in this time. */
    public static final Duration BETWEEN_LINKS = Duration.ofHours(1);

    /** A registration that was not read from a store. */
    public Registration(
            SessionId session,
            RegistrationId id,
            LinkSecret secret,
            UUID signUp,
            Person person,
            Language language,
            Instant signedUpAt,
            Answers answers,
            Instant choseAt,
            RegistrationState state,
            int changes,
            LetterLog letters,
            int sessionRevision,
            Optional<Instant> dueAt,
            int version,
            Optional<Boolean> present) {
        this(
                session,
                id,
                secret,
                signUp,
                person,
                language,
                signedUpAt,
                answers,
                choseAt,
                state,
                changes,
                letters,
                sessionRevision,
                dueAt,
                version,
                present,
                StoredOriginal.NONE);
    }

    /**
     * Somebody signs up, for the first time or again: then the link stays what it was.
     *
     * @param fresh the secret of a first sign-up
     */
    public static Registration signedUp(
            Session current,
            Optional<Registration> before,
            RegistrationId id,
            LinkSecret fresh,
            UUID request,
            Person person,
            Language language,
            Answers answers,
            RegistrationState state,
            Instant now) {
        return new Registration(
                current.id(),
                id,
                before.map(Registration::secret).orElse(fresh),
                request,
                person,
                language,
                now,
                answers,
                now,
                state,
                before.map(registration -> registration.changes() + 1).orElse(0),
                before.map(registration -> registration.letters().askedForLink(now))
                        .orElseGet(() -> LetterLog.none(now)),
                current.revision(),
                Optional.empty(),
                before.map(Registration::version).orElse(0),
                Optional.empty(),
                before.map(Registration::original).orElse(StoredOriginal.NONE));
    }

    public OwnLink ownLink() {
        return new OwnLink(id, secret);
    }

    /** Whether the person has a place, waits for one, or waits for the organiser's decision. */
    public boolean isActive() {
        return state instanceof RegistrationState.Active;
    }

    /** Whether the theme chosen was closed since, or themes came where there were none. */
    public boolean mustChooseTheme(Session current) {
        List<Theme> themes = current.document().themes();
        if (themes.isEmpty() || !isActive()) {
            return false;
        }
        boolean sitsNowhere = state.holdsPlace() && state.theme().isEmpty();
        return sitsNowhere
                || state.theme()
                        .filter(theme -> current.document().theme(theme).isEmpty())
                        .isPresent();
    }

    public boolean mayHaveLinkAgain(Instant now) {
        return !now.isBefore(letters.linkAskedAt().plus(BETWEEN_LINKS));
    }

    public Registration askedForLink(Instant now) {
        return with(letters.askedForLink(now));
    }

    /** Whether the person may say by the own link to come: who was invited, or came by invitation and cancelled. */
    public boolean mayAttend(Session current) {
        return switch (state) {
            case RegistrationState.Invited invited -> true;
            case RegistrationState.InvitationDeclined declined -> true;
            case RegistrationState.CancelledByPerson cancelled -> !current.isPublic();
            case RegistrationState.InvitationRevoked revoked -> false;
            case RegistrationState.CancelledByOrganiser cancelled -> false;
            case RegistrationState.Declined declined -> false;
            case RegistrationState.Active active -> false;
        };
    }

    /** The same with the person's yes. */
    public Registration attending(Person whoComes, Answers given, RegistrationState next, Instant now) {
        return new Registration(
                session,
                id,
                secret,
                signUp,
                whoComes,
                language,
                now,
                given,
                now,
                next,
                changes + 1,
                letters.askedForLink(now),
                sessionRevision,
                dueAt,
                version,
                Optional.empty(),
                original);
    }

    /** The same with what the person changed about it. */
    public Registration amended(Person otherPerson, Answers otherAnswers, Instant chose) {
        return new Registration(
                session,
                id,
                secret,
                signUp,
                otherPerson,
                language,
                signedUpAt,
                otherAnswers,
                chose,
                state,
                changes,
                letters,
                sessionRevision,
                dueAt,
                version,
                present,
                original);
    }

    /** Who has no place any more was not there either. */
    public Registration with(RegistrationState next) {
        Optional<Boolean> still = next instanceof RegistrationState.Confirmed ? present : Optional.empty();
        return but(next, changes + 1, letters, sessionRevision, dueAt, version, still);
    }

    public Registration with(LetterLog next) {
        return but(state, changes, next, sessionRevision, dueAt, version, present);
    }

    /** Whether the person was there, as the organiser says; changes nothing else. */
    public Registration marked(Optional<Boolean> there) {
        return but(state, changes, letters, sessionRevision, dueAt, version, there);
    }

    /** Returns this registration as it will be stored: what it is owed computed with this session, one version later. */
    public Registration asStored(Session current, Instant now) {
        return but(state, changes, letters, current.revision(), Owed.dueAt(current, this, now), version + 1, present);
    }

    private Registration but(
            RegistrationState otherStanding,
            int otherChanges,
            LetterLog otherLetters,
            int otherSessionRevision,
            Optional<Instant> otherDueAt,
            int otherVersion,
            Optional<Boolean> otherPresent) {
        return new Registration(
                session,
                id,
                secret,
                signUp,
                person,
                language,
                signedUpAt,
                answers,
                choseAt,
                otherStanding,
                otherChanges,
                otherLetters,
                otherSessionRevision,
                otherDueAt,
                otherVersion,
                otherPresent,
                original);
    }
}
