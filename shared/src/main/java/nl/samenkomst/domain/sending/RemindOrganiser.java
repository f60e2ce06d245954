package nl.samenkomst.domain.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.Notifications;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Tells the organiser what changed, who waits for a decision and, the day before, who comes, as the session's {@link
 * Notifications} say, until the session starts or is cancelled. It claims the letter for {@link
 * SendReminders#CLAIM_DURATION}, sends it, then releases it until there is more to tell; after a crash in between it is
 * due again when the claim ends.
 */
public final class RemindOrganiser {

    private final Sessions sessions;
    private final Registrations registrations;
    private final WorkQueue workQueue;
    private final OrganiserMailer mailer;
    private final Clock clock;
    private final RateLimiter rateLimiter;
    private final Retrier retrier;

    public RemindOrganiser(
            Sessions sessions,
            Registrations registrations,
            WorkQueue workQueue,
            OrganiserMailer mailer,
            Clock clock,
            RateLimiter rateLimiter,
            Retrier retrier) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.workQueue = workQueue;
        this.mailer = mailer;
        this.clock = clock;
        this.rateLimiter = rateLimiter;
        this.retrier = retrier;
    }

    SendReport remind(WorkItem.Notice due) {
        Optional<Claim> claim = retrier.call(() -> claim(due.session()));
        if (claim.isEmpty()) {
            return SendReport.NOTHING;
        }
        rateLimiter.acquire();
        return send(claim.get(), due.since());
    }

    /** Returns empty to retry after a conflict; otherwise the claim, or an inner empty if there is nothing to send. */
    private Attempt<Optional<Claim>> claim(SessionId id) {
        Instant now = clock.instant();
        Optional<OrganiserNotice> pending = workQueue.organiserNotice(id);
        Optional<SessionSnapshot> seen = sessions.find(id);
        if (pending.isEmpty()
                || seen.isEmpty()
                || pending.get().dueAt().isAfter(now)
                || pending.get().isHeldAt(now)) {
            return Attempt.settled(Optional.empty());
        }
        OrganiserNotice notice = pending.get();
        Session session = seen.get().session();
        if (session.isSettledBy(now) || session.document().notifications() == Notifications.NOTHING) {
            return Attempt.after(workQueue.complete(notice), Optional.empty());
        }
        Instant morning = OrganiserNotice.nextMorning(session, notice.since());
        if (session.document().notifications() != Notifications.EACH && morning.isAfter(now)) {
            return Attempt.after(
                    workQueue.change(notice, notice.postponed(morning, notice.failures()), session), Optional.empty());
        }
        Optional<OrganiserLetterRequest> mail = letter(notice, seen.get(), now);
        if (mail.isEmpty()) {
            return Attempt.after(release(notice, session, List.of(), now), Optional.empty());
        }
        OrganiserNotice held = notice.held(now.plus(SendReminders.CLAIM_DURATION));
        return Attempt.after(workQueue.change(notice, held, session), Optional.of(new Claim(held, mail.get())));
    }

    /**
     * Returns the letter with everything to tell at {@code now}; empty if there is nothing. Holds no more registrations
     * at a time than are under review, since there may be any number of them.
     */
    private Optional<OrganiserLetterRequest> letter(OrganiserNotice notice, SessionSnapshot seen, Instant now) {
        Session session = seen.session();
        List<Registration> undecided = undecided(seen, now);
        boolean tellChanges = session.document().notifications().tellChanges();
        Optional<OrganiserNumbers> changes = tellChanges ? changes(notice, seen, now) : Optional.empty();
        Instant dayBefore = OrganiserNotice.dayBefore(session);
        boolean isDayBefore = tellChanges
                && !now.isBefore(dayBefore)
                && notice.since().isBefore(dayBefore)
                && seen.places().taken() > 0;
        return undecided.isEmpty() && changes.isEmpty() && !isDayBefore
                ? Optional.empty()
                : Optional.of(new OrganiserLetterRequest(seen, undecided, changes, isDayBefore, now));
    }

    /** Returns the registrations under review whose address is confirmed, oldest first. */
    private List<Registration> undecided(SessionSnapshot seen, Instant now) {
        if (seen.places().count(Count.REVIEWING) == 0) {
            return List.of();
        }
        List<Registration> undecided = new ArrayList<>();
        for (Registration registration : registrations.all(seen.session().id(), now)) {
            if (registration.state() instanceof RegistrationState.UnderReview
                    && registration.proof().isGiven()) {
                undecided.add(registration);
            }
        }
        undecided.sort(Registration.OLDEST_STATE_FIRST);
        return undecided;
    }

    /** Returns what changed since the last letter; empty if nothing did. */
    private Optional<OrganiserNumbers> changes(OrganiserNotice notice, SessionSnapshot seen, Instant now) {
        OrganiserNumbers numbers = OrganiserNumbers.of(
                registrations.all(seen.session().id(), now),
                notice.since(),
                freedByErasure(seen) - notice.erasedBefore());
        return numbers.areAllZero() ? Optional.empty() : Optional.of(numbers);
    }

    private static int freedByErasure(SessionSnapshot seen) {
        return seen.places().count(Count.FREED_BY_ERASURE);
    }

    private SendReport send(Claim claim, Instant since) {
        return switch (mailer.send(claim.mail())) {
            case Delivery.Taken _ -> {
                update(claim, current -> told(claim, current));
                yield SendReport.SENT;
            }
            case Delivery.Refused _ -> refused(claim, since);
            case Delivery.Unavailable _ -> {
                postpone(
                        claim,
                        clock.instant().plus(SendReminders.BUSY_DELAY),
                        claim.held().failures());
                yield SendReport.unfinished(since);
            }
            case Delivery.Unknown _ -> SendReport.unknown(since);
        };
    }

    private SendReport refused(Claim claim, Instant since) {
        int failures = claim.held().failures() + 1;
        Instant now = clock.instant();
        if (failures >= SendReminders.MAX_FAILURES) {
            postpone(claim, OrganiserNotice.nextMorning(claim.mail().session(), now), 0);
            return SendReport.GIVEN_UP;
        }
        Duration wait = SendReminders.FIRST_RETRY.multipliedBy(1L << (failures - 1));
        postpone(claim, now.plus(wait), failures);
        return SendReport.refused(since);
    }

    private void postpone(Claim claim, Instant until, int failures) {
        update(
                claim,
                current -> workQueue.change(
                        current,
                        current.postponed(until, failures),
                        claim.mail().session()));
    }

    /** Releases the notice after its letter: due again for changes made meanwhile, or when there may be more to tell. */
    private WriteResult told(Claim claim, OrganiserNotice current) {
        Session session = claim.mail().session();
        Instant toldAt = claim.mail().now();
        int erased = freedByErasure(claim.mail().sessionSnapshot());
        OrganiserNotice told = current.told(toldAt, erased, toldAt);
        return current.entries() == claim.held().entries()
                ? release(current, told, session, claim.mail().undecided(), clock.instant())
                : workQueue.change(
                        current,
                        current.told(toldAt, erased, OrganiserNotice.dueAfterChange(session, clock.instant())),
                        session);
    }

    private WriteResult release(OrganiserNotice notice, Session session, List<Registration> undecided, Instant now) {
        return release(notice, notice, session, undecided, now);
    }

    /** Keeps the notice while somebody waits for a decision, or until the day before; otherwise deletes it. */
    private WriteResult release(
            OrganiserNotice seen, OrganiserNotice next, Session session, List<Registration> undecided, Instant now) {
        Instant dayBefore = OrganiserNotice.dayBefore(session);
        if (!undecided.isEmpty()) {
            return workQueue.change(seen, next.postponed(OrganiserNotice.nextMorning(session, now), 0), session);
        }
        return session.document().notifications().tellChanges() && now.isBefore(dayBefore)
                ? workQueue.change(seen, next.postponed(dayBefore, 0), session)
                : workQueue.complete(seen);
    }

    /** Updates the notice while this claim holds: otherwise another run took over, or only the response was lost. */
    private void update(Claim claim, Function<OrganiserNotice, WriteResult> change) {
        retrier.call(new Update(claim, change));
    }

    /** One update of a claimed notice, tried with what the last attempt read. */
    private final class Update implements Supplier<Attempt<Boolean>> {

        private final Claim claim;
        private final Function<OrganiserNotice, WriteResult> change;
        private OrganiserNotice current;

        Update(Claim claim, Function<OrganiserNotice, WriteResult> change) {
            this.claim = claim;
            this.change = change;
            this.current = claim.held();
        }

        @Override
        public Attempt<Boolean> get() {
            WriteResult result = change.apply(current);
            if (result.isCommitted()) {
                return Attempt.settled(true);
            }
            Optional<OrganiserNotice> held = workQueue
                    .organiserNotice(current.session())
                    .filter(notice -> notice.heldUntil().equals(claim.held().heldUntil()));
            if (held.isEmpty()) {
                return Attempt.settled(false);
            }
            current = held.get();
            return Attempt.after(result, true);
        }
    }

    /** The exclusive right to send the letter until the claim ends. */
    private record Claim(OrganiserNotice held, OrganiserLetterRequest mail) {}
}
