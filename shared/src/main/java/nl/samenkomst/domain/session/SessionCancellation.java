package nl.samenkomst.domain.session;

import java.time.Instant;

/** The cancellation of a session by its organiser; the reason, in the organiser's words, may be empty. */
public record SessionCancellation(String reason, Instant at) {}
