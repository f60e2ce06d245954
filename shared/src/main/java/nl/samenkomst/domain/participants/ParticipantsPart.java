package nl.samenkomst.domain.participants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ListedRegistration;

/**
 * Consecutive participants of a session's list, and what an organiser must know beside them.
 *
 * @param rows in the order of signing up; those who wait in the order of the queue
 * @param next where the list goes on; empty at its end
 * @param states how many people there are in each state, by its word; without filters
 * @param themes how many active people have each theme or want it; without filters
 * @param found how many people the filter shows, on all pages
 * @param decided the decisions that can still be taken back; without filters
 */
public record ParticipantsPart(
        List<ListedRegistration> rows,
        Optional<ParticipantCursor> next,
        Map<String, Integer> states,
        Map<ThemeId, Integer> themes,
        int found,
        List<ListedRegistration> decided) {

    public ParticipantsPart {
        rows = List.copyOf(rows);
        states = Map.copyOf(states);
        themes = Map.copyOf(themes);
        decided = List.copyOf(decided);
    }

    /** Returns how many people there are in all states. */
    public int all() {
        return states.values().stream().mapToInt(Integer::intValue).sum();
    }
}
