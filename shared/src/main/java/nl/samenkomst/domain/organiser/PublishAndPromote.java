package nl.samenkomst.domain.organiser;

import java.util.Optional;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.PromoteWaitlist;
import nl.samenkomst.domain.capacity.SessionWriter;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Announcement;
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

    /** Publishes or changes the session as {@link PublishSession#publish} does. */
    public PublishOutcome publish(
            SessionId id,
            SessionDocument document,
            Optional<Revision> revision,
            Announcement announcement,
            Actor actor) {
        return promoteAfter(publishSession.publish(id, document, revision, announcement, actor), id);
    }

    /** Publishes or changes the session as {@link PublishSession#publish} does with this writer. */
    public PublishOutcome publish(
            SessionId id,
            SessionDocument document,
            Optional<Revision> revision,
            Announcement announcement,
            Actor actor,
            SessionWriter writer) {
        return promoteAfter(publishSession.publish(id, document, revision, announcement, actor, writer), id);
    }

    private PublishOutcome promoteAfter(PublishOutcome outcome, SessionId id) {
        if (outcome instanceof PublishOutcome.Changed) {
            promote.promoteAll(id);
        }
        return outcome;
    }
}
