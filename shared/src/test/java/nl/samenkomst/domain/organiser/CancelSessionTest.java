package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.samenkomst.domain.organiser.CancelSession.Cancellation;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class CancelSessionTest {

    @Test
    void cancelsTheRevisionThatWasLookedAt() {
        assertThat(CancelSession.decide(Optional.of(HANDREIKING), HANDREIKING.revision(), "Ziek", NOW))
                .isEqualTo(new Cancellation.Cancelled(HANDREIKING.cancelled("Ziek", NOW)));
    }

    @Test
    void aSessionThatChangedMeanwhileMustBeLookedAtAgain() {
        Session changed = HANDREIKING.changed(HANDREIKING.document(), NOW);

        assertThat(CancelSession.decide(Optional.of(changed), HANDREIKING.revision(), "", NOW))
                .isEqualTo(new Cancellation.Changed(changed));
    }

    @Test
    void theFirstReasonStays() {
        Session cancelled = HANDREIKING.cancelled("Ziek", NOW);

        assertThat(CancelSession.decide(Optional.of(cancelled), HANDREIKING.revision(), "Storm", NOW))
                .isEqualTo(new Cancellation.AlreadyCancelled(cancelled));
        assertThat(CancelSession.decide(Optional.empty(), HANDREIKING.revision(), "", NOW))
                .isEqualTo(new Cancellation.UnknownSession());
    }
}
