package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.session.Session;

/**
 * The sessions for a calendar that subscribes to the agenda.
 *
 * @param sessions first to start first; read from the store while they are iterated over
 * @param changedAt the latest change of any upcoming or recent session, including those the filter leaves out; empty if
 *     there are none
 */
public record AgendaFeed(Iterable<Session> sessions, Optional<Instant> changedAt) {}
