package nl.samenkomst.domain.registration;

import java.util.List;
import java.util.stream.Stream;

/**
 * The secret of a person's own link, and those of the links before it, which only lead to a page that says so.
 *
 * @param ended the last {@value #MAX_ENDED} that ended, the latest last
 */
public record LinkSecrets(LinkSecret current, List<LinkSecret> ended) {

    /** Number of ended secrets kept: links renewed again and again must not fill the item. */
    static final int MAX_ENDED = 10;

    public LinkSecrets {
        ended = List.copyOf(ended);
    }

    /** Creates the secrets of a first link. */
    public LinkSecrets(LinkSecret current) {
        this(current, List.of());
    }

    /** Returns these secrets after the current link was replaced by a fresh one. */
    public LinkSecrets renewed(LinkSecret fresh) {
        List<LinkSecret> all = Stream.concat(ended.stream(), Stream.of(current)).toList();
        return new LinkSecrets(fresh, all.subList(Math.max(0, all.size() - MAX_ENDED), all.size()));
    }

    /** Returns whether this is the secret of a link that ended; compares each in constant time. */
    public boolean hasEnded(LinkSecret secret) {
        return ended.stream().anyMatch(one -> one.matches(secret));
    }
}
