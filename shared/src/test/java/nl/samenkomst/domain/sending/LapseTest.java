package nl.samenkomst.domain.sending;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class LapseTest {

    private static final Session SESSION = session("places", 1);

    @Test
    void cancelsAndPromotesInTheSameStep() {
        Decided<Boolean> decided = decide(place(), NOW);
        assertThat(decided.outcome()).isTrue();
        assertThat(decided.stored().orElseThrow().state()).isEqualTo(new RegistrationState.Lapsed(NOW, true));
        assertThat(decided).isInstanceOfSatisfying(Decided.CommitAndPromote.class, commit -> {
            Places after = commit.changes().after();
            assertThat(after.taken()).isZero();
            assertThat(after.count(Count.CANCELLED)).isEqualTo(1);
        });
    }

    @Test
    void keepsWhetherThereWasAConfirmedPlace() {
        for (RegistrationState state : new RegistrationState[] {waiting(1), underReviewWithPlace()}) {
            assertThat(decide(state, NOW).stored().orElseThrow().state())
                    .isEqualTo(new RegistrationState.Lapsed(NOW, false));
        }
    }

    @Test
    void leavesWhomItMayNotLapse() {
        assertThat(decide(place(), NOW.plusMillis(1))).isEqualTo(Decided.asIs(false));
        assertThat(Lapse.decide(seen(SESSION, noor(SESSION, place())), NOW)).isEqualTo(Decided.asIs(false));
        assertThat(Lapse.decide(seenNobody(SESSION), NOW)).isEqualTo(Decided.asIs(false));
        Registration lapsed = decide(place(), NOW).stored().orElseThrow();
        assertThat(Lapse.decide(seen(SESSION, lapsed), NOW)).isEqualTo(Decided.asIs(false));
    }

    private static Decided<Boolean> decide(RegistrationState state, Instant until) {
        Registration noor = noor(SESSION, state).with(new AddressProof.Awaited(Optional.of(until)));
        return Lapse.decide(seen(SESSION, noor), NOW);
    }
}
