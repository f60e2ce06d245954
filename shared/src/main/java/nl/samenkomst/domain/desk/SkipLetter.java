package nl.samenkomst.domain.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SkippableLetter;

/** Skips a planned letter for everybody who has not had it, and takes that back until its moment; both idempotently. */
public final class SkipLetter {

    private final Sessions sessions;
    private final Clock clock;
    private final Retrier retrier;

    public SkipLetter(Sessions sessions, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** The outcome. */
    public sealed interface Outcome {

        /** The letter is skipped, or is not any more, by this request or an earlier one. */
        record Done(Session session) implements Outcome {}

        /** Its moment has come. */
        record TooLate(Session session) implements Outcome {}

        /** The session has no such letter any more, or was called off. */
        record NotPlanned(Session session) implements Outcome {}

        record UnknownSession() implements Outcome {}
    }

    /**
     * Skips the letter, or takes that back.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the stored session or its places cannot be read
     * @throws nl.samenkomst.domain.Retrier.RetriesExhausted if conflicts or store failures outlast the retries
     */
    public Outcome skip(SessionId id, SkippableLetter letter, boolean isSkipped, Actor actor) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<Session> known = sessions.find(id).map(SessionSnapshot::session);
            if (known.isEmpty()) {
                return Attempt.settled(new Outcome.UnknownSession());
            }
            Session before = known.get();
            Outcome decided = decide(before, letter, isSkipped, now);
            if (!(decided instanceof Outcome.Done done) || done.session().equals(before)) {
                return Attempt.settled(decided);
            }
            AuditEntry record = AuditEntry.ofSession(
                            now, actor, isSkipped ? AuditAction.LETTER_SKIPPED : AuditAction.LETTER_RESUMED, "")
                    .with(List.of(change(letter, isSkipped)));
            return Attempt.after(sessions.change(before, done.session(), record), decided);
        });
    }

    static Outcome decide(Session session, SkippableLetter letter, boolean isSkipped, Instant now) {
        Optional<Instant> moment = letter.plannedAt(session.document());
        if (moment.isEmpty() || session.isCancelled()) {
            return new Outcome.NotPlanned(session);
        }
        if (session.skipped().includes(letter) == isSkipped) {
            return new Outcome.Done(session);
        }
        if (!moment.get().isAfter(now)) {
            return new Outcome.TooLate(session);
        }
        return new Outcome.Done(isSkipped ? session.skipping(letter, now) : session.notSkipping(letter, now));
    }

    private static ChangedValue change(SkippableLetter letter, boolean isSkipped) {
        return switch (letter) {
            case SkippableLetter.Reminder reminder -> {
                String ahead = reminder.ahead().toString();
                yield new ChangedValue("reminders", "", isSkipped ? ahead : "", isSkipped ? "" : ahead);
            }
            case SkippableLetter.FollowUp _ ->
                new ChangedValue("followUp", "", isSkipped ? "yes" : "no", isSkipped ? "no" : "yes");
        };
    }
}
