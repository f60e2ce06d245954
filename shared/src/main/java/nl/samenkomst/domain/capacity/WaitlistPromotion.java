package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;

/**
 * Writes down a step together with what it brings about: whoever in line fits what it frees has it in the same step, so
 * that no place is ever free while somebody waits who could have it. Nobody is promoted after the start.
 */
public final class WaitlistPromotion {

    /** A transaction holds 100 actions (AWS, TransactWriteItems): two for each person, and a few for the step itself. */
    private static final int MAX_AT_ONCE = 25;

    private final Registrations registrations;

    public WaitlistPromotion(Registrations registrations) {
        this.registrations = registrations;
    }

    public WriteResult commit(RegistrationChanges changes, Instant now) {
        boolean isSettled = changes.session().isSettledBy(now);
        return registrations.change(isSettled ? changes : changes.with(promotions(changes, now)), now);
    }

    /** What came of promoting people into places that are free already. */
    public enum Promotion {
        PROMOTED,
        /** Nobody waits who could have a place, or nobody of them can be read. */
        NOBODY,
        /** Something changed meanwhile: look again. */
        CONFLICT
    }

    /** Promotes whoever fits, at most as many as one transaction holds. */
    public Promotion promote(SessionSnapshot seen, Instant now) {
        RegistrationChanges nothing = new RegistrationChanges(seen, List.of());
        List<RegistrationChange> promotions = seen.session().isSettledBy(now) ? List.of() : promotions(nothing, now);
        if (promotions.isEmpty()) {
            return Promotion.NOBODY;
        }
        return registrations.change(nothing.with(promotions), now) == WriteResult.COMMITTED
                ? Promotion.PROMOTED
                : Promotion.CONFLICT;
    }

    /**
     * Whoever gets a seat. An entry of the queue whose registration is not there, cannot be read, or no longer waits so,
     * is looked at once more: somebody may just have changed it. If it is the same then, it is passed over.
     */
    private List<RegistrationChange> promotions(RegistrationChanges changes, Instant now) {
        Set<QueueEntry> doubtful = new HashSet<>();
        Set<QueueEntry> passedOver = new HashSet<>();
        while (true) {
            Map<QueueEntry, Optional<ThemeId>> seats = seats(changes, passedOver);
            Map<RegistrationId, Registration> found = registrations(changes, seats.keySet(), now);
            List<RegistrationChange> promotions = new ArrayList<>();
            seats.forEach((waiting, theme) -> {
                Optional<Registration> registration = Optional.ofNullable(found.get(waiting.registration()))
                        .filter(known -> stillWaits(known, waiting));
                registration.ifPresent(known -> promotions.add(promotion(known, theme, now)));
                if (registration.isEmpty() && !doubtful.add(waiting)) {
                    passedOver.add(waiting);
                }
            });
            if (promotions.size() == seats.size()) {
                return promotions;
            }
        }
    }

    private Map<RegistrationId, Registration> registrations(
            RegistrationChanges changes, Set<QueueEntry> waiting, Instant now) {
        if (waiting.isEmpty()) {
            return Map.of();
        }
        List<RegistrationId> ids =
                waiting.stream().map(QueueEntry::registration).toList();
        Map<RegistrationId, Registration> found = new HashMap<>();
        registrations.some(changes.session().id(), ids, now).forEach(known -> found.put(known.id(), known));
        return found;
    }

    private static RegistrationChange promotion(Registration waiting, Optional<ThemeId> theme, Instant now) {
        return new RegistrationChange(
                Optional.of(waiting), Optional.of(waiting.with(new RegistrationState.Confirmed(now, true, theme))));
    }

    /** Who gets a seat, and at which theme: the first in line who fits, then the next, as long as any does. */
    private Map<QueueEntry, Optional<ThemeId>> seats(RegistrationChanges changes, Set<QueueEntry> passedOver) {
        Set<RegistrationId> moving = changes.changes().stream()
                .flatMap(change -> Stream.concat(change.before().stream(), change.after().stream()))
                .map(Registration::id)
                .collect(Collectors.toSet());
        Places places = changes.after();
        Map<QueueEntry, Optional<ThemeId>> seats = new LinkedHashMap<>();
        if (!places.somebodyFits()) {
            return seats;
        }
        for (QueueEntry waiting : registrations.queue(changes.session().id())) {
            if (seats.size() == MAX_AT_ONCE || !places.somebodyFits()) {
                break;
            }
            boolean mayMove = !moving.contains(waiting.registration()) && !passedOver.contains(waiting);
            if (mayMove && places.hasRoom(waiting.wish())) {
                Optional<ThemeId> theme = places.seat(waiting.wish());
                seats.put(waiting, theme);
                places = CapacityChange.afterPromotion(places, waiting, theme);
            }
        }
        return seats;
    }

    private static boolean stillWaits(Registration registration, QueueEntry waiting) {
        return registration.state() instanceof RegistrationState.Waitlisted line
                && line.number() == waiting.number()
                && line.wish().equals(waiting.wish());
    }
}
