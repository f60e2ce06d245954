package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A place in the agenda: after all sessions that start before a moment, and after one of those that start on it.
 *
 * @param passed the last session that was seen among those that start on the moment
 */
public record AgendaCursor(Instant start, Optional<SessionId> passed) {

    /** Before everything that starts at this moment or later. */
    public static AgendaCursor from(Instant start) {
        return new AgendaCursor(start, Optional.empty());
    }

    /** Right after this session. */
    public static AgendaCursor past(Session session) {
        return new AgendaCursor(session.document().when().start().toInstant(), Optional.of(session.id()));
    }
}
