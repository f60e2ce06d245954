package nl.samenkomst.domain.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.session.MaterialNews;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;

/**
 * Computes the next letter owed to a registration, purely from the session, the registration and the time. Every letter
 * tells everything that holds when it is sent, so no letter is owed for anything that a later one has told.
 */
public final class Owed {

    /** The delay before anybody is told that a session is cancelled, so that a mistake can be undone in silence. */
    public static final Duration CANCELLATION_DELAY = Duration.ofMinutes(2);

    /** How long after the first letter an address that nobody confirmed gets the second one, which is the last. */
    static final Duration SECOND_REQUEST_DELAY = Duration.ofDays(1);

    private Owed() {}

    /** Returns the next letter and its moment, which may lie ahead; empty if none is owed until something changes. */
    public static Optional<OwedLetter> next(Session session, Registration registration, Instant now) {
        if (!registration.mayBeMailed()) {
            return Optional.empty();
        }
        if (!registration.proof().isGiven()) {
            return untilConfirmed(session, registration, now);
        }
        Optional<OwedLetter> news = news(session, registration, now);
        Optional<OwedLetter> told = news.filter(letter -> letter.isDueBy(now))
                .or(() -> askedLink(session, registration))
                .or(() -> news);
        // A message that cannot be read must keep nobody from a letter that is due.
        return told.filter(letter -> letter.isDueBy(now))
                .or(() -> earlier(told, OwedMessages.next(session, registration, now)));
    }

    private static Optional<OwedLetter> earlier(Optional<OwedLetter> one, Optional<OwedLetter> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.comparing(OwedLetter::from));
    }

    /** Returns the next letter that nobody has to ask for. */
    private static Optional<OwedLetter> news(Session session, Registration registration, Instant now) {
        if (session.document().when().hasEndedBy(now)) {
            return lastWord(session, registration).or(() -> followUp(session, registration));
        }
        if (mustHearOfReinstatement(session, registration, now)) {
            return owed(LetterKind.SESSION_REINSTATED, session.changedAt());
        }
        return switch (registration.state()) {
            case RegistrationState.Lapsed _ -> Optional.empty();
            case RegistrationState.Cancelled _ -> closingLetter(LetterKind.CANCELLED, session, registration);
            case RegistrationState.Waitlisted _ -> withoutCertainPlace(LetterKind.WAITING, session, registration, now);
            case RegistrationState.Confirmed confirmed -> confirmed(session, registration, confirmed, now);
            case RegistrationState.UnderReview _ ->
                withoutCertainPlace(LetterKind.UNDER_REVIEW, session, registration, now);
            case RegistrationState.Declined _ -> closingLetter(LetterKind.DECLINED, session, registration);
            case RegistrationState.Invited invited -> invited(session, registration, invited, now);
            case RegistrationState.InvitationDeclined _ -> Optional.empty();
            case RegistrationState.InvitationRevoked _ ->
                receivedInvitation(registration)
                        ? closingLetter(LetterKind.REVOKED, session, registration)
                        : Optional.empty();
        };
    }

    /**
     * Returns when the next letter is due, never before its delay ends, or the registration lapses, whichever is first;
     * empty if neither comes.
     */
    public static Optional<Instant> dueAt(Session session, Registration registration, Instant now) {
        Instant heldUntil = registration.letters().delayedUntil().orElse(Instant.MIN);
        Optional<Instant> letter = next(session, registration, now)
                .map(OwedLetter::from)
                .map(from -> from.isBefore(heldUntil) ? heldUntil : from);
        Optional<Instant> lapse = session.isSettledBy(now) ? Optional.empty() : registration.lapsesAt(session);
        return Stream.of(letter, lapse).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /**
     * Returns a letter to an address that nobody has confirmed: the one that answers the sign-up, and another a day
     * later, or when the organiser asks for it. Of registrations that one letter told of only the first gets another.
     * None tells of changes, so that nobody can make the desk write to a stranger for months.
     */
    private static Optional<OwedLetter> untilConfirmed(Session session, Registration registration, Instant now) {
        LetterLog letters = registration.letters();
        List<SentLetter> sent = letters.since(registration.signedUpAt());
        if (!registration.isActive() || session.isSettledBy(now)) {
            return Optional.empty();
        }
        if (sent.isEmpty()) {
            return owed(answerToSignUp(registration), registration.signedUpAt());
        }
        return ownLink(letters)
                .map(asked -> new OwedLetter(LetterKind.CONFIRM_ADDRESS, asked.from()))
                .or(() -> secondRequest(session, registration, sent));
    }

    /** Returns the kind that tells the state, or what to do to keep it. */
    private static LetterKind answerToSignUp(Registration registration) {
        if (registration.proof().lapsesAt().isPresent()) {
            return LetterKind.CONFIRM_ADDRESS;
        }
        return switch (registration.state()) {
            case RegistrationState.Confirmed confirmed -> placeLetter(confirmed);
            case RegistrationState.Waitlisted _ -> LetterKind.WAITING;
            case RegistrationState.UnderReview _ -> LetterKind.UNDER_REVIEW;
            case RegistrationState.Invitation _ -> LetterKind.CONFIRM_ADDRESS;
            case RegistrationState.Closed _ -> LetterKind.CONFIRM_ADDRESS;
        };
    }

    /**
     * Returns whether this is the second letter to an address that nobody confirmed: nobody asks for it, so it must be
     * counted to the mailbox when it is sent.
     */
    public static boolean isSecondRequest(OwedLetter letter, Registration registration) {
        List<SentLetter> sent = registration.letters().since(registration.signedUpAt());
        return !registration.proof().isGiven()
                && sent.size() == 1
                && letter.from().equals(sent.getFirst().at().plus(SECOND_REQUEST_DELAY));
    }

    /** Returns the second letter, unless the registration has lapsed or the session has started by then. */
    private static Optional<OwedLetter> secondRequest(
            Session session, Registration registration, List<SentLetter> sent) {
        Instant moment = sent.getFirst().at().plus(SECOND_REQUEST_DELAY);
        boolean comesTooLate = session.document().when().hasStartedBy(moment)
                || registration
                        .lapsesAt(session)
                        .filter(lapse -> !moment.isBefore(lapse))
                        .isPresent();
        return sent.size() > 1 || sent.getFirst().isBundled() || comesTooLate
                ? Optional.empty()
                : owed(LetterKind.CONFIRM_ADDRESS, moment);
    }

    /** Returns whether the person was told that the session is cancelled, and it takes place after all. */
    private static boolean mustHearOfReinstatement(Session session, Registration registration, Instant now) {
        boolean isConcerned = registration.isActive() || registration.state() instanceof RegistrationState.Invited;
        return isConcerned
                && !session.isSettledBy(now)
                && registration.letters().saysCancelled();
    }

    /** Returns the letter that closes a registration; empty once it was sent or the session is cancelled. */
    private static Optional<OwedLetter> closingLetter(LetterKind kind, Session session, Registration registration) {
        Instant since = registration.state().since();
        return session.isCancelled() || registration.letters().sentSince(since, kind)
                ? Optional.empty()
                : owed(kind, since);
    }

    /**
     * Returns the invitation, due once it can be answered. No other letter is owed before it, except the session's
     * cancellation to a person who received an earlier invitation.
     */
    private static Optional<OwedLetter> invited(
            Session session, Registration registration, RegistrationState.Invited invited, Instant now) {
        if (hasInvitation(registration, invited)) {
            return withoutCertainPlace(LetterKind.INVITED, session, registration, now);
        }
        return switch (session.phase(now)) {
            case OPEN -> owed(LetterKind.INVITED, invited.since());
            case NOT_YET ->
                owed(
                        LetterKind.INVITED,
                        session.document().signUp().opens().orElseThrow().toInstant());
            case CLOSED -> Optional.empty();
            case CANCELLED ->
                receivedInvitation(registration) ? sessionCancelled(session, registration) : Optional.empty();
        };
    }

    private static boolean hasInvitation(Registration registration, RegistrationState.Invited invited) {
        return registration.letters().sentSince(invited.since(), LetterKind.INVITED);
    }

    private static boolean receivedInvitation(Registration registration) {
        return registration.letters().sentSince(Instant.MIN, LetterKind.INVITED);
    }

    /** Returns the letters for somebody without a certain place: first their state, then changes until the start. */
    private static Optional<OwedLetter> withoutCertainPlace(
            LetterKind kind, Session session, Registration registration, Instant now) {
        if (session.isCancelled()) {
            return sessionCancelled(session, registration);
        }
        if (session.document().when().hasStartedBy(now)) {
            return lastWord(session, registration);
        }
        LetterLog letters = registration.letters();
        Instant since = registration.state().since();
        if (!letters.sentSince(since, kind, LetterKind.CONFIRM_ADDRESS)) {
            return owed(kind, since);
        }
        return changed(session, letters)
                .or(() -> chooseTheme(session, registration))
                .or(() -> ownLink(letters))
                .or(() -> lastWord(session, registration));
    }

    /**
     * Returns the letter to somebody who has no place in the end: at the start if they wait for one, and when sign-up
     * closes if the organiser has not decided. Owed once, until the registration expires.
     */
    private static Optional<OwedLetter> lastWord(Session session, Registration registration) {
        RegistrationState state = registration.state();
        if (session.isCancelled() || registration.letters().sentSince(state.since(), LetterKind.LAST_WORD)) {
            return Optional.empty();
        }
        Optional<Instant> from = switch (state) {
            case RegistrationState.Waitlisted _ ->
                Optional.of(session.document().when().start().toInstant());
            case RegistrationState.UnderReview review -> {
                Instant closes = session.document().closes().toInstant();
                yield Optional.of(closes.isBefore(review.since()) ? review.since() : closes);
            }
            case RegistrationState.Confirmed _ -> Optional.empty();
            case RegistrationState.Invitation _ -> Optional.empty();
            case RegistrationState.Closed _ -> Optional.empty();
        };
        return from.filter(moment -> moment.isBefore(session.document().forgetAt()))
                .flatMap(moment -> owed(LetterKind.LAST_WORD, moment));
    }

    private static LetterKind placeLetter(RegistrationState.Confirmed confirmed) {
        return confirmed.fromWaitingList() ? LetterKind.PROMOTED : LetterKind.CONFIRMED;
    }

    private static Optional<OwedLetter> confirmed(
            Session session, Registration registration, RegistrationState.Confirmed confirmed, Instant now) {
        if (session.isCancelled()) {
            return sessionCancelled(session, registration);
        }
        LetterKind place = placeLetter(confirmed);
        LetterLog letters = registration.letters();
        if (!letters.sentSince(confirmed.since(), place)) {
            return owed(place, confirmed.since());
        }
        Optional<OwedLetter> reminder = reminder(session, letters, now);
        return changed(session, letters)
                .or(() -> chooseTheme(session, registration))
                .or(() -> ownLink(letters))
                .or(() -> reminder.filter(letter -> letter.isDueBy(now)))
                .or(() -> materials(session, registration, now))
                .or(() -> reminder)
                .or(() -> followUp(session, registration));
    }

    private static Optional<OwedLetter> sessionCancelled(Session session, Registration registration) {
        Instant at = session.cancellation().orElseThrow().at();
        boolean told = registration.letters().sentSince(at, LetterKind.SESSION_CANCELLED);
        return told ? Optional.empty() : owed(LetterKind.SESSION_CANCELLED, at.plus(CANCELLATION_DELAY));
    }

    /** Returns the letter about a move or else another announced change; the letter about a move tells of both. */
    private static Optional<OwedLetter> changed(Session session, LetterLog letters) {
        Optional<Revision> told = letters.lastNews().map(SentLetter::revision);
        if (told.filter(revision -> revision.isBefore(session.movedIn())).isPresent()) {
            return owed(LetterKind.SESSION_MOVED, session.changedAt());
        }
        return told.filter(revision -> revision.isBefore(session.announcedIn())).isPresent()
                ? owed(LetterKind.SESSION_CHANGED, session.changedAt())
                : Optional.empty();
    }

    private static Optional<OwedLetter> chooseTheme(Session session, Registration registration) {
        boolean told = registration.letters().sentSince(registration.choseAt(), LetterKind.CHOOSE_THEME);
        return told || !registration.mustChooseTheme(session)
                ? Optional.empty()
                : owed(LetterKind.CHOOSE_THEME, session.changedAt());
    }

    /**
     * Returns the own link if somebody asked for it or renewed it since signing up, as long as the registration is kept;
     * not before the delay has passed in which a session's cancellation can be undone in silence.
     */
    private static Optional<OwedLetter> askedLink(Session session, Registration registration) {
        boolean isAsked = registration.letters().linkAskedAt().isAfter(registration.signedUpAt());
        if (!isAsked || !hasHeardOfInvitation(registration)) {
            return Optional.empty();
        }
        Instant silentUntil = session.cancellation()
                .map(cancellation -> cancellation.at().plus(CANCELLATION_DELAY))
                .orElse(Instant.MIN);
        return ownLink(registration.letters())
                .map(letter -> letter.from().isBefore(silentUntil)
                        ? new OwedLetter(LetterKind.OWN_LINK, silentUntil)
                        : letter);
    }

    /** Returns whether a letter has told of the invitation; true for any other registration. */
    private static boolean hasHeardOfInvitation(Registration registration) {
        return switch (registration.state()) {
            case RegistrationState.Invited invited -> hasInvitation(registration, invited);
            case RegistrationState.InvitationRevoked _ -> receivedInvitation(registration);
            case RegistrationState.InvitationDeclined _ -> true;
            case RegistrationState.Active _ -> true;
            case RegistrationState.Closed _ -> true;
        };
    }

    private static Optional<OwedLetter> ownLink(LetterLog letters) {
        return letters.last()
                .filter(last -> last.at().isBefore(letters.linkAskedAt()))
                .flatMap(last -> owed(LetterKind.OWN_LINK, letters.linkAskedAt()));
    }

    /**
     * Returns the latest reminder that is due, or else the next one ahead. Skips reminders due before the last letter
     * but a message, which told the same; empty after the start.
     */
    private static Optional<OwedLetter> reminder(Session session, LetterLog letters, Instant now) {
        if (session.document().when().hasStartedBy(now)) {
            return Optional.empty();
        }
        Instant told = letters.lastNews().map(SentLetter::at).orElse(Instant.MIN);
        List<Instant> moments = session.document().reminders().stream()
                .filter(ahead -> !session.skipped().reminders().contains(ahead))
                .map(ahead -> ahead.before(session.document().when().start()).toInstant())
                .filter(moment -> moment.isAfter(told))
                .toList();
        Optional<Instant> latestThatCame =
                moments.stream().filter(moment -> !moment.isAfter(now)).max(Comparator.naturalOrder());
        return latestThatCame
                .or(() -> moments.stream().min(Comparator.naturalOrder()))
                .flatMap(moment -> owed(LetterKind.REMINDER, moment));
    }

    /** Returns the letter about materials that no letter has listed yet; empty after the start. */
    private static Optional<OwedLetter> materials(Session session, Registration registration, Instant now) {
        boolean started = session.document().when().hasStartedBy(now);
        return !started && hasNews(session, registration, now, _ -> true)
                ? owed(LetterKind.MATERIALS, session.changedAt())
                : Optional.empty();
    }

    /**
     * Returns the follow-up with materials that no letter has listed yet, or with questions that no follow-up has asked,
     * from the session's end until the registration expires, for confirmed people who are not marked absent.
     */
    private static Optional<OwedLetter> followUp(Session session, Registration registration) {
        Instant end = session.document().when().end().toInstant();
        Instant from = session.changedAt().isAfter(end) ? session.changedAt() : end;
        boolean came = registration.state() instanceof RegistrationState.Confirmed
                && registration.present().orElse(true)
                && !session.isCancelled();
        boolean known = from.isBefore(session.document().forgetAt());
        return came
                        && known
                        && (hasNews(
                                        session,
                                        registration,
                                        from,
                                        news -> !session.skipped().includes(news))
                                || mustAsk(session, registration, end))
                ? owed(LetterKind.FOLLOW_UP, from)
                : Optional.empty();
    }

    /** Returns whether there are questions for afterwards that the person has neither answered nor been asked. */
    private static boolean mustAsk(Session session, Registration registration, Instant end) {
        return session.skipped().followUp().isEmpty()
                && !registration.isEvaluated()
                && !registration.questionsAfterwards(session).isEmpty()
                && !registration.letters().sentSince(end, LetterKind.FOLLOW_UP);
    }

    private static boolean hasNews(
            Session session, Registration registration, Instant at, Predicate<MaterialNews> isTold) {
        return session.newsAt(at, registration.state().theme()).stream()
                .filter(isTold)
                .anyMatch(news -> !isListed(news, session, registration));
    }

    /**
     * Returns whether a letter has listed this version. Letters sent before the person got this place or chose this
     * theme do not count, nor letters before the session's end for materials that appear afterwards.
     */
    private static boolean isListed(MaterialNews news, Session session, Registration registration) {
        Stream<Instant> since = Stream.of(
                        Optional.of(registration.state().since()),
                        news.theme().map(theme -> registration.choseAt()),
                        Optional.of(session.document().when().end().toInstant()).filter(end -> news.afterwards()))
                .flatMap(Optional::stream);
        Instant from = since.max(Comparator.naturalOrder()).orElse(Instant.MIN);
        return registration.letters().sent().stream()
                .filter(letter ->
                        letter.kind().filter(LetterKind::listsMaterials).isPresent())
                .filter(letter -> !letter.at().isBefore(from))
                .anyMatch(letter -> !letter.revision().isBefore(news.revision()));
    }

    private static Optional<OwedLetter> owed(LetterKind kind, Instant from) {
        return Optional.of(new OwedLetter(kind, from));
    }
}
