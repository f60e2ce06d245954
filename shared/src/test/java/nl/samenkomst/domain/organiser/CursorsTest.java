package nl.samenkomst.domain.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.samenkomst.domain.registration.RegistrationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorsTest {

    private static final RegistrationId ID = new RegistrationId("abcdefghijklmnopqrs-_A");

    @Test
    void parsesWhatItWrote() {
        for (String at : new String[] {"2026-12-03T14:00:00Z", "2026-12-03T14:00:00.007Z"}) {
            RegistrationCursor cursor = new RegistrationCursor(Instant.parse(at), ID);

            assertThat(RegistrationCursor.parse(cursor.written())).contains(cursor);
        }
    }

    @Test
    void isSafeInQueryString() {
        String written = new RegistrationCursor(Instant.parse("2026-12-03T14:00:00.007Z"), ID).written();

        assertThat(URLEncoder.encode(written, StandardCharsets.UTF_8)
                        .replace("%3A", ":")
                        .replace("%7E", "~"))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "~",
                "2026-12-03T14:00:00Z",
                "2026-12-03T14:00:00Z~",
                "2026-13-03T14:00:00Z~abcdefghijklmnopqrs-_A",
                "2026-12-03T14:00:00Z~abcdefghijklmnopqrs-_B",
                "2026-12-03T14:00:00Z~noor@example.org",
                "2026-12-03T14:00:00Z~abcdefghijklmnopqrs-_A\n"
            })
    void refusesOtherText(String written) {
        assertThat(RegistrationCursor.parse(written)).isEmpty();
    }
}
