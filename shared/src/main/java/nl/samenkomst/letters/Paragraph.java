package nl.samenkomst.letters;

import java.util.List;
import nl.samenkomst.domain.Language;

/**
 * A paragraph in one language.
 *
 * @param text may have {@code \n} between lines, and typed words marked by {@link BidiIsolation}
 */
public record Paragraph(String text, Language language) {

    /** Returns the text without marks. */
    String withoutMarks() {
        return BidiIsolation.withoutMarks(text);
    }

    /** Returns the lines, each in runs, since some mail programs do not support {@code white-space: pre-line}. */
    public List<List<TextRun>> lines() {
        return text.lines().map(BidiIsolation::runs).toList();
    }
}
