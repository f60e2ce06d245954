package nl.samenkomst.domain.session;

import java.time.Instant;

/** That the organiser cancelled a session; the reason, in the organiser's words, may be empty. */
public record SessionCancellation(String reason, Instant at) {}
