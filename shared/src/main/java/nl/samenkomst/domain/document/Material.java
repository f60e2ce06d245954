package nl.samenkomst.domain.document;

import java.net.URI;
import java.util.Optional;

/**
 * Something to read or watch.
 *
 * @param theme whose people it is for; for everybody where empty
 * @param afterwards whether it appears when the session has ended; from the beginning otherwise
 * @param tell whether the people it is for get a letter when this version appears
 */
public record Material(
        String title, URI url, Optional<ThemeId> theme, boolean afterwards, Optional<String> version, boolean tell) {}
