package nl.samenkomst.letters;

import java.net.URI;
import java.util.Optional;
import nl.samenkomst.domain.Language;

/**
 * A labelled detail in a letter.
 *
 * @param language the language of the value; the label is in the letter's own
 * @param link where the value links to
 */
public record DetailRow(String label, String value, Language language, Optional<URI> link) {

    /** Returns the URL to write out in plain text; empty for a mail address or if the value is the URL. */
    Optional<URI> address() {
        return link.filter(to -> !"mailto".equals(to.getScheme()))
                .filter(to -> !to.toString().equals(value));
    }
}
