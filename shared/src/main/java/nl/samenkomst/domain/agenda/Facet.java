package nl.samenkomst.domain.agenda;

import java.util.List;
import java.util.Locale;
import nl.samenkomst.domain.document.About;

/** A property that the agenda can be filtered by. */
public enum Facet {
    TOPIC,
    AUDIENCE,
    REGION,
    SERIES;

    /** Returns the name of its query parameter. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the session's values of this facet, in the organiser's words; empty if it has none. */
    public List<String> of(About about) {
        return switch (this) {
            case TOPIC -> about.topics();
            case AUDIENCE -> about.audience();
            case REGION -> about.region().stream().toList();
            case SERIES -> about.series().stream().toList();
        };
    }
}
