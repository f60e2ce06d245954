package nl.samenkomst.domain.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Sends every letter that is owed, each once: it is claimed first, sent, then remembered. Whoever dies in between leaves
 * a claim that runs out, and the letter goes with a later run. Mail services take no key against sending twice, so a
 * letter whose answer was lost may come double; none is lost.
 */
public final class SendReminders {

    /** Longer than any run that holds a claim may last. */
    public static final Duration CLAIM = Duration.ofMinutes(5);

    static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    static final Duration WHEN_BUSY = Duration.ofMinutes(1);
    static final int MAX_FAILURES = 8;

    private final Registrations registrations;
    private final WorkQueue workQueue;
    private final PropagateSessionChange followUp;
    private final RemindOrganiser remindOrganiser;
    private final Mailer mailer;
    private final Clock clock;
    private final RateLimiter rateLimiter;
    private final Retrier retrier;

    public SendReminders(
            Registrations registrations,
            WorkQueue workQueue,
            PropagateSessionChange followUp,
            RemindOrganiser remindOrganiser,
            Mailer mailer,
            Clock clock,
            RateLimiter rateLimiter,
            Retrier retrier) {
        this.registrations = registrations;
        this.workQueue = workQueue;
        this.followUp = followUp;
        this.remindOrganiser = remindOrganiser;
        this.mailer = mailer;
        this.clock = clock;
        this.rateLimiter = rateLimiter;
        this.retrier = retrier;
    }

    /**
     * Sees to everything that is due, until nothing is left or the deadline is near.
     *
     * @throws SomeFailed when everything else was seen to, if anything failed in a way nobody expects
     */
    public SendReport sendAllDue(Deadline deadline) {
        SendReport report = SendReport.NOTHING;
        Optional<RuntimeException> failure = Optional.empty();
        for (WorkItem due : workQueue.dueBy(clock.instant())) {
            if (deadline.isNear() || !report.finished()) {
                report = report.plus(SendReport.unfinished(due.since()));
                break;
            }
            try {
                report = report.plus(process(due, deadline));
            } catch (RuntimeException unexpected) {
                failure = failure.or(() -> Optional.of(unexpected));
            }
        }
        if (failure.isPresent()) {
            throw new SomeFailed(report, failure.get());
        }
        return report;
    }

    /** Sees to one thing, if it is due. */
    public SendReport process(WorkItem due, Deadline deadline) {
        return switch (due) {
            case WorkItem.ChangedSession changed ->
                followUp.recompute(changed.session(), deadline)
                        ? SendReport.NOTHING
                        : SendReport.unfinished(changed.since());
            case WorkItem.Review review -> remindOrganiser.remind(review);
            case WorkItem.Letter letter -> sendOwed(letter, deadline);
        };
    }

    private SendReport sendOwed(WorkItem.Letter due, Deadline deadline) {
        SendReport report = SendReport.NOTHING;
        while (!deadline.isNear()) {
            Optional<Claim> claim = retrier.call(() -> claim(due.session(), due.registration()));
            if (claim.isEmpty()) {
                return report;
            }
            rateLimiter.await();
            SendReport changes = send(claim.get());
            report = report.plus(changes);
            if (changes.sent() == 0) {
                return report;
            }
        }
        return report.plus(SendReport.unfinished(due.since()));
    }

    /** Settles with the claim, or with none if no letter is due. */
    private Attempt<Optional<Claim>> claim(SessionId id, RegistrationId registrationId) {
        Instant clockNow = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations.find(id, registrationId, clockNow);
        Optional<Registration> known = seen.flatMap(RegistrationSnapshot::registration);
        if (seen.isEmpty() || known.isEmpty()) {
            return Attempt.settled(Optional.empty());
        }
        Session session = seen.get().session();
        Registration registration = known.get();
        Instant now = notBefore(session, registration, clockNow);
        // No letter says that somebody waits while there is a place.
        if (registration.state() instanceof RegistrationState.Waitlisted && followUp.promoteBefore(seen.get(), now)) {
            return Attempt.conflict();
        }
        Optional<OwedLetter> owed = Owed.next(session, registration, now);
        if (owed.isEmpty() || !owed.get().isDueBy(now)) {
            return keepUpToDate(session, registration, now);
        }
        if (registration.letters().isHeldAt(clockNow)) {
            return Attempt.settled(Optional.empty());
        }
        Registration held = registration.with(registration.letters().held(clockNow.plus(CLAIM)));
        RegistrationChange change = RegistrationChange.update(session, held, now);
        Claim claim = new Claim(
                owed.get(), seen.get().sessionSnapshot(), change.after().orElseThrow(), now);
        return Attempt.after(registrations.update(session, change, now), Optional.of(claim));
    }

    /** Takes a letter that is no longer owed, or not yet, out of the work queue. */
    private Attempt<Optional<Claim>> keepUpToDate(Session session, Registration registration, Instant now) {
        boolean current = registration.sessionRevision() == session.revision()
                && registration.dueAt().equals(Owed.dueAt(session, registration, now));
        if (current) {
            return Attempt.settled(Optional.empty());
        }
        RegistrationChange change = RegistrationChange.update(session, registration, now);
        return Attempt.after(registrations.update(session, change, now), Optional.empty());
    }

    private SendReport send(Claim claim) {
        List<Claim> bundled = bundled(claim);
        LetterRequest mail = mail(
                claim, bundled.stream().map(other -> mail(other, List.of())).toList());
        return switch (mailer.send(mail)) {
            case Delivery.Taken accepted -> {
                Optional<String> messageId = Optional.of(accepted.messageId());
                remember(claim, sent(claim, messageId));
                bundled.forEach(other -> remember(other, sent(other, messageId)));
                yield SendReport.SENT;
            }
            case Delivery.Refused refused -> refused(claim);
            case Delivery.NotNow notNow -> {
                update(claim, letters -> letters.held(clock.instant().plus(WHEN_BUSY)));
                yield SendReport.unfinished(claim.letter().from());
            }
            case Delivery.Unknown unknown -> SendReport.unknown(claim.letter().from());
        };
    }

    private LetterRequest mail(Claim claim, List<LetterRequest> bundled) {
        Registration registration = claim.registration();
        return new LetterRequest(
                claim.letter().kind(),
                claim.sessionSnapshot(),
                registration,
                registrations.position(registration),
                claim.now(),
                bundled);
    }

    /** What the person signed up for together with this, as far as its own letters still wait for this one. */
    private List<Claim> bundled(Claim claim) {
        Registration registration = claim.registration();
        return registration.letters().bundled().entrySet().stream()
                .map(other -> waiting(
                        other.getKey(),
                        RegistrationId.of(other.getKey(), registration.person().email()),
                        other.getValue()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                        other -> other.session().document().when().start().toInstant()))
                .toList();
    }

    /** The wait is the claim, so it must last until this letter is written down. */
    private Optional<Claim> waiting(SessionId id, RegistrationId registrationId, Instant heldUntil) {
        Instant clockNow = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations.findIfReadable(id, registrationId, clockNow);
        Optional<Registration> known = seen.flatMap(RegistrationSnapshot::registration)
                .filter(one -> one.letters().heldUntil().equals(Optional.of(heldUntil)))
                .filter(one -> !heldUntil.isBefore(clockNow.plus(CLAIM)));
        if (seen.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        Session session = seen.get().session();
        Instant now = notBefore(session, known.get(), clockNow);
        return Owed.next(session, known.get(), now)
                .filter(owed -> owed.kind().answersSignUp() && owed.isDueBy(now))
                .map(owed -> new Claim(owed, seen.get().sessionSnapshot(), known.get(), now));
    }

    private SendReport refused(Claim claim) {
        int failures = claim.registration().letters().failures() + 1;
        if (failures >= MAX_FAILURES) {
            remember(claim, sent(claim, Optional.empty()));
            return SendReport.GIVEN_UP;
        }
        Duration wait = FIRST_RETRY.multipliedBy(1L << (failures - 1));
        update(claim, letters -> letters.failed(clock.instant().plus(wait)));
        return SendReport.refused(claim.letter().from());
    }

    private void remember(Claim claim, SentLetter letter) {
        update(
                claim,
                letters -> letters.with(letter, claim.registration().letters().bundled()));
    }

    private static SentLetter sent(Claim claim, Optional<String> messageId) {
        return new SentLetter(claim.letter().kind(), claim.session().revision(), claim.now(), messageId);
    }

    /**
     * Stores how sending went. If somebody cancelled meanwhile, or the session changed, it is stored beside that, and the
     * next letter is computed from both.
     */
    private void update(Claim claim, UnaryOperator<LetterLog> change) {
        retrier.call(new Update(claim, change));
    }

    /** One update of a claimed registration, tried with what the last attempt read. */
    private final class Update implements Supplier<Attempt<Boolean>> {

        private final Claim claim;
        private final UnaryOperator<LetterLog> change;
        private Session session;
        private Registration registration;

        Update(Claim claim, UnaryOperator<LetterLog> change) {
            this.claim = claim;
            this.change = change;
            this.session = claim.session();
            this.registration = claim.registration();
        }

        @Override
        public Attempt<Boolean> get() {
            Instant now = notBefore(session, registration, clock.instant());
            Registration changed = registration.with(change.apply(registration.letters()));
            WriteResult result = registrations.update(session, RegistrationChange.update(session, changed, now), now);
            if (result.isCommitted()) {
                return Attempt.settled(true);
            }
            Optional<RegistrationSnapshot> seen = registrations.find(session.id(), registration.id(), now);
            Optional<Registration> known = seen.flatMap(RegistrationSnapshot::registration);
            if (seen.isEmpty() || known.isEmpty() || !isStillHeld(claim, known.get())) {
                return Attempt.settled(false);
            }
            session = seen.get().session();
            registration = known.get();
            return Attempt.after(result, true);
        }
    }

    /** No longer: it was written down after all, and only the answer to that was lost. */
    private static boolean isStillHeld(Claim claim, Registration registration) {
        return registration
                .letters()
                .heldUntil()
                .equals(claim.registration().letters().heldUntil());
    }

    /** Nothing happens before what has happened: clocks of two machines may differ by a moment. */
    private static Instant notBefore(Session session, Registration registration, Instant now) {
        return Stream.of(
                        now,
                        registration.state().since(),
                        registration.choseAt(),
                        registration.letters().linkAskedAt(),
                        session.changedAt())
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** The right to send one letter, for a while. */
    private record Claim(OwedLetter letter, SessionSnapshot sessionSnapshot, Registration registration, Instant now) {

        Session session() {
            return sessionSnapshot.session();
        }
    }

    /** That something failed in a way nobody expects, though all the rest was seen to. */
    public static final class SomeFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SendReport report;

        SomeFailed(SendReport report, RuntimeException first) {
            super("not everything could be seen to: " + report, first);
            this.report = report;
        }

        /** What was done all the same. */
        public SendReport report() {
            return report;
        }
    }
}
