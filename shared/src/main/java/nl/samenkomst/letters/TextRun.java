package nl.samenkomst.letters;

import java.net.URI;
import java.util.Optional;

/**
 * A part of a sentence.
 *
 * @param isTyped whether somebody else typed it
 * @param link where it leads; empty if it is no link
 */
public record TextRun(String text, boolean isTyped, Optional<URI> link) {

    /** Creates a part that is no link. */
    public TextRun(String text, boolean isTyped) {
        this(text, isTyped, Optional.empty());
    }
}
