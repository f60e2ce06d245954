package nl.samenkomst.letters;

import java.util.List;
import nl.samenkomst.domain.Language;

/**
 * A paragraph in one language.
 *
 * @param text may have {@code \n} between lines, and typed words marked by {@link BidiIsolation}
 * @param hasLinks whether the web addresses in it can be followed
 */
public record Paragraph(String text, Language language, boolean hasLinks) {

    /** Creates a paragraph without links. */
    public Paragraph(String text, Language language) {
        this(text, language, false);
    }

    /** Creates a paragraph in which the web addresses can be followed. */
    static Paragraph withLinks(String text, Language language) {
        return new Paragraph(text, language, true);
    }

    /** Returns the text without marks. */
    String withoutMarks() {
        return BidiIsolation.withoutMarks(text);
    }

    /** Returns the lines, each in runs, since some mail programs do not support {@code white-space: pre-line}. */
    public List<List<TextRun>> lines() {
        return text.lines().map(this::runs).toList();
    }

    private List<TextRun> runs(String line) {
        List<TextRun> runs = BidiIsolation.runs(line);
        return hasLinks
                ? runs.stream().flatMap(run -> LinksInText.in(run).stream()).toList()
                : runs;
    }
}
