package nl.samenkomst.priming;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.sending.OrganiserNotice;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Makes every call to the real table, for a moment long ago, and returns only the made-up participant's letter. */
public final class PrimingWorkQueue implements WorkQueue {

    private final WorkQueue table;

    public PrimingWorkQueue(WorkQueue table) {
        this.table = table;
    }

    @Override
    public Iterable<WorkItem> dueBy(Lane lane, Instant now) {
        Iterator<WorkItem> asked = table.dueBy(lane, now).iterator();
        if (asked.hasNext()) {
            asked.next();
        }
        if (lane != Lane.CONFIRMED) {
            return List.of();
        }
        Registration participant = Priming.participant();
        return List.of(new WorkItem.Letter(participant.session(), participant.id(), now));
    }

    @Override
    public Optional<OrganiserNotice> organiserNotice(SessionId session) {
        return table.organiserNotice(session);
    }

    @Override
    public WriteResult change(OrganiserNotice seen, OrganiserNotice next, Session current) {
        return PrimingRegistrations.requireConflict(table.change(seen, next, current));
    }

    @Override
    public WriteResult complete(OrganiserNotice seen) {
        return PrimingRegistrations.requireConflict(table.complete(seen));
    }

    @Override
    public WriteResult complete(Session session, Optional<Instant> next) {
        return PrimingRegistrations.requireConflict(table.complete(session, next));
    }
}
