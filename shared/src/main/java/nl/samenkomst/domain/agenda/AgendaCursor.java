package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * A position in a list of sessions ordered by moment, either their start or their end.
 *
 * @param lastSeen the last session already seen at this moment; empty if none was
 */
public record AgendaCursor(Instant moment, Optional<SessionId> lastSeen) {

    /** Returns a position at this moment, with no session seen there yet. */
    public static AgendaCursor from(Instant moment) {
        return new AgendaCursor(moment, Optional.empty());
    }

    /** Returns the position right after this session in a list ordered by start. */
    public static AgendaCursor after(Session session) {
        return new AgendaCursor(session.document().when().start().toInstant(), Optional.of(session.id()));
    }

    /** Returns the position right after this session in a list ordered by end. */
    public static AgendaCursor after(AgendaEntry entry) {
        return new AgendaCursor(entry.end(), Optional.of(entry.id()));
    }
}
