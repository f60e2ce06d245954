package nl.samenkomst.domain.agenda;

import java.time.Instant;
import nl.samenkomst.domain.session.SessionId;

/** That a session belongs to a series, and when it ends. */
public record SeriesEntry(SessionId id, Instant end) {}
