package nl.samenkomst.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageIdTest {

    private static final Instant NOW = Instant.parse("2026-12-03T14:00:00.123Z");

    @Test
    void beginsWithItsMoment() {
        assertThat(MessageId.of(NOW, "local").value())
                .startsWith("20261203140000123")
                .hasSize(20);
    }

    @Test
    void twoOrganisersAtOneMomentWriteTwoMessages() {
        assertThat(MessageId.of(NOW, "organiser:a")).isNotEqualTo(MessageId.of(NOW, "organiser:b"));
    }

    @Test
    void isOfItsWriterWithinAPeriod() {
        MessageId id = MessageId.of(NOW, "local");

        assertThat(id.isOf("local", NOW, NOW)).isTrue();
        assertThat(id.isOf("local", NOW.plusMillis(1), NOW.plusSeconds(1))).isFalse();
        assertThat(id.isOf("local", NOW.minusSeconds(1), NOW.minusMillis(1))).isFalse();
        assertThat(id.isOf("organiser:b", NOW, NOW)).isFalse();
        assertThat(new MessageId("20261399140000123000").isOf("local", Instant.MIN, Instant.MAX))
                .as("no moment")
                .isFalse();
    }

    @Test
    void parsesNothingElse() {
        assertThat(MessageId.parse("20261203140000123000")).isPresent();
        assertThat(MessageId.parse("2026120314000012300")).isEmpty();
        assertThat(MessageId.parse("2026120314000012300a")).isEmpty();
    }
}
