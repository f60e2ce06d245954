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
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.agenda.SeriesOfSession;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Message;
import nl.samenkomst.domain.capacity.MessageProof;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Sends every owed letter, normally once: it claims the letter, sends it, then records it. A crash in between leaves a
 * claim that ends by itself, and a later run sends the letter. Mail services offer no idempotency key, so a letter
 * whose response was lost may arrive twice; none is lost. None leaves for a mailbox whose owner wants none.
 */
public final class SendReminders {

    /** The duration of a claim; longer than any run that holds one can last. */
    public static final Duration CLAIM_DURATION = Duration.ofMinutes(5);

    /** The wait after the first refusal of a letter; it doubles with each further refusal. */
    static final Duration FIRST_RETRY = Duration.ofMinutes(5);

    /** The wait before the next attempt when the service takes no letters. */
    static final Duration BUSY_DELAY = Duration.ofMinutes(1);

    /** After so many refusals in a row a letter is given up. */
    static final int MAX_FAILURES = 8;

    private final Registrations registrations;
    private final Mailboxes mailboxes;
    private final Messages messages;
    private final Sessions sessions;
    private final RegistrationWriter writer;
    private final WorkQueue workQueue;
    private final PropagateSessionChange followUp;
    private final RemindOrganiser remindOrganiser;
    private final SeriesOfSession series;
    private final Mailer mailer;
    private final Clock clock;
    private final RateLimiter rateLimiter;
    private final Retrier retrier;

    public SendReminders(
            Registrations registrations,
            Mailboxes mailboxes,
            Messages messages,
            Sessions sessions,
            WorkQueue workQueue,
            PropagateSessionChange followUp,
            RemindOrganiser remindOrganiser,
            SeriesOfSession series,
            Mailer mailer,
            Clock clock,
            RateLimiter rateLimiter,
            Retrier retrier) {
        this.registrations = registrations;
        this.mailboxes = mailboxes;
        this.messages = messages;
        this.sessions = sessions;
        this.writer = new RegistrationWriter(registrations);
        this.workQueue = workQueue;
        this.followUp = followUp;
        this.remindOrganiser = remindOrganiser;
        this.series = series;
        this.mailer = mailer;
        this.clock = clock;
        this.rateLimiter = rateLimiter;
        this.retrier = retrier;
    }

    /** Begins a run that must stop when this deadline is near. */
    public SendingRun run(Deadline deadline) {
        return new SendingRun(this, workQueue, clock, deadline);
    }

    /** Processes all due work items in one run, see {@link SendingRun#sendAllDue}. */
    public SendReport sendAllDue(Deadline deadline) {
        return run(deadline).sendAllDue();
    }

    /**
     * Processes one work item, if it is due.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if a stored item that it needs cannot be read
     * @throws nl.samenkomst.domain.Retrier.RetriesExhausted if conflicts or store failures outlast the retries
     */
    public SendReport process(WorkItem due, Deadline deadline) {
        return process(due, false, deadline, () -> {});
    }

    /**
     * Processes one work item, if it is due.
     *
     * @param onlyToConfirmed whether to leave a letter to an address that nobody confirmed
     * @param meanwhile called now and then while a session's change is propagated, which may take minutes
     */
    SendReport process(WorkItem due, boolean onlyToConfirmed, Deadline deadline, Runnable meanwhile) {
        return switch (due) {
            case WorkItem.ChangedSession changed ->
                followUp.recompute(changed.session(), deadline, meanwhile)
                        ? SendReport.NOTHING
                        : SendReport.unfinished(changed.since());
            case WorkItem.Notice notice -> remindOrganiser.remind(notice);
            case WorkItem.Proof proof -> sendProof(proof);
            case WorkItem.Letter letter -> sendOwed(letter, onlyToConfirmed, deadline);
        };
    }

    /** Sends a message to its writer alone, at least once, unless the mail service refuses it. */
    private SendReport sendProof(WorkItem.Proof due) {
        Optional<MessageProof> claimed = retrier.call(() -> claim(due));
        Optional<SessionSnapshot> session = claimed.flatMap(proof -> sessions.find(proof.session()));
        if (claimed.isEmpty() || session.isEmpty()) {
            return SendReport.NOTHING;
        }
        MessageProof proof = claimed.get();
        rateLimiter.acquire();
        LetterRequest mail =
                LetterRequest.proof(session.get(), proof.to(), proof.text(), proof.language(), clock.instant());
        return switch (mailer.send(mail)) {
            case Delivery.Taken _ -> {
                // Asked for again meanwhile, it is sent again.
                messages.complete(proof);
                yield SendReport.SENT;
            }
            case Delivery.Refused _ -> {
                messages.complete(proof);
                yield SendReport.NOTHING;
            }
            case Delivery.Unavailable _ -> SendReport.unfinished(due.since());
            case Delivery.Unknown _ -> SendReport.unknown(due.since());
        };
    }

    /** Returns the proof if it is due and nobody else sends it; empty to retry after a conflict. */
    private Attempt<Optional<MessageProof>> claim(WorkItem.Proof due) {
        Instant now = clock.instant();
        Optional<MessageProof> known = messages.proof(due.session(), due.key());
        if (known.isEmpty() || known.get().dueAt().isAfter(now)) {
            return Attempt.settled(Optional.empty());
        }
        if (known.get().isForgotten(now)) {
            return Attempt.after(messages.complete(known.get()), Optional.empty());
        }
        MessageProof held = known.get().postponed(now.plus(CLAIM_DURATION));
        return Attempt.after(messages.change(known.get(), held), Optional.of(held));
    }

    private SendReport sendOwed(WorkItem.Letter due, boolean onlyToConfirmed, Deadline deadline) {
        SendReport report = SendReport.NOTHING;
        while (!deadline.isNear()) {
            Optional<Claim> claim = retrier.call(() -> claim(due.session(), due.registration(), onlyToConfirmed));
            if (claim.isEmpty()) {
                return report;
            }
            rateLimiter.acquire();
            SendReport changes = send(claim.get());
            report = report.plus(changes);
            if (changes.sent() == 0) {
                return report;
            }
        }
        return report.plus(SendReport.unfinished(due.since()));
    }

    /** Returns empty to retry after a conflict; otherwise the claim, or an inner empty if there is nothing to send. */
    private Attempt<Optional<Claim>> claim(SessionId id, RegistrationId registrationId, boolean onlyToConfirmed) {
        Instant clockNow = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations.find(id, registrationId, clockNow);
        Optional<Registration> known = seen.flatMap(RegistrationSnapshot::registration);
        if (seen.isEmpty() || known.isEmpty()) {
            return Attempt.settled(Optional.empty());
        }
        Session session = seen.get().session();
        Registration registration = known.get();
        Instant now = notBefore(session, registration, clockNow);
        Decided<Boolean> lapse = Lapse.decide(seen.get(), now);
        if (lapse.outcome()) {
            return writer.write(lapse, now).map(_ -> Optional.empty());
        }
        // Promote first: no letter may say that somebody waits while they fit a free place.
        if (registration.state() instanceof RegistrationState.Waitlisted && followUp.promoteIfFree(seen.get(), now)) {
            return Attempt.conflict();
        }
        Optional<OwedLetter> owed = Owed.next(session, registration, now);
        if (owed.isEmpty() || !owed.get().isDueBy(now)) {
            return refreshDueTime(session, registration, now);
        }
        boolean isLeft = onlyToConfirmed && !registration.proof().isGiven();
        if (isLeft || registration.letters().isDelayedAt(clockNow)) {
            return Attempt.settled(Optional.empty());
        }
        Registration held = registration.with(registration.letters().delayed(clockNow.plus(CLAIM_DURATION)));
        RegistrationChange change = RegistrationChange.update(session, held, now);
        Claim claim = new Claim(
                owed.get(), seen.get().sessionSnapshot(), change.after().orElseThrow(), now);
        // One that was delayed was claimed before, and counted.
        boolean isCounted = !Owed.isSecondRequest(owed.get(), registration)
                || registration.letters().delayedUntil().isPresent();
        return isCounted
                ? Attempt.after(registrations.update(session, change, now), Optional.of(claim))
                : countAndClaim(claim, change, registration, now);
    }

    /** Counts a letter to its mailbox and claims it, or keeps it back if the mailbox may not have it. */
    private Attempt<Optional<Claim>> countAndClaim(
            Claim claim, RegistrationChange change, Registration registration, Instant now) {
        Session session = claim.session();
        Mailbox mailbox = mailbox(registration);
        if (mailbox.mayReceive(now)) {
            return Attempt.after(
                    registrations.update(session, change, mailbox.withLetter(now), now), Optional.of(claim));
        }
        Registration kept = mailbox.isRefused() ? registration.refused(now) : registration.withheld(now);
        return Attempt.after(
                registrations.update(session, RegistrationChange.update(session, kept, now), now), Optional.empty());
    }

    /** Rewrites the registration if its stored due time is outdated, so that it leaves the queue until it is due. */
    private Attempt<Optional<Claim>> refreshDueTime(Session session, Registration registration, Instant now) {
        boolean current = registration.sessionRevision().equals(session.revision())
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
        if (isRefused(claim)) {
            withhold(claim);
            return SendReport.NOTHING;
        }
        return switch (mailer.send(mail)) {
            case Delivery.Taken accepted -> {
                Optional<String> messageId = Optional.of(accepted.messageId());
                recordSent(claim, sent(claim, messageId));
                bundled.forEach(
                        other -> recordSent(other, sent(other, messageId).bundled()));
                yield SendReport.SENT;
            }
            case Delivery.Refused refused -> refused(claim);
            case Delivery.Unavailable _ -> {
                update(claim, letters -> letters.delayed(clock.instant().plus(BUSY_DELAY)));
                yield SendReport.unfinished(claim.letter().from());
            }
            case Delivery.Unknown _ -> SendReport.unknown(claim.letter().from());
        };
    }

    /** Returns whether the owner of the mailbox wants no letters: asked last of all, just before sending. */
    private boolean isRefused(Claim claim) {
        return mailbox(claim.registration()).isRefused();
    }

    private Mailbox mailbox(Registration registration) {
        DeskKey key = retrier.call(registrations::deskKey);
        return mailboxes.find(key.mailboxId(registration.person().email()));
    }

    /** Ends the claim, and keeps back this letter and those after it. */
    private void withhold(Claim claim) {
        retrier.call(new Update(
                claim,
                known -> known.with(known.letters()
                                .release(claim.registration()
                                        .letters()
                                        .delayedUntil()
                                        .orElseThrow()))
                        .refused(claim.now())));
    }

    private LetterRequest mail(Claim claim, List<LetterRequest> bundled) {
        Registration registration = claim.registration();
        return new LetterRequest(
                claim.letter().kind(),
                claim.sessionSnapshot(),
                registration,
                registrations.position(registration),
                claim.now(),
                claim.letter().kind() == LetterKind.LAST_WORD
                        ? series.next(claim.session(), claim.now())
                        : Optional.empty(),
                claim.letter().message().map(message -> text(claim, message)),
                false,
                bundled);
    }

    /** Returns what the organiser wrote; kept as long as the registration, so a message without it is damaged. */
    private MessageText text(Claim claim, MessageId message) {
        return messages.find(claim.session().id(), message, claim.now())
                .map(Message::text)
                .orElseThrow(() -> new UnreadableItem("message " + message + " of a session is not there"));
    }

    /** Returns claims for the registrations made together with this one whose own letters still wait for it. */
    private List<Claim> bundled(Claim claim) {
        Registration registration = claim.registration();
        return registration.letters().bundled().entrySet().stream()
                .map(other -> delayedClaim(other.getKey(), registration.person().email(), other.getValue()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                        other -> other.session().document().when().start().toInstant()))
                .toList();
    }

    /**
     * Returns the claim of a registration whose letter is delayed until exactly {@code delayedUntil}. The delay serves as
     * the claim, so it must last for at least {@link #CLAIM_DURATION} from now.
     */
    private Optional<Claim> delayedClaim(SessionId id, EmailAddress person, Instant delayedUntil) {
        Instant clockNow = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations.findReadable(id, person, clockNow);
        Optional<Registration> known = seen.flatMap(RegistrationSnapshot::registration)
                .filter(one -> one.letters().delayedUntil().equals(Optional.of(delayedUntil)))
                .filter(one -> !delayedUntil.isBefore(clockNow.plus(CLAIM_DURATION)));
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
            recordSent(claim, sent(claim, Optional.empty()));
            return SendReport.GIVEN_UP;
        }
        Duration wait = FIRST_RETRY.multipliedBy(1L << (failures - 1));
        update(claim, letters -> letters.failed(clock.instant().plus(wait)));
        return SendReport.refused(claim.letter().from());
    }

    private void recordSent(Claim claim, SentLetter letter) {
        update(
                claim,
                letters -> letters.with(letter, claim.registration().letters().bundled()));
    }

    private static SentLetter sent(Claim claim, Optional<String> messageId) {
        return new SentLetter(claim.letter(), claim.session().revision(), claim.now(), messageId);
    }

    /**
     * Records the outcome of a letter. If the registration or the session has changed since the claim, adds the outcome
     * to the current registration, and computes the next letter from both.
     */
    private void update(Claim claim, UnaryOperator<LetterLog> change) {
        retrier.call(new Update(claim, known -> known.with(change.apply(known.letters()))));
    }

    /** One update of a claimed registration, tried with what the last attempt read. */
    private final class Update implements Supplier<Attempt<Boolean>> {

        private final Claim claim;
        private final UnaryOperator<Registration> change;
        private Session session;
        private Registration registration;

        Update(Claim claim, UnaryOperator<Registration> change) {
            this.claim = claim;
            this.change = change;
            this.session = claim.session();
            this.registration = claim.registration();
        }

        @Override
        public Attempt<Boolean> get() {
            Instant now = notBefore(session, registration, clock.instant());
            Registration changed = change.apply(registration).afterLetter(claim.registration());
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

    /** Returns whether the claim still holds; if not, the outcome was recorded and only the response was lost. */
    private static boolean isStillHeld(Claim claim, Registration registration) {
        return registration
                .letters()
                .delayedUntil()
                .equals(claim.registration().letters().delayedUntil());
    }

    /** Returns {@code now}, but no earlier than any recorded event: the clocks of two machines may differ. */
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

    /** The exclusive right to send one letter until the claim ends. */
    private record Claim(OwedLetter letter, SessionSnapshot sessionSnapshot, Registration registration, Instant now) {

        Session session() {
            return sessionSnapshot.session();
        }
    }

    /** Thrown after a run in which a work item failed unexpectedly; the cause is the first failure. */
    public static final class PartialFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SendReport report;

        PartialFailure(SendReport report, RuntimeException first) {
            super("not everything could be seen to: " + report, first);
            this.report = report;
        }

        /** Returns what the run did for the other items. */
        public SendReport report() {
            return report;
        }
    }
}
