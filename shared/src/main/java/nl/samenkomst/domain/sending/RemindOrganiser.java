package nl.samenkomst.domain.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Tells the organiser each morning which registrations are under review, until there are none or the session starts or
 * is cancelled. It claims the letter by putting it off by {@link SendReminders#CLAIM_DURATION}, sends it, then puts it
 * off until the next morning; after a crash in between it is due again when the claim ends.
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

    SendReport remind(WorkItem.Review due) {
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
        Optional<ReviewNotice> notice = workQueue.reviewNotice(id);
        Optional<Session> session = sessions.find(id).map(SessionSnapshot::session);
        if (notice.isEmpty() || session.isEmpty() || notice.get().dueAt().isAfter(now)) {
            return Attempt.settled(Optional.empty());
        }
        List<Registration> undecided = undecided(session.get(), now);
        if (undecided.isEmpty()) {
            return Attempt.after(workQueue.complete(notice.get()), Optional.empty());
        }
        ReviewNotice held = notice.get()
                .postpone(now.plus(SendReminders.CLAIM_DURATION), notice.get().failures());
        return Attempt.after(
                workQueue.change(notice.get(), held, session.get()),
                Optional.of(new Claim(held, new ReviewLetterRequest(session.get(), undecided, now))));
    }

    /** Returns the registrations under review, oldest first; empty once the session has started or was cancelled. */
    private List<Registration> undecided(Session session, Instant now) {
        List<Registration> undecided = new ArrayList<>();
        if (session.isSettledBy(now)) {
            return undecided;
        }
        for (Registration registration : registrations.all(session.id(), now)) {
            if (registration.state() instanceof RegistrationState.UnderReview) {
                undecided.add(registration);
            }
        }
        undecided.sort(Comparator.comparing(
                        (Registration registration) -> registration.state().since())
                .thenComparing(registration -> registration.id().value()));
        return undecided;
    }

    private SendReport send(Claim claim, Instant since) {
        return switch (mailer.send(claim.mail())) {
            case Delivery.Taken _ -> {
                postpone(claim, ReviewNotice.nextMorning(claim.mail().session(), clock.instant()), 0);
                yield SendReport.SENT;
            }
            case Delivery.Refused refused -> refused(claim, since);
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
            postpone(claim, ReviewNotice.nextMorning(claim.mail().session(), now), 0);
            return SendReport.GIVEN_UP;
        }
        Duration wait = SendReminders.FIRST_RETRY.multipliedBy(1L << (failures - 1));
        postpone(claim, now.plus(wait), failures);
        return SendReport.refused(since);
    }

    /**
     * Puts the notice off. On a conflict, retries only while this claim holds: otherwise another run took over, or the
     * write succeeded and its response was lost.
     */
    private void postpone(Claim claim, Instant until, int failures) {
        ReviewNotice held = claim.held();
        retrier.call(() -> {
            WriteResult result = workQueue.change(
                    held, held.postpone(until, failures), claim.mail().session());
            boolean stillHeld = !result.isCommitted()
                    && workQueue
                            .reviewNotice(held.session())
                            .map(ReviewNotice::dueAt)
                            .filter(held.dueAt()::equals)
                            .isPresent();
            return stillHeld ? Attempt.after(result, true) : Attempt.settled(true);
        });
    }

    /** The exclusive right to send the letter until the claim ends. */
    private record Claim(ReviewNotice held, ReviewLetterRequest mail) {}
}
