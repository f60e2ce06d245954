package nl.samenkomst.texts;

import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.Where;

/** Says in words where a session takes place: on site, online, or both. */
public final class VenueText {

    private static final Texts TEXTS = new Texts("venue");

    private VenueText() {}

    /** Returns the venue, such as <i>Online via Zoom</i>; empty if it is not known yet. */
    public static Optional<String> of(Where where, Language language) {
        if (!where.online()) {
            return Optional.of(where.place()).filter(place -> !place.isEmpty());
        }
        String way = where.place().isEmpty() ? "online" : "hybrid";
        String key = where.platform().isEmpty() ? way : way + ".platform";
        return Optional.of(TEXTS.text(language, key, "place", where.place(), "platform", where.platform()));
    }
}
