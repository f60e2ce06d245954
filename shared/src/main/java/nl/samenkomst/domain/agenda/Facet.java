package nl.samenkomst.domain.agenda;

import java.util.List;
import java.util.Locale;
import nl.samenkomst.domain.document.About;

/** What the agenda is filtered by. */
public enum Facet {
    TOPIC,
    AUDIENCE,
    REGION,
    SERIES;

    /** As it stands in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a session has of it, in the organiser's words. */
    public List<String> of(About about) {
        return switch (this) {
            case TOPIC -> about.topics();
            case AUDIENCE -> about.audience();
            case REGION -> about.region().stream().toList();
            case SERIES -> about.series().stream().toList();
        };
    }
}
