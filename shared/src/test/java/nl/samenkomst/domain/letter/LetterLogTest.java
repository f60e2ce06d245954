package nl.samenkomst.domain.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.session.Revision;
import org.junit.jupiter.api.Test;

class LetterLogTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant CLAIM_DURATION = NOW.plus(Duration.ofMinutes(2));
    private static final SentLetter WAITING =
            new SentLetter(LetterKind.WAITING, Revision.FIRST, NOW, Optional.of("message"));

    @Test
    void loggingLetterEndsDelay() {
        LetterLog sent = LetterLog.empty(NOW).delayed(CLAIM_DURATION).with(WAITING, Map.of());
        assertThat(sent.isDelayedAt(NOW)).isFalse();
        assertThat(sent.last()).contains(WAITING);
    }

    /** Two claims made at the same moment are equal, so the letter delay does not show which one it belongs to. */
    @Test
    void loggingLetterAgainKeepsNextDelay() {
        LetterLog nextIsHeld = LetterLog.empty(NOW)
                .delayed(CLAIM_DURATION)
                .with(WAITING, Map.of())
                .delayed(CLAIM_DURATION);
        assertThat(nextIsHeld.with(WAITING, Map.of())).isEqualTo(nextIsHeld);
    }
}
