package nl.samenkomst.domain.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.PromoteWaitlist;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.figures.KeepTally;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Propagates a session's change to its registrations: promotes waitlisted people into free places, and recomputes every
 * registration's next letter and expiry, and every message's expiry; keeps the session's figures before its registrations
 * are deleted. Safe to stop and restart at any point.
 */
public final class PropagateSessionChange {

    private final Registrations registrations;
    private final Messages messages;
    private final WorkQueue workQueue;
    private final PromoteWaitlist promote;
    private final KeepTally keepTally;
    private final Clock clock;
    private final Retrier retrier;

    public PropagateSessionChange(
            Registrations registrations,
            Messages messages,
            WorkQueue workQueue,
            PromoteWaitlist promote,
            KeepTally keepTally,
            Clock clock,
            Retrier retrier) {
        this.registrations = registrations;
        this.messages = messages;
        this.workQueue = workQueue;
        this.promote = promote;
        this.keepTally = keepTally;
        this.clock = clock;
        this.retrier = retrier;
    }

    /**
     * Propagates the session's latest change, and returns whether it finished before the deadline. A registration that
     * fails does not stop the others: the first failure is thrown after them, unless the deadline comes first.
     *
     * @param meanwhile called before each registration, so that what is more urgent need not wait for all of them
     */
    boolean recompute(SessionId id, Deadline deadline, Runnable meanwhile) {
        Optional<SessionSnapshot> found = promote.promoteAll(id);
        Optional<Session> current = found.map(SessionSnapshot::session);
        if (current.isEmpty()) {
            return true;
        }
        Revision revision = current.get().revision();
        Optional<RuntimeException> failure = Optional.empty();
        for (RegistrationId registration : registrations.computedBefore(id, revision, clock.instant())) {
            meanwhile.run();
            if (deadline.isNear()) {
                return false;
            }
            try {
                retrier.call(() -> recompute(id, registration));
            } catch (RuntimeException unexpected) {
                failure = failure.or(() -> Optional.of(unexpected));
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (!current.get().messages().isEmpty()) {
            retrier.call(() -> Attempt.after(messages.keepAsLongAs(current.get()), true));
        }
        bringForward(current.get());
        keepTally.keepIfDue(found.get());
        workQueue.complete(current.get(), KeepTally.dueAt(current.get(), clock.instant()));
        return true;
    }

    /**
     * Promotes somebody if a place is free although people wait, and returns whether it did. Such places exist for a
     * moment after the organiser added places, and as long as a waitlisted registration cannot be read.
     */
    boolean promoteIfFree(RegistrationSnapshot seen, Instant now) {
        return !seen.session().isSettledBy(now)
                && seen.places().canPromote()
                && promote.promoteOnce(seen.session().id());
    }

    /** Makes a pending letter to the organiser due on the day before the session, if that is sooner than it was. */
    private void bringForward(Session session) {
        Instant dayBefore = OrganiserNotice.dayBefore(session);
        if (session.document().notifications().tellChanges() && clock.instant().isBefore(dayBefore)) {
            retrier.call(() -> workQueue
                    .organiserNotice(session.id())
                    .filter(notice -> notice.dueAt().isAfter(dayBefore))
                    .map(notice -> Attempt.after(
                            workQueue.change(notice, notice.postponed(dayBefore, notice.failures()), session), true))
                    .orElseGet(() -> Attempt.settled(false)));
        }
    }

    private Attempt<Boolean> recompute(SessionId id, RegistrationId registration) {
        Instant now = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations.find(id, registration, now);
        Optional<Registration> known = seen.flatMap(RegistrationSnapshot::registration);
        if (seen.isEmpty() || known.isEmpty()) {
            return Attempt.settled(false);
        }
        Session session = seen.get().session();
        RegistrationChange change = RegistrationChange.update(session, known.get(), now);
        return Attempt.after(registrations.update(session, change, now), true);
    }
}
