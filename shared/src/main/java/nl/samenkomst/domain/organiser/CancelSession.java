package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Cancels a session and reinstates it, both idempotently. Letters about a cancellation leave two minutes later, unless it
 * is undone by then.
 */
public final class CancelSession {

    private final Sessions sessions;
    private final Clock clock;
    private final Retrier retrier;

    public CancelSession(Sessions sessions, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** The outcome of cancelling a session that was looked at before. */
    public sealed interface Cancellation {

        record Cancelled(Session session) implements Cancellation {}

        /** It was cancelled already, perhaps for another reason; nothing was done. */
        record AlreadyCancelled(Session session) implements Cancellation {}

        /** It was changed since it was looked at, and is not cancelled; nothing was done. */
        record Changed(Session session) implements Cancellation {}

        record UnknownSession() implements Cancellation {}
    }

    /** The outcome of reinstating a session. */
    public sealed interface Reinstatement {

        /** The session goes on, by this request or an earlier one. */
        record Reinstated(Session session) implements Reinstatement {}

        /** The session would have started by now. */
        record Started() implements Reinstatement {}

        record UnknownSession() implements Reinstatement {}
    }

    /**
     * Cancels the session and returns it as it is afterwards; empty if there is no such session.
     *
     * @param reason quoted in the letters, in the organiser's words; may be empty
     * @throws nl.samenkomst.domain.UnreadableItem if the stored session or its places cannot be read
     * @throws nl.samenkomst.domain.Retrier.RetriesExhausted if conflicts or store failures outlast the retries
     */
    public Optional<Session> cancel(SessionId id, String reason, Actor actor) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<Session> known = sessions.find(id).map(SessionSnapshot::session);
            if (known.isEmpty() || known.get().isCancelled()) {
                return Attempt.settled(known);
            }
            Session cancelled = known.get().cancelled(reason, now);
            AuditEntry record = AuditEntry.ofSession(now, actor, AuditAction.SESSION_CANCELLED, reason);
            return Attempt.after(sessions.change(known.get(), cancelled, record), Optional.of(cancelled));
        });
    }

    /**
     * Cancels the session if it is still the revision that was looked at.
     *
     * @param reason quoted in the letters, in the organiser's words; may be empty
     * @throws nl.samenkomst.domain.UnreadableItem if the stored session or its places cannot be read
     * @throws nl.samenkomst.domain.Retrier.RetriesExhausted if conflicts or store failures outlast the retries
     */
    public Cancellation cancel(SessionId id, Revision lookedAt, String reason, Actor actor) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<Session> known = sessions.find(id).map(SessionSnapshot::session);
            Cancellation decided = decide(known, lookedAt, reason, now);
            if (!(decided instanceof Cancellation.Cancelled cancelled)) {
                return Attempt.settled(decided);
            }
            AuditEntry record = AuditEntry.ofSession(now, actor, AuditAction.SESSION_CANCELLED, reason);
            return Attempt.after(sessions.change(known.orElseThrow(), cancelled.session(), record), decided);
        });
    }

    static Cancellation decide(Optional<Session> known, Revision lookedAt, String reason, Instant now) {
        if (known.isEmpty()) {
            return new Cancellation.UnknownSession();
        }
        Session session = known.get();
        if (session.isCancelled()) {
            return new Cancellation.AlreadyCancelled(session);
        }
        return session.revision().equals(lookedAt)
                ? new Cancellation.Cancelled(session.cancelled(reason, now))
                : new Cancellation.Changed(session);
    }

    /**
     * Undoes the cancellation before the start; people who were told are told again.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the stored session or its places cannot be read
     * @throws nl.samenkomst.domain.Retrier.RetriesExhausted if conflicts or store failures outlast the retries
     */
    public Reinstatement reinstate(SessionId id, Actor actor) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<Session> known = sessions.find(id).map(SessionSnapshot::session);
            if (known.isEmpty()) {
                return Attempt.settled(new Reinstatement.UnknownSession());
            }
            Session before = known.get();
            if (!before.isCancelled()) {
                return Attempt.settled(new Reinstatement.Reinstated(before));
            }
            if (before.document().when().hasStartedBy(now)) {
                return Attempt.settled(new Reinstatement.Started());
            }
            Session after = before.reinstated(now);
            AuditEntry record = AuditEntry.ofSession(now, actor, AuditAction.SESSION_REINSTATED, "");
            return Attempt.after(sessions.change(before, after, record), new Reinstatement.Reinstated(after));
        });
    }
}
