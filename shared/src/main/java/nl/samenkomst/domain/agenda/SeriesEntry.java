package nl.samenkomst.domain.agenda;

import java.time.Instant;
import nl.samenkomst.domain.session.SessionId;

/** A session's entry in the index of series, with the session's end. */
public record SeriesEntry(SessionId id, Instant end) {}
