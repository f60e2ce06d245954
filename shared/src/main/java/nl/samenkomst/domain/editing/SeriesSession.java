package nl.samenkomst.domain.editing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** A published session of a series, with its draft if it has one. */
public record SeriesSession(SessionSnapshot snapshot, Optional<Draft> draft) {

    static SeriesSession of(SessionSnapshot snapshot, Map<SessionId, Draft> drafts) {
        return new SeriesSession(
                snapshot, Optional.ofNullable(drafts.get(snapshot.session().id())));
    }

    public Session session() {
        return snapshot.session();
    }

    public SessionId id() {
        return session().id();
    }

    Instant start() {
        return session().document().when().start().toInstant();
    }

    public DraftedSession drafted() {
        return new DraftedSession(id(), Optional.of(session()), draft);
    }

    /** Returns whether this organiser saved a section of its draft. */
    public boolean hasDraftBy(OrganiserId organiser) {
        return draft.filter(known -> known.sections().values().stream()
                        .anyMatch(section -> section.by().equals(organiser)))
                .isPresent();
    }
}
