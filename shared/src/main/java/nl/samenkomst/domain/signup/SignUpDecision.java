package nl.samenkomst.domain.signup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.document.Admission;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;

/**
 * The rules of signing up. The outcome tells what the session's public state was when the request came in, never
 * whether the person was registered before, nor whether their mailbox takes letters.
 */
final class SignUpDecision {

    private final RegistrationSnapshot seen;
    private final SignUpRequest request;
    private final LetterDelay delay;
    private final Optional<CalendarPeriod> confirmAddress;
    private final LetterCount count;
    private final Optional<RegisterOutcome> first;
    private final Instant now;

    private SignUpDecision(
            RegistrationSnapshot seen,
            SignUpRequest request,
            LetterDelay delay,
            LetterCount count,
            Optional<CalendarPeriod> confirmAddress,
            Optional<RegisterOutcome> first,
            Instant now) {
        this.seen = seen;
        this.request = request;
        this.delay = delay;
        this.confirmAddress = confirmAddress;
        this.count = count;
        this.first = first;
        this.now = now;
    }

    /**
     * Decides one attempt of a request.
     *
     * @param count whether the letter was counted already, for another session of the request
     * @param confirmAddress how long an address may stay unconfirmed, where the session does not say; for ever if empty
     * @param first the outcome of the request's first attempt; empty if this is the first
     */
    static Decided<RegisterOutcome> decide(
            RegistrationSnapshot seen,
            SignUpRequest request,
            LetterDelay delay,
            LetterCount count,
            Optional<CalendarPeriod> confirmAddress,
            Optional<RegisterOutcome> first,
            Instant now) {
        return new SignUpDecision(seen, request, delay, count, confirmAddress, first, now).decide();
    }

    private Decided<RegisterOutcome> decide() {
        if (!seen.session().isPublic()) {
            return Decided.asIs(new RegisterOutcome.UnknownSession());
        }
        Optional<Registration> ownWork = seen.registration().filter(request::made);
        if (ownWork.isPresent()) {
            return Decided.asIs(outcomeOf(ownWork.get()));
        }
        SignUp signUp = request.signUp();
        return switch (Choices.check(seen.session().document(), signUp.theme(), signUp.answers())) {
            case Parsed.Invalid<Choices> invalid -> Decided.asIs(new RegisterOutcome.Invalid(invalid.problems()));
            case Parsed.Valid<Choices> valid -> decide(valid.value());
        };
    }

    private Decided<RegisterOutcome> decide(Choices choices) {
        RegisterOutcome current = publicOutcome(choices);
        Optional<Registration> decided = seen.registration().filter(SignUpDecision::isActiveOrDeclined);
        if (decided.isPresent()) {
            return signUpAgain(decided.get(), current, choices);
        }
        return stateOf(current, choices)
                .map(state -> register(current, choices, state))
                .orElseGet(() -> refuse(current, Optional.empty()));
    }

    /** Returns the state that this outcome gives a newcomer; empty if it gives none. */
    private Optional<RegistrationState> stateOf(RegisterOutcome outcome, Choices choices) {
        return switch (outcome) {
            case RegisterOutcome.Place _ -> Optional.of(confirmed(choices));
            case RegisterOutcome.WaitingList _ -> Optional.of(waitlisted(choices));
            case RegisterOutcome.Review _ -> Optional.of(reviewed(choices));
            case RegisterOutcome.Refused _ -> Optional.empty();
            case RegisterOutcome.Invalid _ -> Optional.empty();
            case RegisterOutcome.UnknownSession _ -> Optional.empty();
        };
    }

    private RegisterOutcome publicOutcome(Choices choices) {
        Session session = seen.session();
        SignUpState state = seen.sessionSnapshot().signUp(choices.wish(), now);
        return switch (state) {
            case OPEN -> new RegisterOutcome.Place(session);
            case WAITING_LIST -> new RegisterOutcome.WaitingList(session);
            case REVIEW -> new RegisterOutcome.Review(session);
            case FULL ->
                seen.sessionSnapshot().signUp(now) == SignUpState.FULL
                        ? new RegisterOutcome.Refused(session, state)
                        : new RegisterOutcome.Invalid(List.of(new Problem("theme", Reason.FULL)));
            case NOT_YET, CLOSED, CANCELLED, INVITED -> new RegisterOutcome.Refused(session, state);
        };
    }

    /** Returns the outcome of this request's own earlier write, whose response was lost. */
    private RegisterOutcome outcomeOf(Registration done) {
        Session session = seen.session();
        return switch (done.state()) {
            case RegistrationState.Confirmed _ -> new RegisterOutcome.Place(session);
            case RegistrationState.Waitlisted _ ->
                admission().isReviewed()
                        ? new RegisterOutcome.Review(session)
                        : new RegisterOutcome.WaitingList(session);
            case RegistrationState.UnderReview _ -> new RegisterOutcome.Review(session);
            case RegistrationState.Declined _ -> new RegisterOutcome.Review(session);
            case RegistrationState.Cancelled _ -> first.orElseThrow();
            case RegistrationState.Invitation _ -> first.orElseThrow();
        };
    }

    /** A declined person cannot bypass the organiser by registering again; someone who cancelled or was invited can. */
    private static boolean isActiveOrDeclined(Registration registration) {
        return registration.isActive() || registration.state() instanceof RegistrationState.Declined;
    }

    /**
     * Answers somebody who is registered as a newcomer, and writes as much as for one, so that the time tells nobody who
     * is. Mails the link to a confirmed address only: to any other, the letter about the sign-up was the only one.
     */
    private Decided<RegisterOutcome> signUpAgain(Registration known, RegisterOutcome current, Choices choices) {
        RegisterOutcome outcome = first.orElse(current);
        return stateOf(current, choices)
                .<Decided<RegisterOutcome>>map(state -> new Decided.Commit<>(
                        RegistrationChanges.signingUp(seen.withoutRegistration(), newcomer(choices, state), now)
                                .withMailbox(
                                        mailsLinkTo(known)
                                                ? counted()
                                                : mailbox().withoutLetter(now))
                                .asDecoyKeeping(RegistrationChange.update(seen.session(), linkAskedBy(known), now)),
                        outcome))
                .orElseGet(() -> refuse(outcome, Optional.of(known)));
    }

    /** Refuses anybody with the same work, and mails the link to somebody registered; not to a cancelled session. */
    private Decided<RegisterOutcome> refuse(RegisterOutcome outcome, Optional<Registration> known) {
        Session session = seen.session();
        if (session.isCancelled() || outcome instanceof RegisterOutcome.Invalid) {
            return Decided.asIs(outcome);
        }
        return known.filter(this::mailsLinkTo)
                .<Decided<RegisterOutcome>>map(registration -> new Decided.Update<>(
                        session,
                        RegistrationChange.update(session, linkAskedBy(registration), now),
                        Optional.of(counted()),
                        outcome))
                .orElseGet(() -> new Decided.Decoy<>(session.id(), mailbox().withoutLetter(now), outcome));
    }

    private Registration newcomer(Choices choices, RegistrationState state) {
        return request.registration(seen.withoutRegistration(), choices.answers(), state, unconfirmed(), now);
    }

    private Registration linkAskedBy(Registration known) {
        return mailsLinkTo(known) ? delay.applyTo(known.linkRequestGranted(now), now) : known;
    }

    private boolean mailsLinkTo(Registration known) {
        boolean isTime = known.isWithheld() || (known.proof().isGiven() && known.mayResendLink(now));
        return isTime && mayMail();
    }

    /** Returns whether the mailbox may have the letter that this request makes owed. */
    private boolean mayMail() {
        return switch (count) {
            case OPEN -> mailbox().mayReceive(now);
            case COUNTED -> !mailbox().isRefused();
            case EXCEEDED -> false;
        };
    }

    /**
     * Returns the mailbox with the letter counted, or as it is. It is stored in either case, so that nothing is decided
     * with a mailbox that is refused meanwhile.
     */
    private Mailbox counted() {
        return switch (count) {
            case OPEN -> mayMail() ? mailbox().withLetter(now) : mailbox().withoutLetter(now);
            case COUNTED, EXCEEDED -> mailbox().withoutLetter(now);
        };
    }

    private Mailbox mailbox() {
        return seen.mailbox().orElseThrow();
    }

    private Decided<RegisterOutcome> register(RegisterOutcome outcome, Choices choices, RegistrationState state) {
        boolean isRefused = mailbox().isRefused();
        Registration made =
                delay.applyTo(request.registration(seen, choices.answers(), state, unconfirmed(), now), now);
        RegistrationChanges changes = RegistrationChanges.signingUp(
                        seen, mayMail() || isRefused ? made : made.withheld(now), now)
                .withMailbox(counted());
        return new Decided.Commit<>(isRefused ? changes.asDecoy() : changes, outcome);
    }

    private RegistrationState confirmed(Choices choices) {
        return new RegistrationState.Confirmed(now, false, seen.places().seat(choices.wish()));
    }

    private RegistrationState waitlisted(Choices choices) {
        return new RegistrationState.Waitlisted(now, seen.places().highestNumber() + 1, choices.wish());
    }

    private Admission admission() {
        return seen.session().document().signUp().admission();
    }

    private AddressProof unconfirmed() {
        return new AddressProof.Awaited(seen.session()
                .document()
                .signUp()
                .confirmAddress()
                .or(() -> confirmAddress)
                .map(period -> period.after(
                                now.atZone(seen.session().document().when().zone()))
                        .toInstant()));
    }

    /**
     * Returns the state in a session that the organiser decides about. Whose address is of a listed domain keeps the
     * turn of this moment until the address is confirmed: a place, or a number in the queue.
     */
    private RegistrationState reviewed(Choices choices) {
        boolean isListed = admission().admits(request.signUp().person().email());
        return isListed
                        && !seen.places().mayTake(choices.wish())
                        && seen.session().document().signUp().waitingList()
                ? waitlisted(choices)
                : underReview(choices, isListed);
    }

    /** A full session cannot hold a place: the person waits like anybody else once accepted. */
    private RegistrationState underReview(Choices choices, boolean isListed) {
        boolean holds = isListed || (admission() instanceof Admission.Reviewed rule && rule.holdsPlace());
        return holds && seen.places().mayTake(choices.wish())
                ? new RegistrationState.UnderReview(now, true, seen.places().seat(choices.wish()))
                : new RegistrationState.UnderReview(now, false, choices.wish());
    }
}
