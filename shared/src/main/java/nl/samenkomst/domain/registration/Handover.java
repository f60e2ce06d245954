package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.ThemeId;

/**
 * Writes down a step together with what it brings about: whoever in line fits what it frees has it in the same step, so
 * that no place is ever free while somebody waits who could have it. Nobody is promoted after the start.
 */
final class Handover {

    /** A transaction holds 100 actions (AWS, TransactWriteItems): two for each person, and a few for the step itself. */
    private static final int MOST_AT_ONCE = 25;

    private final Registrations registrations;

    Handover(Registrations registrations) {
        this.registrations = registrations;
    }

    Commit commit(Step step, Instant now) {
        if (step.session().isSettledBy(now) || !step.after().somebodyFits()) {
            return registrations.change(step, now);
        }
        List<Move> promotions = promotions(step, now);
        return promotions.isEmpty() ? Commit.STALE : registrations.change(step.with(promotions), now);
    }

    /** Nothing where those who were in line have left it meanwhile. */
    private List<Move> promotions(Step step, Instant now) {
        Map<Waiting, Optional<ThemeId>> seats = seats(step);
        List<RegistrationId> ids =
                seats.keySet().stream().map(Waiting::registration).toList();
        Map<RegistrationId, Registration> found = new HashMap<>();
        registrations.some(step.session().id(), ids, now).forEach(waiting -> found.put(waiting.id(), waiting));
        List<Move> promotions = new ArrayList<>();
        seats.forEach((waiting, theme) -> Optional.ofNullable(found.get(waiting.registration()))
                .filter(registration -> stillWaits(registration, waiting))
                .ifPresent(registration -> promotions.add(new Move(
                        Optional.of(registration),
                        Optional.of(registration.with(new Standing.Confirmed(now, true, theme)))))));
        return promotions;
    }

    /** Who gets a seat, and at which theme: the first in line who fits, then the next, as long as any does. */
    private Map<Waiting, Optional<ThemeId>> seats(Step step) {
        Set<RegistrationId> moving = step.moves().stream()
                .flatMap(move -> Stream.concat(move.before().stream(), move.after().stream()))
                .map(Registration::id)
                .collect(Collectors.toSet());
        Places places = step.after();
        Map<Waiting, Optional<ThemeId>> seats = new LinkedHashMap<>();
        for (Waiting waiting : registrations.queue(step.session().id())) {
            if (seats.size() == MOST_AT_ONCE || !places.somebodyFits()) {
                break;
            }
            if (!moving.contains(waiting.registration()) && places.hasRoom(waiting.wish())) {
                Optional<ThemeId> theme = places.seat(waiting.wish());
                seats.put(waiting, theme);
                places = Tally.afterPromotion(places, waiting, theme);
            }
        }
        return seats;
    }

    private static boolean stillWaits(Registration registration, Waiting waiting) {
        return registration.standing() instanceof Standing.Waitlisted line
                && line.number() == waiting.number()
                && line.wish().equals(waiting.wish());
    }
}
