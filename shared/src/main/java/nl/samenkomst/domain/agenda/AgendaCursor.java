package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * A place in a list of sessions by moment, such as their start or their end: at a moment, and past one of the sessions
 * that have it.
 *
 * @param passed the last session that was seen among those that have the moment
 */
public record AgendaCursor(Instant moment, Optional<SessionId> passed) {

    /** Before everything that has this moment. */
    public static AgendaCursor from(Instant moment) {
        return new AgendaCursor(moment, Optional.empty());
    }

    /** Right after this session, where sessions are listed by their start. */
    public static AgendaCursor past(Session session) {
        return new AgendaCursor(session.document().when().start().toInstant(), Optional.of(session.id()));
    }

    /** Right after this session, where sessions are listed by their end. */
    public static AgendaCursor past(AgendaEntry entry) {
        return new AgendaCursor(entry.end(), Optional.of(entry.id()));
    }
}
