package nl.samenkomst.local.tests.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.session.ReadableParts;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionCancellation;
import nl.samenkomst.domain.session.SessionId;

/** Sessions with one planted bug. */
final class BuggySessions implements Sessions {

    private final Sessions delegate;
    private final Bug bug;

    BuggySessions(Sessions delegate, Bug bug) {
        this.delegate = delegate;
        this.bug = bug;
    }

    @Override
    public WriteResult change(Session before, Session after, AuditEntry record) {
        return delegate.change(before, changed(before, after), record);
    }

    private Session changed(Session before, Session after) {
        return switch (bug) {
            case ANNOUNCES_NO_MOVE -> announcing(after, before.movedIn());
            case ANNOUNCES_CORRECTIONS -> announcing(after, after.revision());
            case TELLS_OF_A_CANCELLATION_AT_ONCE ->
                cancelled(
                        after,
                        after.cancellation()
                                .map(cancellation -> new SessionCancellation(
                                        cancellation.reason(), cancellation.at().minus(Owed.CANCELLATION_DELAY))));
            case LOSES_MESSAGES_WITH_A_CHANGE -> changed(after, after.movedIn(), after.cancellation(), List.of());
            default -> after;
        };
    }

    private static Session announcing(Session session, Revision movedIn) {
        return changed(session, movedIn, session.cancellation());
    }

    private static Session cancelled(Session session, Optional<SessionCancellation> cancellation) {
        return changed(session, session.movedIn(), cancellation);
    }

    private static Session changed(Session session, Revision movedIn, Optional<SessionCancellation> cancellation) {
        return changed(session, movedIn, cancellation, session.messages());
    }

    private static Session changed(
            Session session, Revision movedIn, Optional<SessionCancellation> cancellation, List<MessageNote> messages) {
        return new Session(
                session.id(),
                session.document(),
                session.revision(),
                session.sequence(),
                movedIn,
                session.announcedIn(),
                session.news(),
                session.changeLog(),
                session.retiredQuestions(),
                session.changedAt(),
                cancellation,
                session.previousStart(),
                messages,
                session.skipped(),
                session.original());
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        return delegate.find(id);
    }

    @Override
    public List<SessionSnapshot> find(List<SessionId> ids) {
        return delegate.find(ids);
    }

    @Override
    public WriteResult publish(Session session, AuditEntry record) {
        return delegate.publish(session, record);
    }

    @Override
    public Optional<ReadableParts> remains(SessionId id) {
        return delegate.remains(id);
    }

    @Override
    public WriteResult overwrite(ReadableParts before, Session after, AuditEntry record) {
        return delegate.overwrite(before, after, record);
    }

    @Override
    public WriteResult record(Session session, AuditEntry record) {
        return delegate.record(session, record);
    }

    @Override
    public boolean survivesRoundTrip(SessionDocument document) {
        return delegate.survivesRoundTrip(document);
    }

    @Override
    public WriteResult noteOnceAnHour(Session session, AuditEntry record) {
        return delegate.noteOnceAnHour(session, record);
    }

    @Override
    public List<AuditEntry> changes(SessionId session, Instant now) {
        return delegate.changes(session, now);
    }
}
