package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.BundledLetter;
import nl.samenkomst.domain.signup.Choices;
import nl.samenkomst.domain.signup.LetterDelay;

/**
 * Says yes to an invitation, by the own link that came with it: a place where there is one, the end of the queue where
 * there is not. Nobody reviews who was invited. To say yes again is the same answer. The same yes may be for other
 * sessions that the person was invited to; then one letter tells of them all.
 */
public final class Attend {

    private final Registrations registrations;
    private final BundledLetter letters;
    private final Clock clock;
    private final Retrier retrier;

    public Attend(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.letters = new BundledLetter(registrations, clock, retrier);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Accepts, with what the person filled in; what is left out of it stays as the organiser wrote it. */
    public AttendOutcome attend(SessionId session, OwnLink link, Amendment form) {
        return retrier.call(new Attempt(session, link, form, LetterDelay.none()));
    }

    /** The same, and the invitations of the same person to these others, as far as there are any that can be accepted. */
    public AttendOutcome attend(SessionId session, OwnLink link, Amendment form, List<SessionId> also) {
        Optional<EmailAddress> person = also.isEmpty() ? Optional.empty() : owner(session, link);
        if (person.isEmpty()) {
            return attend(session, link, form);
        }
        BundledLetter.OneLetter letter = letters.begin(person.get());
        LetterDelay delay = letter.delay();
        AttendOutcome first = retrier.call(new Attempt(session, link, form, delay));
        if (first instanceof AttendOutcome.Attending) {
            Amendment forAnother = new Amendment(form.name(), form.organisation(), Optional.empty(), Optional.empty());
            for (SessionId other : also) {
                LetterDelay ofOther = letter.delay();
                retrier.call(new Attempt(other, person.get(), forAnother, ofOther));
                letter.bundle(other, ofOther);
            }
        }
        letter.release(session, delay);
        return first;
    }

    private Optional<EmailAddress> owner(SessionId session, OwnLink link) {
        return registrations
                .find(session, link.registration(), clock.instant())
                .flatMap(seen -> seen.ownedBy(link))
                .map(known -> known.person().email());
    }

    /** One person's yes; tried until it is settled. */
    private final class Attempt implements Supplier<Optional<AttendOutcome>> {

        private final SessionId session;
        private final RegistrationId id;
        private final Predicate<Registration> isOwn;
        private final Amendment form;
        private final LetterDelay delay;

        Attempt(SessionId session, OwnLink link, Amendment form, LetterDelay delay) {
            this.session = session;
            this.id = link.registration();
            this.isOwn = known -> known.secret().matches(link.secret());
            this.form = form;
            this.delay = delay;
        }

        /** Of somebody whose address is known to be theirs, by the link that was mailed there. */
        Attempt(SessionId session, EmailAddress person, Amendment form, LetterDelay delay) {
            this.session = session;
            this.id = RegistrationId.of(session, person);
            this.isOwn = known -> true;
            this.form = form;
            this.delay = delay;
        }

        @Override
        public Optional<AttendOutcome> get() {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> seen = registrations.find(session, id, now);
            Optional<Registration> owned =
                    seen.flatMap(RegistrationSnapshot::registration).filter(isOwn);
            if (seen.isEmpty() || owned.isEmpty()) {
                return Optional.of(new AttendOutcome.UnknownLink());
            }
            delay.note(owned.get());
            if (owned.get().isActive()) {
                return Optional.of(new AttendOutcome.Attending());
            }
            if (!owned.get().mayAttend(seen.get().session())) {
                return Optional.of(new AttendOutcome.NotInvited());
            }
            return switch (Choices.check(
                    seen.get().session().document(),
                    form.theme(),
                    form.answers().orElse(Map.of()))) {
                case Parsed.Invalid<Choices> invalid -> Optional.of(new AttendOutcome.Invalid(invalid.problems()));
                case Parsed.Valid<Choices> right -> get(seen.get(), owned.get(), right.value(), now);
            };
        }

        private Optional<AttendOutcome> get(
                RegistrationSnapshot seen, Registration invited, Choices choices, Instant now) {
            SignUpState state = seen.sessionSnapshot().signUp(choices.wish(), now);
            return switch (state) {
                case OPEN, WAITING_LIST, REVIEW, INVITED -> commit(seen, invited, choices, now);
                case FULL ->
                    Optional.of(
                            seen.sessionSnapshot().signUp(now) == SignUpState.FULL
                                    ? new AttendOutcome.Refused(state)
                                    : new AttendOutcome.Invalid(List.of(new Problem("theme", Reason.FULL))));
                case NOT_YET, CLOSED, CANCELLED -> Optional.of(new AttendOutcome.Refused(state));
            };
        }

        private Optional<AttendOutcome> commit(
                RegistrationSnapshot seen, Registration invited, Choices choices, Instant now) {
            RegistrationState state = seen.places().admit(choices.wish(), now);
            Registration accepted =
                    delay.on(invited.accepted(form.of(invited.person()), choices.answers(), state, now), now);
            if (registrations.change(RegistrationChanges.changing(seen.sessionSnapshot(), invited, accepted), now)
                    == WriteResult.CONFLICT) {
                return Optional.empty();
            }
            delay.note(accepted);
            return Optional.of(new AttendOutcome.Attending());
        }
    }
}
