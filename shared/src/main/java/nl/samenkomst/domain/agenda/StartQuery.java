package nl.samenkomst.domain.agenda;

/**
 * A query of the index of all sessions by their start, including invitation-only ones.
 *
 * @param direction {@link AgendaDirection#UPCOMING} for sessions that start at the cursor's moment or later, first to
 *     start first; {@link AgendaDirection#PAST} for sessions that start then or earlier, last to start first
 * @param from the session that the cursor names is left out
 * @param limit the maximum number of sessions, at least 1
 */
public record StartQuery(AgendaDirection direction, AgendaCursor from, int limit) {

    public StartQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a query finds at least one session");
        }
    }
}
