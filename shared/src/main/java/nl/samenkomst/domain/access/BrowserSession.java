package nl.samenkomst.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.audit.OrganiserId;

/**
 * One browser in which an organiser is signed in.
 *
 * @param token the hash of the token in its cookie
 * @param seenAt the last request, up to {@link #SEEN_INTERVAL} late
 * @param factorAt when the second factor was given last; empty if the desk asks for none
 * @param stays whether it may be idle for {@link #IDLE_IF_STAYING} rather than {@link #IDLE}
 * @param browser the browser in words, such as {@code Firefox, Windows}
 */
public record BrowserSession(
        OrganiserId organiser,
        TokenHash token,
        Instant madeAt,
        Instant seenAt,
        Optional<Instant> factorAt,
        boolean stays,
        String browser) {

    public static final Duration IDLE = Duration.ofHours(1);
    public static final Duration IDLE_IF_STAYING = Duration.ofHours(10);

    /** The end of every session, however busy. */
    public static final Duration ABSOLUTE = Duration.ofHours(24);

    /** How old a second factor may be for the acts that need a fresh one. */
    public static final Duration FRESH = Duration.ofMinutes(15);

    /** The least time between two writes of {@link #seenAt}. */
    public static final Duration SEEN_INTERVAL = Duration.ofMinutes(5);

    /** An organiser's oldest session ends when they begin one more. */
    public static final int MAX_PER_ORGANISER = 5;

    /** Returns when it ends if no further request comes. */
    public Instant endsAt() {
        Instant idle = seenAt.plus(stays ? IDLE_IF_STAYING : IDLE);
        Instant absolute = madeAt.plus(ABSOLUTE);
        return idle.isBefore(absolute) ? idle : absolute;
    }

    public boolean isLive(Instant now) {
        return now.isBefore(endsAt());
    }

    /** Returns whether an act that needs a fresh second factor may be done; always if the desk asks for none. */
    public boolean isFresh(Instant now) {
        return factorAt.map(given -> now.isBefore(given.plus(FRESH))).orElse(true);
    }

    /** Returns this session with a later {@link #seenAt}; empty if it is too soon to write that. */
    public Optional<BrowserSession> seen(Instant now) {
        return now.isBefore(seenAt.plus(SEEN_INTERVAL))
                ? Optional.empty()
                : Optional.of(new BrowserSession(organiser, token, madeAt, now, factorAt, stays, browser));
    }

    /** Returns this session as it ends at {@code end}, however busy: another has taken its place. */
    public BrowserSession endingAt(Instant end) {
        return new BrowserSession(organiser, token, end.minus(ABSOLUTE), seenAt, factorAt, stays, browser);
    }
}
