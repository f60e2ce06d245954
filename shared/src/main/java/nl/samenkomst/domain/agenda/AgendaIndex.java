package nl.samenkomst.domain.agenda;

import java.util.List;
import nl.samenkomst.domain.capacity.SessionSnapshot;

/**
 * Sessions by their start, by their end, and by their series. A change may show a moment late, and items that cannot be
 * read are left out; the store logs them.
 */
public interface AgendaIndex {

    /**
     * Returns sessions after the cursor in order of their start, including invitation-only ones; empty only if no
     * readable session follows. A change may take a moment to show.
     *
     * @param limit the maximum number, at least 1
     */
    List<SessionSnapshot> after(AgendaCursor cursor, int limit);

    /** Returns the entries that a query finds, without reading the sessions. A change may take a moment to show. */
    List<SessionStart> starts(StartQuery query);

    /**
     * Scans the public agenda from a cursor in order of the sessions' ends: forward over sessions that end after it,
     * backward over sessions that end at or before it. A change may take a moment to show.
     *
     * @param limit the maximum number of entries; fewer may be returned although more follow
     */
    AgendaScan scan(AgendaDirection direction, AgendaCursor from, int limit);

    /**
     * Returns either the public or the invitation-only sessions of a series, last to end first. A change may take a
     * moment to show.
     *
     * @param limit the maximum number
     */
    List<SeriesEntry> ofSeries(String series, boolean isPublic, int limit);
}
