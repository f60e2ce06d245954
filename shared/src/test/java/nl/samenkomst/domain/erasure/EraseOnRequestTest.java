package nl.samenkomst.domain.erasure;

import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class EraseOnRequestTest {

    private static final Session SESSION = session("places", 1);

    @Test
    void recordsThatSomebodyWasErasedButNotWho() {
        Decided<Boolean> decided = EraseOnRequest.decide(seen(SESSION, noor(SESSION, place())), Actor.LOCAL, NOW);

        assertThat(decided.outcome()).isTrue();
        assertThat(decided.stored()).isEmpty();
        assertThat(recorded(decided))
                .contains(new AuditEntry(
                        NOW, Actor.LOCAL, AuditAction.ERASED_ON_REQUEST, Optional.of(AuditEntry.ERASED), ""));
    }

    @Test
    void changesNothingTwice() {
        assertThat(EraseOnRequest.decide(seenNobody(SESSION), Actor.LOCAL, NOW)).isEqualTo(Decided.asIs(false));
    }
}
