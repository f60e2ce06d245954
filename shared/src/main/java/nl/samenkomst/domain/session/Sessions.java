package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Commit;

/** Where sessions are kept, with their places. */
public interface Sessions {

    /** The session as it is at this moment. */
    Optional<Listing> find(SessionId id);

    /**
     * Sessions in order of their start, that start after the cursor.
     *
     * @param most how many at the most, 1 to 50
     */
    List<Listing> after(AgendaCursor cursor, int most);

    /** Writes down a session nobody published before, and who did; {@code STALE} where somebody had. */
    Commit publish(Session session, AuditEntry record);

    /** Writes down the next revision, and who made it; {@code STALE} where {@code before} is no longer the last. */
    Commit change(Session before, Session after, AuditEntry record);

    /** What organisers changed about a session and its registrations, oldest first, as far as it is still kept. */
    List<AuditEntry> changes(SessionId session, Instant now);
}
