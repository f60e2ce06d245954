package nl.samenkomst.domain.organiser;

import java.util.List;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.session.Session;

/** The outcome of publishing or changing a session. */
public sealed interface PublishOutcome {

    /** The session is new. */
    record Published(Session session, List<PublishWarning> warnings) implements PublishOutcome {
        public Published {
            warnings = List.copyOf(warnings);
        }
    }

    /** The session matches the document; its revision is new only if anything differed. */
    record Changed(Session session, List<PublishWarning> warnings) implements PublishOutcome {
        public Changed {
            warnings = List.copyOf(warnings);
        }
    }

    /** Somebody else changed the session since the revision that this change was based on. */
    record Overtaken() implements PublishOutcome {}

    /** The session is cancelled, and so can no longer change. */
    record AlreadyCancelled(Session session) implements PublishOutcome {}

    /** Nothing was written, because of these problems in the document. */
    record Refused(List<Problem> problems) implements PublishOutcome {}
}
