package nl.samenkomst.domain.document;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;

/**
 * A session's subject and its organisers, in the organiser's words.
 *
 * @param summary paragraphs with {@code \n} between lines; empty if there is none
 * @param language the language of these texts
 * @param contact the Reply-To address of letters
 * @param image a link to a picture, or the picture itself as a {@code data:} URI
 */
public record About(
        String title,
        String summary,
        Language language,
        String organiser,
        List<String> coOrganisers,
        EmailAddress contact,
        List<String> audience,
        List<String> topics,
        Optional<String> region,
        Optional<String> series,
        Optional<URI> image) {

    public About {
        coOrganisers = List.copyOf(coOrganisers);
        audience = List.copyOf(audience);
        topics = List.copyOf(topics);
    }

    /** Returns the picture's https link; empty if the picture is embedded or there is none. */
    public Optional<URI> linkedImage() {
        return image.filter(address -> "https".equalsIgnoreCase(address.getScheme()));
    }

    /** Returns the picture as a {@code data:} URI, shown without a request; empty if it is a link or there is none. */
    public Optional<URI> enclosedImage() {
        return image.filter(address -> "data".equals(address.getScheme()));
    }
}
