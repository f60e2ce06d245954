package nl.samenkomst.domain.session;

import java.time.Instant;

/** That a session belongs to a series, and when it ends. */
public record SeriesEntry(SessionId id, Instant end) {}
