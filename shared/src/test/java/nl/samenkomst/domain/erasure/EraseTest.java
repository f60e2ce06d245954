package nl.samenkomst.domain.erasure;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.capacity.SampleSnapshots.snapshot;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class EraseTest {

    private static final Session SESSION = session();
    private static final Registration NOOR = noor(SESSION, place());

    @Test
    void erasesAnyRegistrationAndPromotesInTheSameStep() {
        assertThat(EVERY_STATE).allSatisfy(state -> {
            Registration noor = noor(SESSION, state);
            RegistrationChanges erasing = RegistrationChanges.erasing(snapshot(SESSION, state), noor);
            assertThat(Erase.decide(seen(SESSION, noor), noor.ownLink(), false))
                    .isEqualTo(new Decided.CommitAndPromote<>(erasing, true));
            assertThat(erasing.after().counts())
                    .isEqualTo(state.holdsPlace() ? Map.of(Count.FREED_BY_ERASURE, 1) : Map.of());
        });
    }

    @Test
    void storesNothingAboutThePerson() {
        Decided<Boolean> decided = Erase.decide(seen(SESSION, NOOR), NOOR.ownLink(), false);
        assertThat(decided.stored()).isEmpty();
    }

    @Test
    void erasesNothingWithoutTheOwnSecret() {
        OwnLink forged = new OwnLink(NOOR.id(), LinkSecret.generate(new Random(2)));
        assertThat(Erase.decide(seen(SESSION, NOOR), forged, false)).isEqualTo(Decided.asIs(false));
    }

    @Test
    void remembersThatAnEarlierAttemptMayHaveErased() {
        assertThat(Erase.decide(seenNobody(SESSION), NOOR.ownLink(), true)).isEqualTo(Decided.asIs(true));
        assertThat(Erase.decide(seenNobody(SESSION), NOOR.ownLink(), false)).isEqualTo(Decided.asIs(false));
    }
}
