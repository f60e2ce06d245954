package nl.samenkomst.domain.session;

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
}
