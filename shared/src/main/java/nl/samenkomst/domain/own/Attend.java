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
    private final Retrier patience;

    public Attend(Registrations registrations, Clock clock, Retrier patience) {
        this.registrations = registrations;
        this.letters = new BundledLetter(registrations, clock, patience);
        this.clock = clock;
        this.patience = patience;
    }

    /** Accepts, with what the person filled in; what is left out of it stays as the organiser wrote it. */
    public AttendOutcome accept(SessionId session, OwnLink link, Amendment form) {
        return patience.until(new Attempt(session, link, form, LetterDelay.none()));
    }

    /** The same, and the invitations of the same person to these others, as far as there are any that can be accepted. */
    public AttendOutcome accept(SessionId session, OwnLink link, Amendment form, List<SessionId> also) {
        Optional<EmailAddress> person = also.isEmpty() ? Optional.empty() : owner(session, link);
        if (person.isEmpty()) {
            return accept(session, link, form);
        }
        BundledLetter.OneLetter letter = letters.begin(person.get());
        LetterDelay hold = letter.hold();
        AttendOutcome first = patience.until(new Attempt(session, link, form, hold));
        if (first instanceof AttendOutcome.Accepted) {
            Amendment forAnother = new Amendment(form.name(), form.organisation(), Optional.empty(), Optional.empty());
            for (SessionId other : also) {
                LetterDelay ofOther = letter.hold();
                patience.until(new Attempt(other, person.get(), forAnother, ofOther));
                letter.takeAlong(other, ofOther);
            }
        }
        letter.letGo(session, hold);
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
        private final LetterDelay hold;

        Attempt(SessionId session, OwnLink link, Amendment form, LetterDelay hold) {
            this.session = session;
            this.id = link.registration();
            this.isOwn = known -> known.secret().matches(link.secret());
            this.form = form;
            this.hold = hold;
        }

        /** Of somebody whose address is known to be theirs, by the link that was mailed there. */
        Attempt(SessionId session, EmailAddress person, Amendment form, LetterDelay hold) {
            this.session = session;
            this.id = RegistrationId.of(session, person);
            this.isOwn = known -> true;
            this.form = form;
            this.hold = hold;
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
            hold.note(owned.get());
            if (owned.get().isActive()) {
                return Optional.of(new AttendOutcome.Accepted());
            }
            if (!owned.get().mayAccept(seen.get().session())) {
                return Optional.of(new AttendOutcome.NotInvited());
            }
            return switch (Choices.check(
                    seen.get().session().document(),
                    form.theme(),
                    form.answers().orElse(Map.of()))) {
                case Parsed.Wrong<Choices> wrong -> Optional.of(new AttendOutcome.Wrong(wrong.problems()));
                case Parsed.Right<Choices> right -> get(seen.get(), owned.get(), right.value(), now);
            };
        }

        private Optional<AttendOutcome> get(
                RegistrationSnapshot seen, Registration invited, Choices choices, Instant now) {
            SignUpState state = seen.listing().signUp(choices.wish(), now);
            return switch (state) {
                case OPEN, WAITING_LIST, REVIEW, INVITED -> commit(seen, invited, choices, now);
                case FULL ->
                    Optional.of(
                            seen.listing().signUp(now) == SignUpState.FULL
                                    ? new AttendOutcome.Refused(state)
                                    : new AttendOutcome.Wrong(List.of(new Problem("theme", Reason.FULL))));
                case NOT_YET, CLOSED, CANCELLED -> Optional.of(new AttendOutcome.Refused(state));
            };
        }

        private Optional<AttendOutcome> commit(
                RegistrationSnapshot seen, Registration invited, Choices choices, Instant now) {
            RegistrationState standing = seen.places().admit(choices.wish(), now);
            Registration accepted =
                    hold.on(invited.accepted(form.of(invited.person()), choices.answers(), standing, now), now);
            if (registrations.change(RegistrationChanges.changing(seen.listing(), invited, accepted), now)
                    == WriteResult.STALE) {
                return Optional.empty();
            }
            hold.note(accepted);
            return Optional.of(new AttendOutcome.Accepted());
        }
    }
}
