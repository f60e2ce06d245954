package nl.samenkomst.domain.desk;

import nl.samenkomst.domain.session.Session;

/**
 * Something about a session that waits for an organiser.
 *
 * @param people how many people it is about
 */
public record Waiting(WaitKind kind, Session session, int people) {}
