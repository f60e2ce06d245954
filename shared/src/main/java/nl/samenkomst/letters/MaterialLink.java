package nl.samenkomst.letters;

import java.net.URI;
import nl.samenkomst.domain.Language;

/**
 * Something to read or watch.
 *
 * @param title with its version, in the organiser's words
 */
public record MaterialLink(String title, Language language, URI link) {}
