package nl.samenkomst.domain.session;

import java.util.List;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaScan;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.capacity.SessionSnapshot;

/**
 * Sessions by their start, by their end, and by their series. A change may show a moment late, and items that cannot be
 * read are left out; the store logs them.
 */
public interface AgendaIndex {

    /**
     * Sessions in order of their start, that start after the cursor; those that are not in the public agenda too.
     *
     * @param most how many at the most, 1 to 50
     */
    List<SessionSnapshot> after(AgendaCursor cursor, int most);

    /**
     * What is in the public agenda, from a cursor on, in order of the sessions' ends: towards the future those that end
     * after it, towards the past those that do not. A change may be a moment late.
     *
     * @param most how many at the most; there may be fewer although there is more to see
     */
    AgendaScan scan(AgendaDirection side, AgendaCursor from, int most);

    /**
     * The sessions of a series that everybody may find, or those for who was invited, the last to end first. A change
     * may be a moment late.
     *
     * @param most how many at the most
     */
    List<SeriesEntry> ofSeries(String series, boolean isPublic, int most);
}
