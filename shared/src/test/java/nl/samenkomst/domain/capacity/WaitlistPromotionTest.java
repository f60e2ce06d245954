package nl.samenkomst.domain.capacity;

import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.capacity.SampleSnapshots.snapshot;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.KEY;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.person;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class WaitlistPromotionTest {

    private static final Session TWO_PLACES = session("places", 2);

    /** One place at buurt and two at werk. */
    private static final Session THEMES = session("themes", List.of(theme(BUURT, 1), theme(WERK, 2)));

    private static final QueueEntry PIET = entry("piet", waiting(1));
    private static final QueueEntry ELS = entry("els", waiting(2));
    private static final QueueEntry WANTS_BUURT = entry("mo", waitingFor(BUURT, 1));
    private static final QueueEntry WANTS_WERK = entry("jan", waitingFor(WERK, 2));

    @Test
    void promotesTheFirstInLine() {
        assertThat(seats(snapshot(TWO_PLACES, place(), waiting(1), waiting(2)), PIET, ELS))
                .containsOnlyKeys(PIET);
    }

    @Test
    void promotesNobodyIntoAFullSession() {
        assertThat(seats(snapshot(TWO_PLACES, place(), place(), waiting(1)), PIET))
                .isEmpty();
    }

    @Test
    void promotesAsManyAsFitInOrder() {
        assertThat(seats(snapshot(TWO_PLACES, waiting(1), waiting(2)), PIET, ELS)
                        .keySet())
                .containsExactly(PIET, ELS);
    }

    @Test
    void promotesAtMostTheMaximum() {
        RegistrationChanges none = changes(snapshot(TWO_PLACES, waiting(1), waiting(2)));
        assertThat(WaitlistPromotion.seats(none, List.of(PIET, ELS), Set.of(), 1))
                .containsOnlyKeys(PIET);
    }

    @Test
    void passesOverSomebodyWhoseThemeIsFull() {
        SessionSnapshot seen = snapshot(THEMES, placeAt(BUURT), waitingFor(BUURT, 1), waitingFor(WERK, 2));
        assertThat(seats(seen, WANTS_BUURT, WANTS_WERK)).isEqualTo(Map.of(WANTS_WERK, Optional.of(WERK)));
    }

    @Test
    void passesOverAFullThemeForSomebodyWithoutAWish() {
        SessionSnapshot seen = snapshot(THEMES, placeAt(BUURT), placeAt(WERK), waitingFor(BUURT, 1), waiting(2));
        assertThat(seats(seen, WANTS_BUURT, ELS)).isEqualTo(Map.of(ELS, Optional.of(WERK)));
    }

    @Test
    void seatsSomebodyAtTheThemeWanted() {
        SessionSnapshot seen = snapshot(THEMES, placeAt(WERK), placeAt(WERK), waitingFor(BUURT, 1));
        assertThat(seats(seen, WANTS_BUURT)).isEqualTo(Map.of(WANTS_BUURT, Optional.of(BUURT)));
    }

    @Test
    void seatsSomebodyWithoutAWishWhereRoomIsMost() {
        assertThat(seats(snapshot(THEMES, waiting(1)), PIET)).isEqualTo(Map.of(PIET, Optional.of(WERK)));
    }

    @Test
    void takesEachSeatIntoAccountForTheNext() {
        SessionSnapshot seen = snapshot(THEMES, placeAt(WERK), placeAt(WERK), waiting(1), waitingFor(BUURT, 2));
        QueueEntry second = entry("mo", waitingFor(BUURT, 2));
        assertThat(seats(seen, PIET, second)).isEqualTo(Map.of(PIET, Optional.of(BUURT)));
    }

    @Test
    void passesOverEntriesThatCannotBePromoted() {
        RegistrationChanges none = changes(snapshot(TWO_PLACES, place(), waiting(1), waiting(2)));
        assertThat(WaitlistPromotion.seats(none, List.of(PIET, ELS), Set.of(PIET), 9))
                .containsOnlyKeys(ELS);
    }

    @Test
    void givesAPlaceFreedInTheSameStepToTheQueue() {
        SessionSnapshot full = snapshot(TWO_PLACES, place(), place(), waiting(1));
        assertThat(WaitlistPromotion.seats(erasing(full), List.of(PIET), Set.of(), 9))
                .containsOnlyKeys(PIET);
    }

    @Test
    void promotesNobodyAsLongAsTooManyHavePlaces() {
        Session lowered = session("places", 1);
        for (int taken : List.of(3, 2)) {
            SessionSnapshot tooMany = snapshot(
                    lowered,
                    Stream.concat(Stream.generate(() -> place()).limit(taken), Stream.of(waiting(1)))
                            .toArray(RegistrationState[]::new));
            assertThat(WaitlistPromotion.seats(erasing(tooMany), List.of(PIET), Set.of(), 9))
                    .isEmpty();
        }
        SessionSnapshot full = snapshot(lowered, place(), waiting(1));
        assertThat(WaitlistPromotion.seats(erasing(full), List.of(PIET), Set.of(), 9))
                .containsOnlyKeys(PIET);
    }

    @Test
    void promotesNobodyFromTheStartOnOrWhenCancelled() {
        SessionSnapshot free = snapshot(TWO_PLACES, waiting(1));
        SessionSnapshot cancelled = snapshot(TWO_PLACES.cancelled("Ziek", NOW), waiting(1));
        List<RegistrationChanges> committed = new ArrayList<>();
        WaitlistPromotion promotion = new WaitlistPromotion(withoutQueue(committed));

        assertThat(promotion.promote(free, START)).isEqualTo(Attempt.settled(false));
        assertThat(promotion.promote(cancelled, NOW)).isEqualTo(Attempt.settled(false));
        assertThat(committed).isEmpty();

        assertThat(promotion.commit(erasing(free), START)).isEqualTo(WriteResult.committed());
        assertThat(promotion.commit(erasing(cancelled), NOW)).isEqualTo(WriteResult.committed());
        assertThat(committed).containsExactly(erasing(free), erasing(cancelled));
    }

    @Test
    void promotesNobodyWhoIsChangingInTheSameStep() {
        SessionSnapshot seen = snapshot(TWO_PLACES, place(), waiting(1), waiting(2));
        QueueEntry noor = entry("noor", waiting(1));
        RegistrationChanges moving =
                RegistrationChanges.changing(seen, noor(TWO_PLACES, waiting(1)), noor(TWO_PLACES, waiting(0)), NOW);
        assertThat(WaitlistPromotion.seats(moving, List.of(noor, ELS), Set.of(), 9))
                .containsOnlyKeys(ELS);
    }

    @Test
    void readsTheQueueOnlyIfSomebodyFits() {
        RegistrationChanges none = changes(snapshot(TWO_PLACES, place(), place(), waiting(1)));
        Iterable<QueueEntry> unread = () -> {
            throw new AssertionError("nobody fits");
        };
        assertThat(WaitlistPromotion.seats(none, unread, Set.of(), 9)).isEmpty();
    }

    private static Map<QueueEntry, Optional<ThemeId>> seats(SessionSnapshot seen, QueueEntry... queue) {
        return WaitlistPromotion.seats(changes(seen), List.of(queue), Set.of(), 9);
    }

    private static RegistrationChanges changes(SessionSnapshot seen) {
        return new RegistrationChanges(seen, List.of());
    }

    /** Erases one registration that has a place. */
    private static RegistrationChanges erasing(SessionSnapshot seen) {
        return RegistrationChanges.erasing(seen, noor(seen.session(), place()));
    }

    /** Takes every commit, and fails if the queue is read. */
    private static Registrations withoutQueue(List<RegistrationChanges> committed) {
        return (Registrations) Proxy.newProxyInstance(
                Registrations.class.getClassLoader(),
                new Class<?>[] {Registrations.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        committed.add((RegistrationChanges) arguments[0]);
                        return WriteResult.committed();
                    }
                    throw new AssertionError("nothing else is asked or written: " + method);
                });
    }

    private static QueueEntry entry(String name, RegistrationState.Waitlisted state) {
        RegistrationId id = KEY.registrationId(TWO_PLACES.id(), person(name).email());
        return new QueueEntry(state.number(), id, state.wish());
    }
}
