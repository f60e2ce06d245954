package nl.samenkomst.domain.organiser;

import java.util.Optional;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.PromoteWaitlist;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.SessionId;

/**
 * Publishes or changes a session as {@link PublishSession} does. If places were added, waitlisted people have them
 * before the organiser gets the response; if that fails, {@code PropagateSessionChange} gives them later.
 */
public final class PublishAndPromote {

    private final PublishSession publishSession;
    private final PromoteWaitlist promote;

    public PublishAndPromote(PublishSession publishSession, PromoteWaitlist promote) {
        this.publishSession = publishSession;
        this.promote = promote;
    }

    /** Publishes or changes the session, without announcing more than {@link PublishSession#publish} does. */
    public PublishOutcome publish(SessionId id, SessionDocument document, Optional<Revision> revision, Actor who) {
        return promoteAfter(publishSession.publish(id, document, revision, who), id);
    }

    /** Publishes or changes the session, and announces a change as {@link PublishSession#publishAndTell} does. */
    public PublishOutcome publishAndTell(
            SessionId id, SessionDocument document, Optional<Revision> revision, Actor who) {
        return promoteAfter(publishSession.publishAndTell(id, document, revision, who), id);
    }

    private PublishOutcome promoteAfter(PublishOutcome outcome, SessionId id) {
        if (outcome instanceof PublishOutcome.Changed) {
            promote.promoteAllThatFit(id);
        }
        return outcome;
    }
}
