package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.QueueEntry;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.WaitlistPromotion;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;

/** Moves a waitlisted person to the head of the queue, before the start; the first in line stays where they are. */
public final class MoveUp {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final WaitlistPromotion promotion;
    private final Clock clock;
    private final Retrier retrier;

    public MoveUp(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.promotion = new WaitlistPromotion(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Moves up, for a reason that is recorded with it. */
    public ChangeOutcome moveUp(SessionId session, RegistrationId registration, String reason, Actor actor) {
        Request request = new Request(AuditAction.MOVED_UP, actor, reason);
        return retrier.call(new Moving(session, registration, request)).at(registrations::position);
    }

    /** One request, which recognizes its own work by the queue number it tried to give. */
    private final class Moving implements Supplier<Attempt<ChangeOutcome>> {

        private final SessionId session;
        private final RegistrationId id;
        private final Request request;
        private OptionalLong tried = OptionalLong.empty();

        Moving(SessionId session, RegistrationId id, Request request) {
            this.session = session;
            this.id = id;
            this.request = request;
        }

        @Override
        public Attempt<ChangeOutcome> get() {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> found = registrations.find(session, id, now);
            if (found.isEmpty()) {
                return Attempt.settled(new ChangeOutcome.UnknownSession());
            }
            if (found.get().registration().isEmpty()) {
                return Attempt.settled(new ChangeOutcome.UnknownRegistration());
            }
            Seen seen = new Seen(found.get(), found.get().registration().get(), now);
            boolean waits = seen.state() instanceof RegistrationState.Waitlisted
                    && OrganiserChanges.tooLate(seen.snapshot().session(), now).isEmpty();
            if (!waits) {
                return writer.write(decide(seen, OptionalLong.empty(), tried, request), now);
            }
            // Places that came free before this are for those who were first then.
            return switch (promotion.promote(seen.snapshot().sessionSnapshot(), now)) {
                case Attempt.Settled<Boolean> settled when !settled.value() -> moveUp(seen);
                case Attempt.Settled<Boolean> _ -> Attempt.conflict();
                case Attempt.Conflict<Boolean> conflict -> new Attempt.Conflict<>(conflict.cause());
            };
        }

        private Attempt<ChangeOutcome> moveUp(Seen seen) {
            Iterator<QueueEntry> queue = registrations.queue(session).iterator();
            OptionalLong first = queue.hasNext() ? OptionalLong.of(queue.next().number()) : OptionalLong.empty();
            Decided<ChangeOutcome> decided = decide(seen, first, tried, request);
            if (decided.stored().isPresent()) {
                tried = OptionalLong.of(nextFirst(seen));
            }
            return writer.write(decided, seen.now());
        }
    }

    /**
     * Decides one attempt.
     *
     * @param first the lowest number in the queue; empty if nobody waits
     * @param tried the number that an earlier attempt of the same request tried to give; empty if none did
     */
    static Decided<ChangeOutcome> decide(Seen seen, OptionalLong first, OptionalLong tried, Request request) {
        return switch (seen.state()) {
            case RegistrationState.Waitlisted waiting -> {
                OptionalLong number = OptionalLong.of(waiting.number());
                yield number.equals(first) || number.equals(tried)
                        ? OrganiserChanges.tooLate(seen.snapshot().session(), seen.now())
                                .orElseGet(seen::unchanged)
                        : seen.change(
                                new RegistrationState.Waitlisted(waiting.since(), nextFirst(seen), waiting.wish()),
                                request);
            }
            case RegistrationState.Confirmed confirmed when tried.isPresent() -> seen.unchanged();
            case RegistrationState.Confirmed _, RegistrationState.UnderReview _ ->
                OrganiserChanges.refused(RefusalReason.NOT_WAITING);
            case RegistrationState.Invitation _ -> OrganiserChanges.refused(RefusalReason.NOT_WAITING);
            case RegistrationState.Closed _ -> OrganiserChanges.refused(RefusalReason.NOT_WAITING);
        };
    }

    private static long nextFirst(Seen seen) {
        return seen.places().lowestNumber() - 1;
    }
}
