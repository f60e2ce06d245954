package nl.samenkomst.dynamodb;

import java.util.List;
import nl.samenkomst.domain.session.SessionId;

/** What restoring a session from an older copy of the table did, or would do. */
public sealed interface RestoreOutcome {

    SessionId session();

    /**
     * Something was missing, or not right.
     *
     * @param registrations the number of registrations restored
     * @param erased the number of registrations in the copy, or restored earlier, whose person had them erased since
     * @param remarks what is left to do, in sentences
     */
    record Restored(SessionId session, int registrations, int erased, List<String> remarks) implements RestoreOutcome {
        public Restored {
            remarks = List.copyOf(remarks);
        }
    }

    /** Nothing was missing. */
    record Whole(SessionId session) implements RestoreOutcome {}

    /** Nothing was restored, because of this. */
    record Refused(SessionId session, String why) implements RestoreOutcome {}
}
