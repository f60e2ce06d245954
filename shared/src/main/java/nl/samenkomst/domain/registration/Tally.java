package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.session.Count;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.ThemeId;

/** Counts registrations by how they stand; nothing else changes a session's places. */
final class Tally {

    private Tally() {}

    static Places after(Places places, Move move) {
        Places left = count(places, move.before(), -1);
        return count(left, move.after(), 1);
    }

    /** The places after somebody in line got one at this theme. */
    static Places afterPromotion(Places places, Waiting waiting, Optional<ThemeId> theme) {
        Places left = count(places, new Standing.Waitlisted(Instant.EPOCH, waiting.number(), waiting.wish()), -1);
        return count(left, new Standing.Confirmed(Instant.EPOCH, true, theme), 1);
    }

    private static Places count(Places places, Optional<Registration> registration, int one) {
        return registration.map(known -> count(places, known.standing(), one)).orElse(places);
    }

    private static Places count(Places places, Standing standing, int one) {
        return switch (standing) {
            case Standing.Confirmed confirmed -> seated(places, standing, one);
            case Standing.UnderReview review -> {
                Places reviewed = places.add(Count.REVIEWING, one);
                yield review.holdsPlace() ? seated(reviewed, standing, one).add(Count.HELD, one) : reviewed;
            }
            case Standing.Waitlisted waiting -> {
                Places numbered = one > 0 ? places.numbered(waiting.number()) : places;
                Places inAll = numbered.add(Count.WAITING, one);
                yield waiting.wish().map(theme -> inAll.add(theme, 0, one)).orElse(inAll);
            }
            case Standing.Declined declined -> places.add(Count.DECLINED, one);
            case Standing.Cancelled cancelled -> places.add(Count.CANCELLED, one);
            case Standing.Invited invited -> places.add(Count.INVITED, one);
            case Standing.NotComing notComing -> places.add(Count.NOT_COMING, one);
            case Standing.Revoked revoked -> places.add(Count.REVOKED, one);
        };
    }

    private static Places seated(Places places, Standing standing, int one) {
        Places inAll = places.add(Count.TAKEN, one);
        return standing.theme().map(theme -> inAll.add(theme, one, 0)).orElse(inAll);
    }
}
