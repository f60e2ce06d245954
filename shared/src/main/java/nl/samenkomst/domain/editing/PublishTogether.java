package nl.samenkomst.domain.editing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.editing.PublishDraft.Confirmation;
import nl.samenkomst.domain.session.SessionId;

/**
 * Shows what publishing the drafts of several sessions of a series would do, and publishes them one after another, each in
 * a transaction of its own: what one of them meets does not hold back the others.
 */
public final class PublishTogether {

    /** After this long no further one is begun, so that the response says what was done: a request has 20 s. */
    static final Duration MAX_TIME = Duration.ofSeconds(12);

    /** Outlooks that are read at the same time. */
    private static final int AT_ONCE = 10;

    private final PublishDraft publishDraft;
    private final Clock clock;

    public PublishTogether(PublishDraft publishDraft, Clock clock) {
        this.publishDraft = publishDraft;
        this.clock = clock;
    }

    /** Why a draft is not published together with others; its own page says more, and asks. */
    public enum Obstacle {
        /** Nobody but colleagues saved something in it. */
        OF_COLLEAGUE,
        /** Something is wrong with it. */
        INVALID,
        /** A section was published otherwise since it was begun. */
        OVERTAKEN,
        CANCELLED,
        /** People chose a theme that goes. */
        CLOSED_THEMES,
        /** The organiser would not see the session any more. */
        OUT_OF_SCOPE
    }

    /**
     * A session with a draft, and what publishing it would do.
     *
     * @param outlook empty if the draft cannot be published as it is
     * @param fingerprint that of the outlook; an empty string if there is none
     */
    public record Prospect(
            SeriesSession session, Optional<PublicationOutlook> outlook, String fingerprint, Set<Obstacle> obstacles) {

        public Prospect {
            obstacles = Set.copyOf(obstacles);
        }

        public boolean isReady() {
            return obstacles.isEmpty();
        }

        public SessionId id() {
            return session.id();
        }
    }

    /** What became of one session. */
    public sealed interface Result {

        /** It was tried. */
        record Tried(PublishDraft.Outcome outcome) implements Result {}

        /** It was not tried any more, because the others took long. */
        record NotTried() implements Result {}
    }

    /** Returns what publishing these drafts would do, in the same order; leaves out sessions without a draft. */
    public List<Prospect> prospects(List<SeriesSession> sessions, Organiser by) {
        List<SeriesSession> drafted =
                sessions.stream().filter(one -> one.draft().isPresent()).toList();
        List<Prospect> prospects = new ArrayList<>();
        for (int from = 0; from < drafted.size(); from += AT_ONCE) {
            List<SeriesSession> some = drafted.subList(from, Math.min(from + AT_ONCE, drafted.size()));
            try (ConcurrentReads reads = new ConcurrentReads()) {
                List<Supplier<Parsed<PublicationOutlook>>> started = some.stream()
                        .map(one -> reads.start(() -> publishDraft.outlook(one.drafted(), Optional.of(one.snapshot()))))
                        .toList();
                for (int i = 0; i < some.size(); i++) {
                    prospects.add(prospect(some.get(i), started.get(i).get(), by, clock.instant()));
                }
            }
        }
        return prospects;
    }

    static Prospect prospect(SeriesSession session, Parsed<PublicationOutlook> outlook, Organiser by, Instant now) {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        DraftedSession drafted = session.drafted();
        if (!session.hasDraftBy(by.id())) {
            obstacles.add(Obstacle.OF_COLLEAGUE);
        }
        if (!drafted.overtaken().isEmpty()) {
            obstacles.add(Obstacle.OVERTAKEN);
        }
        if (session.session().isCancelled()) {
            obstacles.add(Obstacle.CANCELLED);
        }
        return switch (outlook) {
            case Parsed.Invalid<PublicationOutlook> _ -> {
                obstacles.add(Obstacle.INVALID);
                yield new Prospect(session, Optional.empty(), "", obstacles);
            }
            case Parsed.Valid<PublicationOutlook> valid -> {
                if (!valid.value().closedThemes().isEmpty()) {
                    obstacles.add(Obstacle.CLOSED_THEMES);
                }
                if (!by.sees(valid.value().after(), now)) {
                    obstacles.add(Obstacle.OUT_OF_SCOPE);
                }
                yield new Prospect(
                        session, Optional.of(valid.value()), valid.value().fingerprint(), obstacles);
            }
        };
    }

    /** Publishes these drafts in this order, as far as each still does what was confirmed. */
    public Map<SessionId, Result> publish(Map<SessionId, Confirmation> confirmed, Organiser by) {
        Instant last = clock.instant().plus(MAX_TIME);
        Map<SessionId, Result> results = new LinkedHashMap<>();
        confirmed.forEach((id, confirmation) -> results.put(
                id,
                clock.instant().isAfter(last)
                        ? new Result.NotTried()
                        : new Result.Tried(publishDraft.publish(id, confirmation, by))));
        return results;
    }
}
