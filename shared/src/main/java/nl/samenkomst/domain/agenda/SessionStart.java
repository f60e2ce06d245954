package nl.samenkomst.domain.agenda;

import java.time.Instant;
import nl.samenkomst.domain.session.SessionId;

/** A session's entry in the index of all sessions by their start. */
public record SessionStart(SessionId id, Instant start) {}
