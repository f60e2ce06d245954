package nl.samenkomst.letters;

import java.net.URI;
import nl.samenkomst.domain.Language;

/**
 * A link to material to read or watch.
 *
 * @param title the organiser's title, with the version if there is one
 */
public record MaterialLink(String title, Language language, URI link) {}
