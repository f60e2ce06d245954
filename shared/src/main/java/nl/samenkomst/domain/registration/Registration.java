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
 * @param signUp id of the sign-up request, by which a retry after a lost response recognizes its own write
 * @param choseAt when the person last chose a theme or answered
 * @param changes number of changes of state; calendars order their updates by it
 * @param sessionRevision the session revision that {@code dueAt} was computed from
 * @param dueAt when its letters need attention next; empty if none is coming as things stand
 * @param version 0 before the first write, and one more with each; every write is conditional on it
 * @param present whether the person was there; empty until the organiser says
 * @param original the stored item it was read from; {@link StoredOriginal#NONE} if it was never stored
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

    /** Minimum time between requests that mail the own link again. */
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
     * Returns the registration of a person who signs up, for the first time or again; then the link stays the same.
     *
     * @param fresh the secret for a first sign-up
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

    /** Returns whether the person has a place, waits for one, or is under review. */
    public boolean isActive() {
        return state instanceof RegistrationState.Active;
    }

    /** Returns whether the chosen theme was closed since, or themes were added to a session that had none. */
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

    /** Returns whether {@link #BETWEEN_LINKS} has passed since the last sign-up or request for the own link. */
    public boolean mayHaveLinkAgain(Instant now) {
        return !now.isBefore(letters.linkAskedAt().plus(BETWEEN_LINKS));
    }

    public Registration askedForLink(Instant now) {
        return with(letters.askedForLink(now));
    }

    /** Returns whether the person may attend by the own link: invited, or attended by invitation and then cancelled. */
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

    /** Returns this registration of an invited person who will attend. */
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

    /** Returns this registration with the person's own changes. */
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

    /** Returns this registration in another state; drops the presence mark unless confirmed. */
    public Registration with(RegistrationState next) {
        Optional<Boolean> still = next instanceof RegistrationState.Confirmed ? present : Optional.empty();
        return but(next, changes + 1, letters, sessionRevision, dueAt, version, still);
    }

    public Registration with(LetterLog next) {
        return but(state, changes, next, sessionRevision, dueAt, version, present);
    }

    /** Returns this registration with another presence mark, or none; changes nothing else. */
    public Registration marked(Optional<Boolean> there) {
        return but(state, changes, letters, sessionRevision, dueAt, version, there);
    }

    /** Returns this registration as it will be stored: computed from {@code current}, with the next version. */
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
