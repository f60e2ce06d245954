package nl.samenkomst.domain.document;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;

/**
 * What a session is about and who invites to it, in the organiser's words.
 *
 * @param summary paragraphs with {@code \n} between lines; empty where there is none
 * @param language the language that these words are in
 * @param contact where answers to letters go
 * @param image a link to a picture, or the picture itself as a {@code data:} address
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

    /** A picture that others can be led to. */
    public Optional<URI> linkedImage() {
        return image.filter(address -> "https".equalsIgnoreCase(address.getScheme()));
    }

    /** A picture that is all in its address, so that showing it asks nothing of anybody. */
    public Optional<URI> enclosedImage() {
        return image.filter(address -> "data".equals(address.getScheme()));
    }
}
