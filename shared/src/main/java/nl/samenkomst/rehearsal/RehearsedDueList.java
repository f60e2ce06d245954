package nl.samenkomst.rehearsal;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.letter.Due;
import nl.samenkomst.domain.letter.DueList;
import nl.samenkomst.domain.letter.ReviewNotice;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Asks the real table what was due long ago, and answers with the made-up participant's confirmation. */
public final class RehearsedDueList implements DueList {

    private final DueList table;

    public RehearsedDueList(DueList table) {
        this.table = table;
    }

    @Override
    public Iterable<Due> dueBy(Instant now) {
        Iterator<Due> asked = table.dueBy(now).iterator();
        if (asked.hasNext()) {
            asked.next();
        }
        Registration participant = Rehearsal.participant();
        return List.of(new Due.Letter(participant.session(), participant.id(), now));
    }

    @Override
    public Optional<Due> afterWritingOf(Map<String, String> key, Instant now) {
        return table.afterWritingOf(key, now);
    }

    @Override
    public Optional<ReviewNotice> reviewNotice(SessionId session) {
        return table.reviewNotice(session);
    }

    @Override
    public Commit change(ReviewNotice seen, ReviewNotice next, Session current) {
        return RehearsedRegistrations.asIfDone(table.change(seen, next, current));
    }

    @Override
    public Commit strikeOff(ReviewNotice seen) {
        return RehearsedRegistrations.asIfDone(table.strikeOff(seen));
    }

    @Override
    public Commit strikeOff(Session session) {
        return RehearsedRegistrations.asIfDone(table.strikeOff(session));
    }
}
