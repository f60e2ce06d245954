package nl.samenkomst.domain.signin;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
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

        assertThat(ended(five.subList(0, 4), Optional.empty())).isEmpty();
        assertThat(ended(five, Optional.empty())).containsExactly(five.getLast());
    }

    @Test
    void thoseThatEndedByTimeGoToo() {
        BrowserSession old = madeMinutesAgo(25 * 60);

        assertThat(ended(List.of(old, madeMinutesAgo(1)), Optional.empty())).containsExactly(old);
    }

    @Test
    void theSessionOfTheSamePressEnds() {
        BrowserSession first = madeMinutesAgo(0);
        MailboxProof.Begun begun = new MailboxProof.Begun(NOW, first.token());

        assertThat(ended(List.of(first, madeMinutesAgo(1)), Optional.of(begun))).containsExactly(first);
    }

    /** It counts for none of the five, and is ended once, however it was read. */
    @Test
    void theSessionThatTheBrowserHadEnds() {
        List<BrowserSession> five =
                IntStream.rangeClosed(1, 5).mapToObj(this::madeMinutesAgo).toList();
        BrowserSession seenLater = five.get(1).seen(NOW.plusSeconds(600)).orElseThrow();
        NewBrowserSession.Known known = new NewBrowserSession.Known(five, Optional.of(seenLater));

        assertThat(NewBrowserSession.ended(known, Optional.empty(), NOW)).containsExactly(seenLater);
    }

    @Test
    void somebodyElsesSessionInTheBrowserEndsToo() {
        BrowserSession others = new BrowserSession(
                ELS.id(),
                SessionToken.generate(ELS.id(), random).hash(),
                NOW,
                NOW,
                Optional.empty(),
                false,
                "Firefox, Linux");
        NewBrowserSession.Known known = new NewBrowserSession.Known(List.of(madeMinutesAgo(1)), Optional.of(others));

        assertThat(NewBrowserSession.ended(known, Optional.empty(), NOW)).containsExactly(others);
    }

    private static List<BrowserSession> ended(List<BrowserSession> ofOrganiser, Optional<MailboxProof.Begun> before) {
        return NewBrowserSession.ended(new NewBrowserSession.Known(ofOrganiser, Optional.empty()), before, NOW);
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
