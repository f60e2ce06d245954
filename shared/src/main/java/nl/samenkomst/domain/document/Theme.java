package nl.samenkomst.domain.document;

import java.util.List;
import java.util.OptionalInt;

/**
 * A parallel table in a session.
 *
 * @param summary paragraphs with {@code \n} between lines; empty where there is none
 * @param places how many it has beside the session's own limit; no limit of its own where empty
 */
public record Theme(ThemeId id, String title, String summary, List<Facilitator> facilitators, OptionalInt places) {

    public Theme {
        facilitators = List.copyOf(facilitators);
    }
}
