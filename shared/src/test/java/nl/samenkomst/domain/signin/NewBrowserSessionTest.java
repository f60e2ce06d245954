package nl.samenkomst.domain.signin;

import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.SessionToken;
import org.junit.jupiter.api.Test;

class NewBrowserSessionTest {

    private final Random random = new Random(1);

    @Test
    void theSixthEndsTheOldest() {
        List<BrowserSession> five =
                IntStream.rangeClosed(1, 5).mapToObj(this::madeMinutesAgo).toList();

        assertThat(NewBrowserSession.ended(five.subList(0, 4), Optional.empty(), NOW))
                .isEmpty();
        assertThat(NewBrowserSession.ended(five, Optional.empty(), NOW)).containsExactly(five.getLast());
    }

    @Test
    void thoseThatEndedByTimeGoToo() {
        BrowserSession old = madeMinutesAgo(25 * 60);

        assertThat(NewBrowserSession.ended(List.of(old, madeMinutesAgo(1)), Optional.empty(), NOW))
                .containsExactly(old);
    }

    @Test
    void theSessionOfTheSamePressEnds() {
        BrowserSession first = madeMinutesAgo(0);
        MailboxProof.Begun begun = new MailboxProof.Begun(NOW, first.token());

        assertThat(NewBrowserSession.ended(List.of(first, madeMinutesAgo(1)), Optional.of(begun), NOW))
                .containsExactly(first);
    }

    @Test
    void aReplacedSessionKeepsItsAbsoluteEndAndGetsANewToken() {
        BrowserSession old = madeMinutesAgo(50);
        NewBrowserSession fresh = NewBrowserSession.replacing(old, NOW, List.of(old), random);

        assertThat(fresh.session().madeAt()).isEqualTo(old.madeAt());
        assertThat(fresh.session().factorAt()).contains(NOW);
        assertThat(fresh.session().token()).isNotEqualTo(old.token());
        assertThat(fresh.ended()).isEmpty();
        BrowserSession ending = old.endingAt(NOW.plusSeconds(10));
        assertThat(ending.isLive(NOW.plusSeconds(9))).isTrue();
        assertThat(ending.isLive(NOW.plusSeconds(10))).isFalse();
        assertThat(Stream.of(ending).flatMap(one -> one.seen(NOW.plusSeconds(9)).stream()))
                .allMatch(seen -> !seen.isLive(NOW.plusSeconds(10)));
    }

    private BrowserSession madeMinutesAgo(long minutes) {
        return new BrowserSession(
                NOOR.id(),
                SessionToken.generate(NOOR.id(), random).hash(),
                NOW.minus(Duration.ofMinutes(minutes)),
                NOW.minus(Duration.ofMinutes(minutes)),
                Optional.empty(),
                true,
                "Firefox, Linux");
    }
}
