package nl.samenkomst.domain.letter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Where is written down what is to be seen to, and from when. */
public interface DueList {

    /** Everything due by this moment, the longest due first, read as it is asked for; may lag a moment behind. */
    Iterable<Due> dueBy(Instant now);

    /** What may be due since the item with this key was written, whatever became of it; nothing for other items. */
    Optional<Due> afterWritingOf(Map<String, String> key, Instant now);

    /** Strikes a changed session off, unless it changed again. */
    Commit strikeOff(Session session);

    /** That an organiser is to be told who waits for a decision, if so. */
    Optional<ReviewNotice> reviewNotice(SessionId session);

    /** Writes down when that is due next; {@code STALE} where somebody else put it off meanwhile. */
    Commit change(ReviewNotice seen, ReviewNotice next, Session current);

    /** Strikes it off, unless somebody began to wait since. */
    Commit strikeOff(ReviewNotice seen);
}
