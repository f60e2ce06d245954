package nl.samenkomst.domain.signup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final LetterCount count;
    private final Optional<RegisterOutcome> first;
    private final Instant now;

    private SignUpDecision(
            RegistrationSnapshot seen,
            SignUpRequest request,
            LetterDelay delay,
            LetterCount count,
            Optional<RegisterOutcome> first,
            Instant now) {
        this.seen = seen;
        this.request = request;
        this.delay = delay;
        this.count = count;
        this.first = first;
        this.now = now;
    }

    /**
     * Decides one attempt of a request.
     *
     * @param count whether the letter was counted already, for another session of the request
     * @param first the outcome of the request's first attempt; empty if this is the first
     */
    static Decided<RegisterOutcome> decide(
            RegistrationSnapshot seen,
            SignUpRequest request,
            LetterDelay delay,
            LetterCount count,
            Optional<RegisterOutcome> first,
            Instant now) {
        return new SignUpDecision(seen, request, delay, count, first, now).decide();
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
            return mailOwnLinkAgain(decided.get(), first.orElse(current));
        }
        return switch (current) {
            case RegisterOutcome.Place place -> register(place, choices, confirmed(choices));
            case RegisterOutcome.WaitingList queue -> register(queue, choices, waitlisted(choices));
            case RegisterOutcome.Review review -> register(review, choices, underReview(choices));
            case RegisterOutcome.Refused refused -> Decided.asIs(refused);
            case RegisterOutcome.Invalid invalid -> Decided.asIs(invalid);
            case RegisterOutcome.UnknownSession unknown -> Decided.asIs(unknown);
        };
    }

    private RegisterOutcome publicOutcome(Choices choices) {
        Session session = seen.session();
        SignUpState state = seen.sessionSnapshot().signUp(choices.wish(), now);
        return switch (state) {
            case OPEN -> new RegisterOutcome.Place(session);
            case WAITING_LIST -> new RegisterOutcome.WaitingList(session);
            case REVIEW -> isReviewed() ? new RegisterOutcome.Review(session) : byPlaces(choices);
            case FULL ->
                seen.sessionSnapshot().signUp(now) == SignUpState.FULL
                        ? new RegisterOutcome.Refused(session, state)
                        : new RegisterOutcome.Invalid(List.of(new Problem("theme", Reason.FULL)));
            case NOT_YET, CLOSED, CANCELLED, INVITED -> new RegisterOutcome.Refused(session, state);
        };
    }

    private boolean isReviewed() {
        return seen.session()
                .document()
                .signUp()
                .admission()
                .isReviewedFor(request.signUp().person().email());
    }

    private RegisterOutcome byPlaces(Choices choices) {
        return seen.places().mayTake(choices.wish())
                ? new RegisterOutcome.Place(seen.session())
                : new RegisterOutcome.WaitingList(seen.session());
    }

    /** Returns the outcome of this request's own earlier write, whose response was lost. */
    private RegisterOutcome outcomeOf(Registration done) {
        Session session = seen.session();
        return switch (done.state()) {
            case RegistrationState.Confirmed _ -> new RegisterOutcome.Place(session);
            case RegistrationState.Waitlisted _ -> new RegisterOutcome.WaitingList(session);
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

    private Decided<RegisterOutcome> mailOwnLinkAgain(Registration known, RegisterOutcome outcome) {
        boolean isTime = known.mayResendLink(now) || known.isWithheld();
        if (!isTime || !mayMail() || seen.session().isCancelled()) {
            return Decided.asIs(outcome);
        }
        Registration asking = delay.applyTo(known.linkRequestGranted(now), now);
        return new Decided.Update<>(
                seen.session(),
                RegistrationChange.update(seen.session(), asking, now),
                Optional.of(counted()),
                outcome);
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
        Registration made = delay.applyTo(request.registration(seen, choices.answers(), state, now), now);
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

    /** A full session cannot hold a place: the person waits like anybody else once accepted. */
    private RegistrationState underReview(Choices choices) {
        boolean holds =
                seen.session().document().signUp().admission() instanceof Admission.Reviewed rule && rule.holdsPlace();
        return holds && seen.places().mayTake(choices.wish())
                ? new RegistrationState.UnderReview(now, true, seen.places().seat(choices.wish()))
                : new RegistrationState.UnderReview(now, false, choices.wish());
    }
}
