package nl.samenkomst.domain.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.TextComparison;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.door.WalkInOutcome.RefusalReason;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.organiser.MarkPresence;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Choices;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpRequest;

/**
 * Registers somebody who came to the door without a place, as confirmed and present in one step, from an hour before the
 * start until a day after the end. Disregards the limits: it records who is in the room, which no limit changes, and
 * promises nobody a place. Whoever waits keeps waiting, and is promoted by nothing that happens here.
 */
public final class AddWalkIn {

    private static final Duration CLOSES_AFTER_END = Duration.ofDays(1);

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    /** Links are made from {@code random}, so it must be a secure source. */
    public AddWalkIn(Registrations registrations, Clock clock, RandomGenerator random, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    /** Returns whether people can be added at the door now. */
    public static boolean isOpen(Session session, Instant now) {
        return refusal(session, now).isEmpty();
    }

    /** Returns until when people can be added. */
    public static Instant closesAt(Session session) {
        return session.document().when().end().toInstant().plus(CLOSES_AFTER_END);
    }

    /** Registers the person on the form, who may be registered already; questions may be left unanswered. */
    public WalkInOutcome add(SessionId session, SignUp signUp, Actor actor) {
        SignUpRequest request = SignUpRequest.of(retrier.call(registrations::deskKey), session, signUp, random);
        return settle(
                now -> registrations.find(session, request.email(), now),
                (seen, now) -> decide(seen, request, actor, now));
    }

    /** Lets somebody in who waits for a place, or cancelled and came all the same. */
    public WalkInOutcome letIn(SessionId session, RegistrationId registration, Actor actor) {
        return settle(
                now -> registrations.find(session, registration, now),
                (seen, now) -> seen.registration()
                        .map(known -> decide(seen, known, actor, now))
                        .orElseGet(() -> Decided.asIs(new WalkInOutcome.UnknownRegistration())));
    }

    private WalkInOutcome settle(
            Function<Instant, Optional<RegistrationSnapshot>> find,
            BiFunction<RegistrationSnapshot, Instant, Decided<WalkInOutcome>> rule) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            return find.apply(now)
                    .map(seen -> writer.write(rule.apply(seen, now), now))
                    .orElseGet(() -> Attempt.settled(new WalkInOutcome.UnknownSession()));
        });
    }

    static Decided<WalkInOutcome> decide(RegistrationSnapshot seen, SignUpRequest request, Actor actor, Instant now) {
        Optional<Registration> active = seen.registration().filter(Registration::isActive);
        if (active.isPresent()) {
            boolean isSamePerson = request.made(active.get())
                    || TextComparison.meansTheSame(
                            active.get().person().name(),
                            request.signUp().person().name());
            return isSamePerson ? decide(seen, active.get(), actor, now) : refused(RefusalReason.OTHER_PERSON);
        }
        Optional<RefusalReason> refusal = refusal(seen.session(), now);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        // The person could not be told what is kept about them.
        if (seen.mailbox().filter(Mailbox::isRefused).isPresent()) {
            return refused(RefusalReason.MAILBOX_REFUSED);
        }
        SignUp signUp = request.signUp();
        return switch (Choices.checkPartial(seen.session().document(), signUp.theme(), signUp.answers())) {
            case Parsed.Invalid<Choices> invalid -> Decided.asIs(new WalkInOutcome.Invalid(invalid.problems()));
            case Parsed.Valid<Choices> valid -> add(seen, request, valid.value(), actor, now);
        };
    }

    private static Decided<WalkInOutcome> add(
            RegistrationSnapshot seen, SignUpRequest request, Choices choices, Actor actor, Instant now) {
        RegistrationState state =
                new RegistrationState.Confirmed(now, false, seen.places().seatAtDoor(choices.wish()));
        Registration there = request.registration(seen, choices.answers(), state, new AddressProof.Given(now), now)
                .marked(Optional.of(true));
        RegistrationChanges changes = RegistrationChanges.signingUp(seen, there, now);
        // Stored as it is, so that this conflicts with a refusal meanwhile.
        RegistrationChanges unlessRefused = seen.mailbox()
                .map(mailbox -> changes.withMailbox(mailbox.withoutLetter(now)))
                .orElse(changes);
        return commit(unlessRefused, there, AuditAction.ADDED_AT_DOOR, actor, now);
    }

    /** Decides about somebody who is registered. */
    static Decided<WalkInOutcome> decide(RegistrationSnapshot seen, Registration known, Actor actor, Instant now) {
        if (known.present().orElse(false)) {
            return Decided.asIs(new WalkInOutcome.Present(known));
        }
        Optional<RefusalReason> refusal = refusal(seen.session(), now);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        return switch (known.state()) {
            case RegistrationState.Confirmed _ -> change(seen, known, known, AuditAction.MARKED_PRESENT, actor, now);
            case RegistrationState.Waitlisted waiting -> seat(seen, known, waiting.wish(), actor, now);
            case RegistrationState.UnderReview review -> seat(seen, known, review.theme(), actor, now);
            case RegistrationState.CancelledByPerson _ -> seat(seen, known, Optional.empty(), actor, now);
            case RegistrationState.Declined _, RegistrationState.CancelledByOrganiser _, RegistrationState.Lapsed _ ->
                refused(RefusalReason.NOT_EXPECTED);
            case RegistrationState.Invitation _ -> refused(RefusalReason.NOT_EXPECTED);
        };
    }

    private static Decided<WalkInOutcome> seat(
            RegistrationSnapshot seen, Registration known, Optional<ThemeId> wish, Actor actor, Instant now) {
        RegistrationState state =
                new RegistrationState.Confirmed(now, false, seen.places().seatAtDoor(wish));
        return change(seen, known, known.with(state), AuditAction.ADDED_AT_DOOR, actor, now);
    }

    private static Decided<WalkInOutcome> change(
            RegistrationSnapshot seen,
            Registration before,
            Registration after,
            AuditAction what,
            Actor actor,
            Instant now) {
        Registration there = after.marked(Optional.of(true));
        return commit(
                RegistrationChanges.changing(seen.sessionSnapshot(), before, there, now), there, what, actor, now);
    }

    private static Decided<WalkInOutcome> commit(
            RegistrationChanges changes, Registration there, AuditAction what, Actor actor, Instant now) {
        AuditEntry entry =
                new AuditEntry(now, actor, what, Optional.of(there.id().value()), "");
        return new Decided.CommitAndPromote<>(changes.withAuditEntry(entry), new WalkInOutcome.Present(there));
    }

    /** Returns why nobody is added at the door now, whoever it is; empty if people can be. */
    private static Optional<RefusalReason> refusal(Session session, Instant now) {
        if (session.isCancelled()) {
            return Optional.of(RefusalReason.SESSION_CANCELLED);
        }
        if (now.isBefore(MarkPresence.opensAt(session))) {
            return Optional.of(RefusalReason.TOO_EARLY);
        }
        return now.isAfter(closesAt(session)) ? Optional.of(RefusalReason.TOO_LATE) : Optional.empty();
    }

    private static Decided<WalkInOutcome> refused(RefusalReason why) {
        return Decided.asIs(new WalkInOutcome.Refused(why));
    }
}
