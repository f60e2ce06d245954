package nl.samenkomst.domain.organiser;

import java.util.List;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.session.Session;

/** What becomes of publishing or changing a session. */
public sealed interface PublishOutcome {

    /** Nobody published it before. */
    record Published(Session session) implements PublishOutcome {}

    /** It is as the document says; the revision is a new one only where anything differed. */
    record Changed(Session session) implements PublishOutcome {}

    /** Somebody else changed it since the revision that this change was made for. */
    record Overtaken() implements PublishOutcome {}

    /** A cancelled session stays as it is. */
    record AlreadyCancelled(Session session) implements PublishOutcome {}

    record Refused(List<Problem> problems) implements PublishOutcome {}
}
