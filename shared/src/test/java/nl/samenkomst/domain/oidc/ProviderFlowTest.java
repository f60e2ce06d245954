package nl.samenkomst.domain.oidc;

import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderFlowTest {

    private static final Optional<String> NEXT = Optional.of("/organise/sessions?q=een%20é");

    private final ProviderFlow flow = ProviderFlow.begin(new Random(1), NOW, true, false, NEXT);

    @Test
    void comesBackFromACookie() {
        assertThat(ProviderFlow.parse(flow.written())).contains(flow);
        ProviderFlow other = ProviderFlow.begin(new Random(2), NOW, false, true, Optional.empty());
        assertThat(ProviderFlow.parse(other.written())).contains(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c.d", "....", "\u0000"})
    void anythingElseIsNoFlow(String cookie) {
        assertThat(ProviderFlow.parse(cookie)).isEmpty();
        assertThat(ProviderFlow.parse(flow.written() + "!")).isEmpty();
        assertThat(ProviderFlow.parse(flow.written().substring(1))).isEmpty();
    }

    /** None of them tells another, or the secret; each differs with every browser. */
    @Test
    void everyValueIsItsOwn() {
        ProviderFlow other = ProviderFlow.begin(new Random(2), NOW, true, false, NEXT);

        assertThat(Set.of(
                        flow.secret(),
                        flow.state(),
                        flow.nonce(),
                        flow.verifier(),
                        flow.challenge(),
                        other.secret(),
                        other.state(),
                        other.nonce(),
                        other.verifier(),
                        other.challenge()))
                .hasSize(10)
                .allMatch(value -> value.matches("[A-Za-z0-9_-]{43}"));
    }

    /** RFC 7636 §4.2. */
    @Test
    void theChallengeIsTheHashOfTheVerifier() throws Exception {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(flow.verifier().getBytes(StandardCharsets.US_ASCII));

        assertThat(flow.challenge())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    @Test
    void aChangedCookieHasAnotherState() {
        ProviderFlow calm = new ProviderFlow(flow.secret(), NOW, false, false, NEXT);
        ProviderFlow later = new ProviderFlow(flow.secret(), NOW.plusMillis(1), true, false, NEXT);
        ProviderFlow elsewhere = new ProviderFlow(flow.secret(), NOW, true, false, Optional.empty());
        ProviderFlow longer = new ProviderFlow(flow.secret(), NOW, true, true, NEXT);

        assertThat(flow.isOf(flow.state())).isTrue();
        for (ProviderFlow changed : new ProviderFlow[] {calm, later, elsewhere, longer}) {
            assertThat(changed.isOf(flow.state())).isFalse();
            assertThat(changed.nonce()).isNotEqualTo(flow.nonce());
        }
    }

    @Test
    void isGoodForTenMinutes() {
        assertThat(flow.isLive(NOW)).isTrue();
        assertThat(flow.isLive(NOW.plus(ProviderFlow.VALIDITY).minusMillis(1))).isTrue();
        assertThat(flow.isLive(NOW.plus(ProviderFlow.VALIDITY))).isFalse();
        assertThat(flow.isLive(NOW.minusMillis(1))).isFalse();
    }

    /** Browsers drop a larger cookie, and with it the way back. */
    @Test
    void fitsIntoACookieHoweverLongTheAddress() {
        Optional<String> longest = Optional.of("/organise/sessions?q=" + "a".repeat(1_400));
        Optional<String> tooLong = Optional.of("/organise/sessions?q=" + "a".repeat(9_000));

        ProviderFlow kept = ProviderFlow.begin(new Random(1), NOW, false, false, longest);
        assertThat(ProviderFlow.parse(kept.written())).contains(kept);
        assertThat(kept.written()).hasSizeLessThan(4_000);
        assertThat(ProviderFlow.begin(new Random(1), NOW, false, false, tooLong).next())
                .isEmpty();
    }

    @Test
    void tellsNothingToALog() {
        assertThat(flow.toString()).doesNotContain(flow.secret()).doesNotContain("sessions");
    }
}
