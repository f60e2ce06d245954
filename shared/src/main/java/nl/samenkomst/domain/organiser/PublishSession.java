package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValues;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.SessionWriter;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.ReadableParts;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Publishes a session, or replaces its document; publishing the same document twice is one change. */
public final class PublishSession {

    private final Sessions sessions;
    private final Clock clock;
    private final Retrier retrier;

    public PublishSession(Sessions sessions, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Publishes or changes the session, and tells of another time or venue. */
    public PublishOutcome publish(SessionId id, SessionDocument document, Optional<Revision> revision, Actor actor) {
        return publish(id, document, revision, Announcement.IF_MOVED, actor);
    }

    /**
     * Publishes or changes the session, and tells everybody confirmed, waitlisted, under review or invited of the change
     * as {@code announcement} says. A document equal to the current one changes and announces nothing.
     *
     * @param revision the revision that the change is based on; empty to overwrite any
     * @throws UnreadableItem if the stored session cannot be read, nor enough of it to overwrite it
     * @throws nl.samenkomst.domain.Retrier.RetriesExhausted if conflicts or store failures outlast the retries
     */
    public PublishOutcome publish(
            SessionId id,
            SessionDocument document,
            Optional<Revision> revision,
            Announcement announcement,
            Actor actor) {
        return publish(id, document, revision, announcement, actor, sessions);
    }

    /**
     * Publishes or changes the session as {@link #publish(SessionId, SessionDocument, Optional, Announcement, Actor)}
     * does.
     *
     * @param writer writes what is published, but for a session that replaces an unreadable one
     */
    public PublishOutcome publish(
            SessionId id,
            SessionDocument document,
            Optional<Revision> revision,
            Announcement announcement,
            Actor actor,
            SessionWriter writer) {
        if (!sessions.survivesRoundTrip(document)) {
            return new PublishOutcome.Refused(List.of(new Problem("document", Reason.NOT_KEPT)));
        }
        return retrier.call(() -> {
            try {
                return attempt(id, document, revision, announcement, actor, writer);
            } catch (UnreadableItem unreadable) {
                return overwrite(id, document, revision, announcement, actor, unreadable);
            }
        });
    }

    private Attempt<PublishOutcome> attempt(
            SessionId id,
            SessionDocument document,
            Optional<Revision> revision,
            Announcement announcement,
            Actor actor,
            SessionWriter writer) {
        Instant now = clock.instant();
        Optional<Session> known = sessions.find(id).map(SessionSnapshot::session);
        if (known.isEmpty()) {
            return first(id, document, actor, now, writer);
        }
        Session before = known.get();
        if (before.document().equals(document) && !before.isCancelled()) {
            return Attempt.settled(new PublishOutcome.Changed(before, List.of()));
        }
        if (revision.isPresent() && !revision.get().equals(before.revision())) {
            return Attempt.settled(new PublishOutcome.Overtaken());
        }
        if (before.isCancelled()) {
            return Attempt.settled(new PublishOutcome.AlreadyCancelled(before));
        }
        boolean restarted =
                !document.when().start().equals(before.document().when().start());
        if (restarted && document.when().hasStartedBy(now)) {
            return Attempt.settled(startsInThePast());
        }
        Session after = before.changed(document, announcement, now);
        return Attempt.after(
                writer.change(before, after, changed(actor, before, after, now)),
                new PublishOutcome.Changed(after, PublishWarning.about(known, after, now)));
    }

    private static Attempt<PublishOutcome> first(
            SessionId id, SessionDocument document, Actor actor, Instant now, SessionWriter writer) {
        if (document.when().hasStartedBy(now)) {
            return Attempt.settled(startsInThePast());
        }
        Session session = Session.published(id, document, now);
        AuditEntry record = AuditEntry.ofSession(now, actor, AuditAction.SESSION_PUBLISHED, "");
        return Attempt.after(
                writer.publish(session, record),
                new PublishOutcome.Published(session, PublishWarning.about(Optional.empty(), session, now)));
    }

    /** Replaces a stored session that cannot be read. */
    private Attempt<PublishOutcome> overwrite(
            SessionId id,
            SessionDocument document,
            Optional<Revision> revision,
            Announcement announcement,
            Actor actor,
            UnreadableItem unreadable) {
        Instant now = clock.instant();
        ReadableParts remains = sessions.remains(id).orElseThrow(() -> unreadable);
        if (revision.isPresent() && !revision.get().equals(remains.revision())) {
            return Attempt.settled(new PublishOutcome.Overtaken());
        }
        Session after = remains.overwrittenBy(document, announcement, now);
        return Attempt.after(
                sessions.overwrite(remains, after, overwritten(actor, now)),
                new PublishOutcome.Changed(after, PublishWarning.about(Optional.empty(), after, now)));
    }

    private static AuditEntry changed(Actor actor, Session before, Session after, Instant now) {
        return overwritten(actor, now).with(ChangedValues.between(before.document(), after.document()));
    }

    private static AuditEntry overwritten(Actor actor, Instant now) {
        return AuditEntry.ofSession(now, actor, AuditAction.SESSION_CHANGED, "");
    }

    private static PublishOutcome startsInThePast() {
        return new PublishOutcome.Refused(List.of(new Problem("start", Reason.TOO_EARLY, "moment", "now")));
    }
}
