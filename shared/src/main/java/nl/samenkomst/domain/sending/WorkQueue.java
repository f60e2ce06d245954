package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Where is written down what is to be seen to, and from when. */
public interface WorkQueue {

    /** Everything due by this moment, the longest due first, read as it is asked for; may lag a moment behind. */
    Iterable<WorkItem> dueBy(Instant now);

    /** What may be due since the item with this key was written, whatever became of it; nothing for other items. */
    Optional<WorkItem> afterWritingOf(Map<String, String> key, Instant now);

    /** Strikes a changed session off, unless it changed again. */
    WriteResult complete(Session session);

    /** That an organiser is to be told who waits for a decision, if so. */
    Optional<ReviewNotice> reviewNotice(SessionId session);

    /** Writes down when that is due next; {@code STALE} where somebody else put it off meanwhile. */
    WriteResult change(ReviewNotice seen, ReviewNotice next, Session current);

    /** Strikes it off, unless somebody began to wait since. */
    WriteResult complete(ReviewNotice seen);
}
