package nl.samenkomst.domain.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The owner's word that a mailbox wants no letters from the desk, until it is taken back by a link that it was given by.
 *
 * @param links by which it was given, the first {@value #MAX_LINKS}
 */
public record MailRefusal(Instant since, List<RefusedLink> links) {

    /** The most links that can take it back: as many as the store forgets at once, with much to spare. */
    static final int MAX_LINKS = 50;

    public MailRefusal {
        links = List.copyOf(links);
    }

    MailRefusal with(RefusedLink link) {
        return links.contains(link) || links.size() >= MAX_LINKS
                ? this
                : new MailRefusal(
                        since, Stream.concat(links.stream(), Stream.of(link)).toList());
    }
}
