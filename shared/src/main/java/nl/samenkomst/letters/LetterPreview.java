package nl.samenkomst.letters;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;

/**
 * A letter as an organiser sees it before it is sent: its words, without the person's links.
 *
 * @param paragraphs from the headline to the closing, each of one or more lines
 * @param button the label of its button; empty if it has none
 */
public record LetterPreview(Language language, String subject, List<String> paragraphs, Optional<String> button) {

    public LetterPreview {
        paragraphs = List.copyOf(paragraphs);
    }
}
