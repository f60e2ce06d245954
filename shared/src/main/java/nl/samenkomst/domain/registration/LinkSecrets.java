package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The secret of a person's own link, and those of the links before it, which only lead to a page that says so.
 *
 * @param ended the last {@value #MAX_ENDED} that ended, the latest last
 * @param renewedAt when the person or an organiser replaced the link; empty if the current one came with signing up
 */
public record LinkSecrets(LinkSecret current, List<LinkSecret> ended, Optional<Instant> renewedAt) {

    /** Number of ended secrets kept: links renewed again and again must not fill the item. */
    static final int MAX_ENDED = 10;

    public LinkSecrets {
        ended = List.copyOf(ended);
    }

    /** Creates the secrets of a first link. */
    public LinkSecrets(LinkSecret current) {
        this(current, List.of(), Optional.empty());
    }

    /** Returns these secrets after the person signed up anew; the letter about that tells the link. */
    public LinkSecrets signedUpAnew(LinkSecret fresh) {
        return new LinkSecrets(fresh, endedNow(), Optional.empty());
    }

    /** Returns these secrets after the link was replaced by a fresh one, which a letter must tell. */
    public LinkSecrets renewed(LinkSecret fresh, Instant at) {
        return new LinkSecrets(fresh, endedNow(), Optional.of(at));
    }

    LinkSecrets owedSince(Instant at) {
        return new LinkSecrets(current, ended, Optional.of(at));
    }

    private List<LinkSecret> endedNow() {
        List<LinkSecret> all = Stream.concat(ended.stream(), Stream.of(current)).toList();
        return all.subList(Math.max(0, all.size() - MAX_ENDED), all.size());
    }

    /** Returns the kind of the link with this secret; compares each in constant time. */
    public LinkKind kindOf(LinkSecret secret) {
        if (current.matches(secret)) {
            return LinkKind.OWN;
        }
        if (current.forCalendar().matches(secret)) {
            return LinkKind.CALENDAR;
        }
        boolean hasEnded = ended.stream()
                .anyMatch(one -> one.matches(secret) || one.forCalendar().matches(secret));
        return hasEnded ? LinkKind.ENDED : LinkKind.UNKNOWN;
    }

    /** Returns whether a request made the link with this secret, even if another has replaced it since. */
    public boolean contain(LinkSecret own) {
        return Stream.concat(Stream.of(current), ended.stream()).anyMatch(one -> one.matches(own));
    }
}
