package nl.samenkomst.domain.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;

/** Publishes a session, or changes it as a whole; the same document twice is one change. */
public final class PublishSession {

    private final Sessions sessions;
    private final Clock clock;
    private final Patience patience;

    public PublishSession(Sessions sessions, Clock clock, Patience patience) {
        this.sessions = sessions;
        this.clock = clock;
        this.patience = patience;
    }

    /** Publishes or changes; {@code revision} is the one the change was made for, empty where it may overwrite any. */
    public PublishOutcome publish(SessionId id, SessionDocument document, OptionalInt revision, Signer who) {
        return patience.until(() -> attempt(id, document, revision, who, Session::changed));
    }

    /** The same, and everybody who signed up is told of the change; where nothing differs there is nothing to tell. */
    public PublishOutcome publishAndTell(SessionId id, SessionDocument document, OptionalInt revision, Signer who) {
        return patience.until(() -> attempt(id, document, revision, who, Session::corrected));
    }

    private Optional<PublishOutcome> attempt(
            SessionId id, SessionDocument document, OptionalInt revision, Signer who, Change change) {
        Instant now = clock.instant();
        Optional<Session> known = sessions.find(id).map(Listing::session);
        if (known.isEmpty()) {
            return first(id, document, who, now);
        }
        Session before = known.get();
        if (before.document().equals(document) && !before.isCancelled()) {
            return Optional.of(new PublishOutcome.Changed(before));
        }
        if (revision.isPresent() && revision.getAsInt() != before.revision()) {
            return Optional.of(new PublishOutcome.Overtaken(before));
        }
        if (before.isCancelled()) {
            return Optional.of(new PublishOutcome.AlreadyCancelled(before));
        }
        boolean restarted =
                !document.when().start().equals(before.document().when().start());
        if (restarted && document.when().hasStartedBy(now)) {
            return Optional.of(startsInThePast());
        }
        Session after = change.of(before, document, now);
        AuditEntry record = AuditEntry.ofSession(now, who, AuditAction.SESSION_CHANGED, "");
        return sessions.change(before, after, record) == Commit.DONE
                ? Optional.of(new PublishOutcome.Changed(after))
                : Optional.empty();
    }

    private Optional<PublishOutcome> first(SessionId id, SessionDocument document, Signer who, Instant now) {
        if (document.when().hasStartedBy(now)) {
            return Optional.of(startsInThePast());
        }
        Session session = Session.published(id, document, now);
        AuditEntry record = AuditEntry.ofSession(now, who, AuditAction.SESSION_PUBLISHED, "");
        return sessions.publish(session, record) == Commit.DONE
                ? Optional.of(new PublishOutcome.Published(session))
                : Optional.empty();
    }

    /** Makes the next revision of a session. */
    private interface Change {

        Session of(Session before, SessionDocument document, Instant now);
    }

    private static PublishOutcome startsInThePast() {
        return new PublishOutcome.Refused(List.of(new Problem("start", Reason.TOO_EARLY, "moment", "now")));
    }
}
