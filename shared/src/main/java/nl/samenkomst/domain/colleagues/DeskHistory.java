package nl.samenkomst.domain.colleagues;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.access.DeskEntry;

/**
 * A part of the desk's history, newest first.
 *
 * @param colleagues whose names the entries' ids lead to
 * @param next where the next, older part begins; empty if this is the last
 */
public record DeskHistory(List<DeskEntry> entries, Colleagues colleagues, Optional<DeskEntry.Position> next) {

    public DeskHistory {
        entries = List.copyOf(entries);
    }
}
