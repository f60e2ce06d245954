package nl.samenkomst.domain.message;

import nl.samenkomst.domain.document.SessionDocumentFields;

/**
 * A message in one language.
 *
 * @param subject one line
 * @param text lines, with an empty one between paragraphs; both may have {@linkplain Placeholder placeholders}
 */
public record MessageWords(String subject, String text) {

    /** The longest subject, in code points, as long as a session's title may be. */
    public static final int MAX_SUBJECT = SessionDocumentFields.MAX_TITLE_LENGTH;

    /** The longest text, in code points. */
    public static final int MAX_TEXT = 5000;
}
