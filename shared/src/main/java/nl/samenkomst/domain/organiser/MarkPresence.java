package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.organiser.ChangeOutcome.Why;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;

/** Marks who was there and who was not, from an hour before the start until they are forgotten. */
public final class MarkPresence {

    static final Duration BEFORE_THE_START = Duration.ofHours(1);

    private final OrganiserChanges organiserChanges;

    public MarkPresence(Registrations registrations, Clock clock, Retrier retrier) {
        this.organiserChanges = new OrganiserChanges(registrations, clock, retrier);
    }

    /** Marks somebody with a place; takes the mark away where {@code present} is empty. */
    public ChangeOutcome mark(SessionId session, RegistrationId registration, Optional<Boolean> present, Actor who) {
        AuditAction what = present.map(there -> there ? AuditAction.MARKED_PRESENT : AuditAction.MARKED_ABSENT)
                .orElse(AuditAction.MARK_REMOVED);
        return organiserChanges.change(session, registration, seen -> mark(seen, present, new Request(what, who, "")));
    }

    private Optional<ChangeOutcome> mark(Seen seen, Optional<Boolean> present, Request request) {
        if (!(seen.state() instanceof RegistrationState.Confirmed)) {
            return OrganiserChanges.refused(Why.NOT_CONFIRMED);
        }
        if (seen.registration().present().equals(present)) {
            return organiserChanges.asItIs(seen.registration());
        }
        if (seen.snapshot().session().isCancelled()) {
            return OrganiserChanges.refused(Why.SESSION_CANCELLED);
        }
        Instant from =
                seen.snapshot().session().document().when().start().toInstant().minus(BEFORE_THE_START);
        return seen.now().isBefore(from)
                ? OrganiserChanges.refused(Why.TOO_EARLY)
                : organiserChanges.write(seen, seen.registration().marked(present), request);
    }
}
