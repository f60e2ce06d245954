package nl.samenkomst.letters;

import java.util.List;
import nl.samenkomst.domain.Language;

/**
 * Words that stand together, in one language.
 *
 * @param text may have {@code \n} between lines, and words that {@link BidiIsolation} keeps apart
 */
public record Paragraph(String text, Language language) {

    /** As it is read. */
    String bare() {
        return BidiIsolation.bare(text);
    }

    /** Its lines, each in parts; mail programs know no {@code white-space: pre-line}. */
    public List<List<TextRun>> lines() {
        return text.lines().map(BidiIsolation::runs).toList();
    }
}
