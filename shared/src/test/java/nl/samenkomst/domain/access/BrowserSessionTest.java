package nl.samenkomst.domain.access;

import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BrowserSessionTest {

    @Test
    void endsAfterAnHourWithoutARequestOrTenIfChosen() {
        assertThat(session(NOW, NOW, false).isLive(NOW.plus(Duration.ofMinutes(59))))
                .isTrue();
        assertThat(session(NOW, NOW, false).isLive(NOW.plus(Duration.ofHours(1))))
                .isFalse();
        assertThat(session(NOW, NOW, true).isLive(NOW.plus(Duration.ofMinutes(599))))
                .isTrue();
        assertThat(session(NOW, NOW, true).isLive(NOW.plus(Duration.ofHours(10))))
                .isFalse();
    }

    @Test
    void endsAfterADayHoweverBusy() {
        Instant dayLater = NOW.plus(Duration.ofHours(24));
        for (boolean stays : new boolean[] {false, true}) {
            BrowserSession busy = session(NOW, dayLater.minusSeconds(1), stays);
            assertThat(busy.isLive(dayLater.minusMillis(1))).isTrue();
            assertThat(busy.isLive(dayLater)).isFalse();
        }
    }

    @Test
    void aSecondFactorIsFreshForAQuarterOfAnHour() {
        BrowserSession session = session(NOW, NOW, false);

        assertThat(session.isFresh(NOW.plus(Duration.ofMinutes(15)).minusMillis(1)))
                .isTrue();
        assertThat(session.isFresh(NOW.plus(Duration.ofMinutes(15)))).isFalse();
    }

    @Test
    void isSeenAtMostEveryFiveMinutes() {
        BrowserSession session = session(NOW, NOW, false);

        assertThat(session.seen(NOW.plus(Duration.ofMinutes(5)).minusMillis(1))).isEmpty();
        assertThat(session.seen(NOW.plus(Duration.ofMinutes(5))).map(BrowserSession::seenAt))
                .contains(NOW.plus(Duration.ofMinutes(5)));
    }

    private static BrowserSession session(Instant madeAt, Instant seenAt, boolean stays) {
        return new BrowserSession(
                NOOR.id(), TokenHash.of("token"), madeAt, seenAt, Optional.of(madeAt), stays, "Firefox");
    }
}
