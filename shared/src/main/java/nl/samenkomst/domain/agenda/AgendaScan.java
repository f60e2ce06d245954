package nl.samenkomst.domain.agenda;

import java.util.List;
import java.util.Optional;

/**
 * As much of the agenda as one look takes in, in order of the sessions' ends.
 *
 * @param next where the next look begins; empty where there is nothing more to see
 */
public record AgendaScan(List<AgendaEntry> entries, Optional<AgendaCursor> next) {

    public AgendaScan {
        entries = List.copyOf(entries);
    }
}
