package nl.samenkomst.domain.document;

import java.util.List;
import java.util.OptionalInt;

/**
 * A parallel table in a session.
 *
 * @param summary paragraphs with {@code \n} between lines; empty if there is none
 * @param places the theme's own limit, within that of the session; none if empty
 */
public record Theme(ThemeId id, String title, String summary, List<Facilitator> facilitators, OptionalInt places) {

    public Theme {
        facilitators = List.copyOf(facilitators);
    }
}
