package nl.samenkomst.domain.letter;

import java.time.Instant;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.session.Session;

/** Where is written down what is to be seen to, and from when. */
public interface DueList {

    /** Everything due by this moment, the longest due first, read as it is asked for; may lag a moment behind. */
    Iterable<Due> dueBy(Instant now);

    /** Strikes a changed session off, unless it changed again. */
    Commit strikeOff(Session session);
}
