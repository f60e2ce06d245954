package nl.samenkomst.domain.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Cancels everybody whose address nobody has confirmed, some in each transaction, before the start: the last on the
 * waiting list first and the people with a place at the end, so that a freed place goes to nobody who is cancelled a
 * moment later. They get no letter. Somebody who confirms meanwhile stays. Cancelling again goes on with those who are
 * left.
 */
public final class CancelUnconfirmed {

    private final Sessions sessions;
    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    public CancelUnconfirmed(Sessions sessions, Registrations registrations, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /**
     * Counts those whom {@link #cancel} would cancel now; empty if the session is unknown.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the session or its places cannot be read
     */
    public Optional<UnconfirmedCount> count(SessionId session, SignUpPeriod period) {
        Instant now = clock.instant();
        return sessions.find(session).map(known -> {
            List<Candidate> found = candidates(session, period, now);
            int places = (int) found.stream().filter(Candidate::holdsPlace).count();
            return new UnconfirmedCount(found.size(), places, now);
        });
    }

    /**
     * Cancels those who signed up in this period, as many as the deadline allows, but some in any case.
     *
     * @param reason on the own page and in the audit trail; may be empty
     * @throws nl.samenkomst.domain.UnreadableItem if the session or its places cannot be read
     * @throws nl.samenkomst.domain.Retrier.RetriesExhausted if conflicts or store failures outlast the retries; those
     *     cancelled before stay so
     */
    public CancelUnconfirmedOutcome cancel(
            SessionId session, SignUpPeriod period, String reason, Actor actor, Deadline deadline) {
        Optional<SessionSnapshot> seen = sessions.find(session);
        if (seen.isEmpty()) {
            return new CancelUnconfirmedOutcome.UnknownSession();
        }
        if (seen.get().session().isSettledBy(clock.instant())) {
            return new CancelUnconfirmedOutcome.Refused(whyTooLate(seen.get().session()));
        }
        List<Candidate> found = candidates(session, period, clock.instant());
        Request request = new Request(period, actor, reason);
        int cancelled = 0;
        int places = 0;
        int tried = 0;
        while (tried < found.size() && (tried == 0 || !deadline.isNear())) {
            int next = Math.min(tried + registrations.maxCancellations(), found.size());
            List<Candidate> batch = found.subList(tried, next);
            switch (retrier.call(() -> attempt(session, batch, request))) {
                case BatchOutcome.Done done -> {
                    cancelled += done.cancelled().size();
                    places += (int) batch.stream()
                            .filter(one -> one.holdsPlace() && done.cancelled().contains(one.id()))
                            .count();
                }
                case BatchOutcome.Refused refused -> {
                    return new CancelUnconfirmedOutcome.Refused(refused.why());
                }
            }
            tried = next;
        }
        return new CancelUnconfirmedOutcome.Cancelled(cancelled, places, found.size() - tried);
    }

    /** Returns those to cancel, in that order. */
    private List<Candidate> candidates(SessionId session, SignUpPeriod period, Instant now) {
        List<Candidate> found = new ArrayList<>();
        for (Registration registration : registrations.all(session, now)) {
            if (registration.isUnconfirmed() && period.includes(registration)) {
                found.add(Candidate.of(registration));
            }
        }
        found.sort(Candidate.ORDER);
        return found;
    }

    /**
     * Somebody to cancel, without answers and letters, so that tens of thousands fit in memory.
     *
     * @param turn the number in the queue, or else the milliseconds of signing up: higher for whoever came later
     */
    record Candidate(RegistrationId id, boolean isWaitlisted, boolean holdsPlace, long turn) {

        /** Waitlisted people first, people with a place at the end, and whoever came last before the others. */
        static final Comparator<Candidate> ORDER = Comparator.comparing((Candidate one) -> !one.isWaitlisted())
                .thenComparing(Candidate::holdsPlace)
                .thenComparing(Comparator.comparingLong(Candidate::turn).reversed())
                .thenComparing(one -> one.id().value());

        static Candidate of(Registration registration) {
            RegistrationState state = registration.state();
            boolean isWaitlisted = state instanceof RegistrationState.Waitlisted;
            long turn = state instanceof RegistrationState.Waitlisted waiting
                    ? waiting.number()
                    : registration.signedUpAt().toEpochMilli();
            return new Candidate(registration.id(), isWaitlisted, state.holdsPlace(), turn);
        }
    }

    private Attempt<BatchOutcome> attempt(SessionId session, List<Candidate> batch, Request request) {
        Instant now = clock.instant();
        SessionSnapshot seen = sessions.find(session).orElseThrow();
        List<Registration> known =
                registrations.findAll(session, batch.stream().map(Candidate::id).toList(), now);
        return writer.write(decide(seen, known, request, now), now);
    }

    /** Whom to cancel, by whom, and why in their words. */
    record Request(SignUpPeriod period, Actor actor, String reason) {

        AuditEntry entry(Registration about, Instant now) {
            return new AuditEntry(
                    now,
                    actor,
                    AuditAction.UNCONFIRMED_CANCELLED,
                    Optional.of(about.id().value()),
                    reason);
        }
    }

    /** The outcome of one transaction. */
    sealed interface BatchOutcome {

        /**
         * The people are cancelled, by this attempt, by an earlier one whose response was lost, or by somebody else
         * meanwhile.
         */
        record Done(Set<RegistrationId> cancelled) implements BatchOutcome {

            public Done {
                cancelled = Set.copyOf(cancelled);
            }
        }

        /** No place can change any more. */
        record Refused(RefusalReason why) implements BatchOutcome {}
    }

    /** Decides about some people at once, who were unconfirmed a moment ago. */
    static Decided<BatchOutcome> decide(SessionSnapshot seen, List<Registration> people, Request request, Instant now) {
        Set<RegistrationId> cancelled = new HashSet<>();
        List<RegistrationChange> changes = new ArrayList<>();
        List<AuditEntry> records = new ArrayList<>();
        for (Registration known : people) {
            if (known.isUnconfirmed() && request.period().includes(known)) {
                Registration after = known.with(new RegistrationState.CancelledByOrganiser(
                        now, known.state() instanceof RegistrationState.Confirmed, request.reason()));
                changes.add(RegistrationChange.of(seen.session(), Optional.of(known), after, now));
                records.add(request.entry(after, now));
                cancelled.add(known.id());
            } else if (known.state() instanceof RegistrationState.CancelledByOrganiser) {
                cancelled.add(known.id());
            }
        }
        if (changes.isEmpty()) {
            return Decided.asIs(new BatchOutcome.Done(cancelled));
        }
        return seen.session().isSettledBy(now)
                ? Decided.asIs(new BatchOutcome.Refused(whyTooLate(seen.session())))
                : new Decided.CommitAndPromote<>(
                        new RegistrationChanges(seen, changes, records), new BatchOutcome.Done(cancelled));
    }

    private static RefusalReason whyTooLate(Session settled) {
        return settled.isCancelled() ? RefusalReason.SESSION_CANCELLED : RefusalReason.SESSION_STARTED;
    }
}
