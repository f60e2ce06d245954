package nl.samenkomst.domain.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.domain.Version;

/**
 * The letters that were asked for lately by one address, or from one network. A request beyond a limit does not count, so
 * that a window is free again as soon as its oldest request is old enough.
 *
 * @param id a keyed hash, which does not show the address or network
 * @param requests when each was made, in any order; those older than {@link #MEMORY} may be missing
 * @param version {@link Version#NONE} before the first write
 */
public record RequestCounter(Kind kind, String id, List<Instant> requests, Version version) {

    /** How long a request counts. */
    public static final Duration MEMORY = Duration.ofHours(1);

    /** The most requests of one address whose letters can be good at the same time. */
    public static final int MAX_OPEN = 3;

    public static final int MAX_PER_ADDRESS = 5;
    public static final int MAX_PER_NETWORK = 20;

    /** What requests are counted by. */
    public enum Kind {
        ADDRESS,
        NETWORK
    }

    public RequestCounter {
        requests = List.copyOf(requests);
    }

    /** Returns whether one more request is within the limits. */
    boolean mayCount(Instant now) {
        return switch (kind) {
            case ADDRESS ->
                countSince(now.minus(PendingSignIn.VALIDITY)) < MAX_OPEN
                        && countSince(now.minus(MEMORY)) < MAX_PER_ADDRESS;
            case NETWORK -> countSince(now.minus(MEMORY)) < MAX_PER_NETWORK;
        };
    }

    /** Returns this as it is stored after one more request. */
    RequestCounter counting(Instant now) {
        return new RequestCounter(
                kind, id, Stream.concat(remembered(now), Stream.of(now)).toList(), version.next());
    }

    /** Returns this as it is stored again without one more request. */
    RequestCounter unchanged(Instant now) {
        return new RequestCounter(kind, id, remembered(now).toList(), version.next());
    }

    private Stream<Instant> remembered(Instant now) {
        return requests.stream().filter(request -> request.isAfter(now.minus(MEMORY)));
    }

    private long countSince(Instant from) {
        return requests.stream().filter(request -> request.isAfter(from)).count();
    }
}
