package nl.samenkomst.letters;

import nl.samenkomst.domain.Language;

/**
 * Words that stand together, in one language.
 *
 * @param text may have {@code \n} between lines
 */
public record Paragraph(String text, Language language) {}
