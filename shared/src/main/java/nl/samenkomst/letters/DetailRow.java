package nl.samenkomst.letters;

import java.net.URI;
import java.util.Optional;
import nl.samenkomst.domain.Language;

/**
 * One thing to know.
 *
 * @param language the language of the value; the label is in the letter's own
 * @param link where the value leads to
 */
public record DetailRow(String label, String value, Language language, Optional<URI> link) {

    /** The address that a reader of plain text needs beside the value; one that the value tells is not said again. */
    Optional<URI> address() {
        return link.filter(to -> !"mailto".equals(to.getScheme()))
                .filter(to -> !to.toString().equals(value));
    }
}
