package nl.samenkomst.domain.editing;

import java.util.Optional;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Drafts;
import nl.samenkomst.domain.organiser.PublishAndPromote;
import nl.samenkomst.domain.organiser.PublishOutcome;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.SessionId;

/**
 * Publishes a document that did not come from the organiser's pages. Never passes over a draft that waits there, unless
 * the caller has seen that very version, which then goes.
 */
public final class PublishDocument {

    private final Drafts drafts;
    private final Publications publications;
    private final PublishAndPromote publish;

    public PublishDocument(Drafts drafts, Publications publications, PublishAndPromote publish) {
        this.drafts = drafts;
        this.publications = publications;
        this.publish = publish;
    }

    /** The outcome of publishing. */
    public sealed interface Outcome {

        record Answered(PublishOutcome outcome) implements Outcome {}

        /** Somebody is editing the session; nothing was written. */
        record HasDraft(Version version) implements Outcome {}
    }

    /**
     * Publishes or changes the session as {@link PublishAndPromote#publish} does.
     *
     * @param draft the version of the draft that the caller has seen; empty if none
     */
    public Outcome publish(
            SessionId id,
            SessionDocument document,
            Optional<Revision> revision,
            Optional<Version> draft,
            Announcement announcement,
            Actor actor) {
        Optional<Draft> waiting = drafts.find(id);
        Optional<Version> version = waiting.map(Draft::version);
        if (version.isPresent() && !version.equals(draft)) {
            return new Outcome.HasDraft(version.get());
        }
        return new Outcome.Answered(waiting.map(
                        known -> publish.publish(id, document, revision, announcement, actor, publications.of(known)))
                .orElseGet(() -> publish.publish(id, document, revision, announcement, actor)));
    }
}
