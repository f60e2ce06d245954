package nl.samenkomst.domain.document;

import java.net.URI;
import java.util.Optional;

/**
 * A document, video or other link to read or watch.
 *
 * @param theme the theme whose participants it is for; everybody if empty
 * @param afterwards whether it appears only once the session has ended
 * @param tell whether its audience gets a letter when this version appears
 */
public record Material(
        String title, URI url, Optional<ThemeId> theme, boolean afterwards, Optional<String> version, boolean tell) {}
