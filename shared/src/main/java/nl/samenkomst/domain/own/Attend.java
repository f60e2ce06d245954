package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.BundledLetter;
import nl.samenkomst.domain.signup.BundledLetters;
import nl.samenkomst.domain.signup.Choices;
import nl.samenkomst.domain.signup.LetterDelay;

/**
 * Lets an invited person attend, by the own link of the invitation: with a place if there is one, otherwise at the end
 * of the queue, never under review. Attending again has the same outcome. Several invitations of one person can be
 * answered at once; one letter then tells of them all.
 */
public final class Attend {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final BundledLetters letters;
    private final Clock clock;
    private final Retrier retrier;

    public Attend(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.letters = new BundledLetters(registrations, clock, retrier);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Attends one session; a name or organisation left out of the form stays as the organiser entered it. */
    public AttendOutcome attend(SessionId session, OwnLink link, Amendment form) {
        return attend(now -> registrations.find(session, link.registration(), now), Answer.of(link, form))
                .outcome();
    }

    /** Attends one session, and those others that the same person can attend by invitation. */
    public AttendOutcome attend(SessionId session, OwnLink link, Amendment form, List<SessionId> also) {
        Optional<EmailAddress> person = also.isEmpty() ? Optional.empty() : owner(session, link);
        if (person.isEmpty()) {
            return attend(session, link, form);
        }
        BundledLetter letter = letters.begin(person.get());
        Answered first = attend(
                now -> registrations.find(session, link.registration(), now),
                Answer.of(link, form).delayed(letter.delay()));
        if (first.outcome() instanceof AttendOutcome.Attending) {
            Amendment forAnother = new Amendment(form.name(), form.organisation(), Optional.empty(), Optional.empty());
            for (SessionId other : also) {
                // The link proved that the address is this person's.
                Answer answer = new Answer(forAnother, known -> true, letter.delay());
                if (attend(now -> registrations.find(other, person.get(), now), answer)
                        .isDelayed()) {
                    letter = letter.bundle(other);
                }
            }
        }
        letters.release(letter, session, first.isDelayed());
        return first.outcome();
    }

    private Optional<EmailAddress> owner(SessionId session, OwnLink link) {
        return registrations
                .find(session, link.registration(), clock.instant())
                .flatMap(seen -> seen.ownedBy(link))
                .map(known -> known.person().email());
    }

    private Answered attend(Function<Instant, Optional<RegistrationSnapshot>> find, Answer answer) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> seen = find.apply(now);
            if (seen.isEmpty()) {
                return Attempt.settled(new Answered(new AttendOutcome.UnknownLink(), false));
            }
            Decided<AttendOutcome> decided = decide(seen.get(), answer, now);
            boolean isDelayed = decided.stored()
                    .or(() -> seen.get().registration().filter(answer.isOwn()))
                    .filter(answer.delay()::isInEffect)
                    .isPresent();
            return writer.write(decided.map(outcome -> new Answered(outcome, isDelayed)), now);
        });
    }

    /**
     * A person's answer to an invitation.
     *
     * @param isOwn whether a registration is known to be this person's
     */
    record Answer(Amendment form, Predicate<Registration> isOwn, LetterDelay delay) {

        static Answer of(OwnLink link, Amendment form) {
            return new Answer(form, known -> known.secret().matches(link.secret()), LetterDelay.NONE);
        }

        Answer delayed(LetterDelay until) {
            return new Answer(form, isOwn, until);
        }
    }

    /**
     * The result of an answer.
     *
     * @param isDelayed whether a letter about the registration waits because of the answer's delay
     */
    private record Answered(AttendOutcome outcome, boolean isDelayed) {}

    static Decided<AttendOutcome> decide(RegistrationSnapshot seen, Answer answer, Instant now) {
        Optional<Registration> owned = seen.registration().filter(answer.isOwn());
        if (owned.isEmpty()) {
            return Decided.asIs(new AttendOutcome.UnknownLink());
        }
        if (owned.get().isActive()) {
            return Decided.asIs(new AttendOutcome.Attending());
        }
        if (!owned.get().mayAttend(seen.session())) {
            return Decided.asIs(new AttendOutcome.NotInvited());
        }
        Amendment form = answer.form();
        Parsed<Choices> choices = Choices.check(
                seen.session().document(), form.theme(), form.answers().orElse(Map.of()));
        return switch (choices) {
            case Parsed.Invalid<Choices> invalid -> Decided.asIs(new AttendOutcome.Invalid(invalid.problems()));
            case Parsed.Valid<Choices> valid -> decide(seen, owned.get(), answer, valid.value(), now);
        };
    }

    private static Decided<AttendOutcome> decide(
            RegistrationSnapshot seen, Registration invited, Answer answer, Choices choices, Instant now) {
        SignUpState state = seen.sessionSnapshot().signUp(choices.wish(), now);
        return switch (state) {
            case OPEN, WAITING_LIST, REVIEW, INVITED -> admit(seen, invited, answer, choices, now);
            case FULL ->
                Decided.asIs(
                        seen.sessionSnapshot().signUp(now) == SignUpState.FULL
                                ? new AttendOutcome.Refused(state)
                                : new AttendOutcome.Invalid(List.of(new Problem("theme", Reason.FULL))));
            case NOT_YET, CLOSED, CANCELLED -> Decided.asIs(new AttendOutcome.Refused(state));
        };
    }

    private static Decided<AttendOutcome> admit(
            RegistrationSnapshot seen, Registration invited, Answer answer, Choices choices, Instant now) {
        Registration attending = invited.attending(
                answer.form().applyTo(invited.person()),
                choices.answers(),
                seen.places().admit(choices.wish(), now),
                now);
        return new Decided.Commit<>(
                RegistrationChanges.changing(
                        seen.sessionSnapshot(), invited, answer.delay().applyTo(attending, now), now),
                new AttendOutcome.Attending());
    }
}
