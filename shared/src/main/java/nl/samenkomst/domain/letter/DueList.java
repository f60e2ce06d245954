package nl.samenkomst.domain.letter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.session.Session;

/** Where is written down what is to be seen to, and from when. */
public interface DueList {

    /** Everything due by this moment, the longest due first, read as it is asked for; may lag a moment behind. */
    Iterable<Due> dueBy(Instant now);

    /** What may be due since the item with this key was written, whatever became of it; nothing for other items. */
    Optional<Due> afterWritingOf(Map<String, String> key, Instant now);

    /** Strikes a changed session off, unless it changed again. */
    Commit strikeOff(Session session);
}
