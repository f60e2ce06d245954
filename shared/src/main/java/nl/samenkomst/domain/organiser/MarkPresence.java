package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Marks who was present, from an hour before the start until registrations are erased. */
public final class MarkPresence {

    static final Duration OPENS_BEFORE_START = Duration.ofHours(1);

    private final OrganiserChanges changes;

    public MarkPresence(Registrations registrations, Clock clock, Retrier retrier) {
        this.changes = new OrganiserChanges(registrations, clock, retrier);
    }

    /** Returns from when on people can be marked. */
    public static Instant opensAt(Session session) {
        return session.document().when().start().toInstant().minus(OPENS_BEFORE_START);
    }

    /** Marks somebody with a place; removes the mark if {@code present} is empty. */
    public ChangeOutcome mark(SessionId session, RegistrationId registration, Optional<Boolean> present, Actor actor) {
        return changes.change(session, registration, seen -> decide(seen, present, actor));
    }

    static Decided<ChangeOutcome> decide(Seen seen, Optional<Boolean> present, Actor actor) {
        if (!(seen.state() instanceof RegistrationState.Confirmed)) {
            return OrganiserChanges.refused(RefusalReason.NOT_CONFIRMED);
        }
        if (seen.registration().present().equals(present)) {
            return seen.unchanged();
        }
        Session session = seen.snapshot().session();
        if (session.isCancelled()) {
            return OrganiserChanges.refused(RefusalReason.SESSION_CANCELLED);
        }
        return seen.now().isBefore(opensAt(session))
                ? OrganiserChanges.refused(RefusalReason.TOO_EARLY)
                : seen.commit(seen.registration().marked(present), new Request(action(present), actor, ""));
    }

    private static AuditAction action(Optional<Boolean> present) {
        return present.map(there -> there ? AuditAction.MARKED_PRESENT : AuditAction.MARKED_ABSENT)
                .orElse(AuditAction.MARK_REMOVED);
    }
}
