package nl.samenkomst.domain.agenda;

import java.util.List;
import java.util.Optional;

/**
 * The result of one scan of the agenda's index, in order of the sessions' ends.
 *
 * @param next where the next scan begins; empty if there is nothing more to read
 */
public record AgendaScan(List<AgendaEntry> entries, Optional<AgendaCursor> next) {

    public AgendaScan {
        entries = List.copyOf(entries);
    }
}
