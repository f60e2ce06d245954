package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;

/**
 * Commits changes and, in the same transaction, promotes waitlisted people into the places they free, so that no place
 * is ever free while somebody waits who could have it. Promotes nobody after the start.
 */
public final class WaitlistPromotion {

    private final Registrations registrations;

    public WaitlistPromotion(Registrations registrations) {
        this.registrations = registrations;
    }

    public WriteResult commit(RegistrationChanges changes, Instant now) {
        boolean isSettled = changes.session().isSettledBy(now);
        return registrations.commit(isSettled ? changes : changes.with(promotions(changes, now)), now);
    }

    /**
     * Promotes waitlisted people into places that are free already, as many as one transaction holds, and returns
     * whether that was anybody.
     */
    public Attempt<Boolean> promote(SessionSnapshot seen, Instant now) {
        RegistrationChanges none = new RegistrationChanges(seen, List.of());
        List<RegistrationChange> promotions = seen.session().isSettledBy(now) ? List.of() : promotions(none, now);
        return promotions.isEmpty()
                ? Attempt.settled(false)
                : Attempt.after(registrations.commit(none.with(promotions), now), true);
    }

    /**
     * Returns the waitlisted people whom {@link #promote} would give places, as they would be then, in the order of the
     * queue; nobody if the session is settled.
     *
     * @param all the registrations of the session
     */
    public static List<Registration> promoted(SessionSnapshot seen, Collection<Registration> all, Instant now) {
        if (seen.session().isSettledBy(now)) {
            return List.of();
        }
        Map<RegistrationId, Registration> waiting = new LinkedHashMap<>();
        List<QueueEntry> queue = new ArrayList<>();
        for (Registration registration : all) {
            if (registration.state() instanceof RegistrationState.Waitlisted state) {
                waiting.put(registration.id(), registration);
                queue.add(new QueueEntry(state.number(), registration.id(), state.wish()));
            }
        }
        queue.sort(Comparator.comparingLong(QueueEntry::number));
        RegistrationChanges none = new RegistrationChanges(seen, List.of());
        return seats(none, queue, Set.of(), Integer.MAX_VALUE).entrySet().stream()
                .map(seat -> promotion(
                                none,
                                Objects.requireNonNull(waiting.get(seat.getKey().registration())),
                                seat.getValue(),
                                now)
                        .after()
                        .orElseThrow())
                .toList();
    }

    /**
     * Returns the promotions that these changes make possible. A queue entry whose registration is absent, unreadable,
     * or no longer waits like that is tried a second time, since somebody may just have changed it, and then passed
     * over.
     */
    private List<RegistrationChange> promotions(RegistrationChanges changes, Instant now) {
        Set<QueueEntry> unmatched = new HashSet<>();
        Set<QueueEntry> skipped = new HashSet<>();
        while (true) {
            Map<QueueEntry, Optional<ThemeId>> seats =
                    seats(changes, registrations.queue(changes.session().id()), skipped, registrations.maxPromotions());
            Map<RegistrationId, Registration> found = registrations(changes, seats.keySet(), now);
            List<RegistrationChange> promotions = new ArrayList<>();
            seats.forEach((entry, theme) -> {
                Optional<Registration> waiting = Optional.ofNullable(found.get(entry.registration()))
                        .filter(known -> isStillWaitlisted(known, entry));
                waiting.ifPresent(known -> promotions.add(promotion(changes, known, theme, now)));
                if (waiting.isEmpty() && !unmatched.add(entry)) {
                    skipped.add(entry);
                }
            });
            if (promotions.size() == seats.size()) {
                return promotions;
            }
        }
    }

    private Map<RegistrationId, Registration> registrations(
            RegistrationChanges changes, Set<QueueEntry> entries, Instant now) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        List<RegistrationId> ids =
                entries.stream().map(QueueEntry::registration).toList();
        Map<RegistrationId, Registration> found = new HashMap<>();
        registrations.findAll(changes.session().id(), ids, now).forEach(known -> found.put(known.id(), known));
        return found;
    }

    /** Gives the place; where the organiser decides, it is only held until the address is shown to be admitted. */
    private static RegistrationChange promotion(
            RegistrationChanges changes, Registration waiting, Optional<ThemeId> theme, Instant now) {
        boolean mustConfirm = changes.session().document().signUp().admission().isReviewed()
                && !waiting.proof().isGiven();
        RegistrationState next = mustConfirm
                ? new RegistrationState.UnderReview(now, true, theme)
                : new RegistrationState.Confirmed(now, true, theme);
        return RegistrationChange.of(changes.session(), Optional.of(waiting), waiting.with(next), now);
    }

    /**
     * Decides which queue entries get a place once these changes are made, and at which theme: always the first in the
     * queue that fits, until none does.
     *
     * @param queue the first in line first; read no further than needed
     * @param skipped entries that cannot be promoted
     * @param max the number of seats at most
     */
    static Map<QueueEntry, Optional<ThemeId>> seats(
            RegistrationChanges changes, Iterable<QueueEntry> queue, Set<QueueEntry> skipped, int max) {
        Map<QueueEntry, Optional<ThemeId>> seats = new LinkedHashMap<>();
        Places places = changes.after();
        if (!places.canPromote()) {
            return seats;
        }
        Set<RegistrationId> changing = changes.changes().stream()
                .flatMap(change -> Stream.concat(change.before().stream(), change.after().stream()))
                .map(Registration::id)
                .collect(Collectors.toSet());
        for (QueueEntry entry : queue) {
            if (seats.size() == max || !places.canPromote()) {
                break;
            }
            boolean isPromotable = !changing.contains(entry.registration()) && !skipped.contains(entry);
            if (isPromotable && places.hasRoom(entry.wish())) {
                Optional<ThemeId> theme = places.seat(entry.wish());
                seats.put(entry, theme);
                places = CapacityChange.afterPromotion(places, entry, theme);
            }
        }
        return seats;
    }

    private static boolean isStillWaitlisted(Registration registration, QueueEntry entry) {
        return registration.state() instanceof RegistrationState.Waitlisted waiting
                && waiting.number() == entry.number()
                && waiting.wish().equals(entry.wish());
    }
}
