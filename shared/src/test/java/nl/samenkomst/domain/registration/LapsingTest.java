package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

/** When a registration lapses, and in which lane it waits for that. */
final class LapsingTest {

    private static final Session SESSION = session();
    private static final Instant LAPSES = NOW.plus(Duration.ofDays(1));

    @Test
    void onlyAnActiveRegistrationLapses() {
        for (RegistrationState state : EVERY_STATE) {
            assertThat(awaited(state, LAPSES).mustLapse(SESSION, LAPSES))
                    .as(state.toString())
                    .isEqualTo(state instanceof RegistrationState.Active);
        }
    }

    @Test
    void lapsesFromItsMomentOn() {
        Registration noor = awaited(place(), LAPSES);
        assertThat(noor.mustLapse(SESSION, LAPSES.minusMillis(1))).isFalse();
        assertThat(noor.mustLapse(SESSION, LAPSES)).isTrue();
        assertThat(noor.mustLapse(SESSION, LAPSES.plus(Duration.ofDays(3)))).isTrue();
    }

    @Test
    void aConfirmedAddressNeverLapses() {
        Registration noor = awaited(place(), LAPSES).with(new AddressProof.Given(LAPSES));
        assertThat(noor.lapsesAt(SESSION)).isEmpty();
        assertThat(noor.mustLapse(SESSION, LAPSES)).isFalse();
    }

    @Test
    void isKeptForEverWhereTheSessionAsksForNoProof() {
        Registration noor = noor(SESSION, place()).with(new AddressProof.Awaited(Optional.empty()));
        assertThat(noor.lapsesAt(SESSION)).isEmpty();
    }

    @Test
    void doesNotLapseOnceTheSessionIsSettled() {
        Registration noor = awaited(place(), LAPSES);
        assertThat(noor.mustLapse(SESSION, START.minusMillis(1))).isTrue();
        assertThat(noor.mustLapse(SESSION, START)).isFalse();
        Session cancelled = SESSION.cancelled("", NOW);
        assertThat(noor.lapsesAt(cancelled)).isEmpty();
        assertThat(noor.lapsesAt(cancelled.reinstated(NOW))).contains(LAPSES);
        assertThat(awaited(place(), START).lapsesAt(SESSION)).isEmpty();
        assertThat(awaited(place(), START.minusMillis(1)).lapsesAt(SESSION)).isPresent();
    }

    @Test
    void isDueForItsLetterOrItsLapseWhicheverIsFirst() {
        assertThat(stored(awaited(place(), LAPSES)).dueAt()).contains(SIGNED_UP);
        assertThat(stored(toldTwice(LAPSES)).dueAt()).contains(LAPSES);
        Instant afterTheReminder = START.minusSeconds(1);
        assertThat(stored(toldOnce(afterTheReminder)).dueAt())
                .hasValueSatisfying(due -> assertThat(due).isBefore(afterTheReminder));
    }

    /** A claim, or the wait after a refusal, delays letters only. */
    @Test
    void isDueToLapseAlsoWhileItsLetterIsDelayed() {
        Registration noor = awaited(place(), LAPSES);
        Instant beforeTheLapse = LAPSES.minusSeconds(60);
        assertThat(stored(noor.with(noor.letters().delayed(beforeTheLapse))).dueAt())
                .contains(beforeTheLapse);
        assertThat(stored(noor.with(noor.letters().delayed(LAPSES.plusSeconds(60))))
                        .dueAt())
                .contains(LAPSES);
    }

    @Test
    void isOwedNothingAfterwards() {
        Registration lapsed = toldTwice(LAPSES).with(new RegistrationState.Lapsed(LAPSES, true));
        for (Instant now : new Instant[] {LAPSES, START, START.plus(Duration.ofDays(1))}) {
            assertThat(Owed.next(SESSION, lapsed, now)).isEmpty();
            assertThat(Owed.next(SESSION.cancelled("", LAPSES), lapsed, now)).isEmpty();
            assertThat(Owed.dueAt(SESSION, lapsed, now)).isEmpty();
        }
        Registration askedItsLink = lapsed.linkRequested(LAPSES.plusSeconds(1));
        assertThat(Owed.next(SESSION, askedItsLink, LAPSES.plusSeconds(1))).isEmpty();
    }

    @Test
    void waitsInTheLaneOfWhatIsNext() {
        assertThat(stored(noor(SESSION, place())).lane()).isEqualTo(Lane.CONFIRMED);
        assertThat(stored(awaited(place(), LAPSES)).lane()).isEqualTo(Lane.UNCONFIRMED);
        assertThat(stored(toldTwice(LAPSES)).lane()).isEqualTo(Lane.LAPSING);
        assertThat(stored(noor(SESSION, place()).with(new AddressProof.Awaited(Optional.empty())))
                        .lane())
                .isEqualTo(Lane.UNCONFIRMED);
        assertThat(stored(toldTwice(LAPSES).with(new AddressProof.Given(NOW))).lane())
                .isEqualTo(Lane.CONFIRMED);
    }

    private static Registration toldOnce(Instant lapses) {
        return told(awaited(place(), lapses), LetterKind.CONFIRMED, 1, SIGNED_UP);
    }

    /** Told, and asked once more, so that nothing but the lapse is next. */
    private static Registration toldTwice(Instant lapses) {
        return told(toldOnce(lapses), LetterKind.CONFIRM_ADDRESS, 1, NOW);
    }

    private static Registration awaited(RegistrationState state, Instant until) {
        return noor(SESSION, state).with(new AddressProof.Awaited(Optional.of(until)));
    }

    private static Registration stored(Registration registration) {
        return registration.asStored(SESSION, NOW);
    }
}
