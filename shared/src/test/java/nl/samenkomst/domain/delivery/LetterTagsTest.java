package nl.samenkomst.domain.delivery;

import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationKey;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUpForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LetterTagsTest {

    private static final String LONGEST = "a".repeat(SessionId.MAX_LENGTH);

    @Test
    void leadToTheRegistration() {
        LetterTags tags = about(1);

        assertThat(tags.toMap())
                .containsOnly(
                        Map.entry("kind", "confirmed"),
                        Map.entry("session", "s-0"),
                        Map.entry("sent", String.valueOf(NOW.toEpochMilli())),
                        Map.entry("registration", "_A-AAAAAAAAAAAAAAAAAAA"));
        assertThat(LetterTags.parse(tags.toMap())).contains(tags);
    }

    /** SES documents the characters and the length of a tag, and no number of them; ten is what its dashboards take. */
    @Test
    void leadToEveryRegistrationOfASeriesInFewTagsOfItsForm() {
        for (int number = 1; number <= 1 + SignUpForm.MAX_ALSO; number++) {
            LetterTags tags = about(number);

            assertThat(LetterTags.parse(tags.toMap())).contains(tags);
            assertThat(tags.toMap()).hasSizeLessThanOrEqualTo(10);
            assertThat(tags.toMap()).allSatisfy((name, value) -> {
                assertThat(name).matches("[A-Za-z0-9_-]+");
                assertThat(value).matches("[A-Za-z0-9_-]+").hasSizeLessThanOrEqualTo(LetterTags.MAX_LENGTH);
            });
        }
    }

    @Test
    void haveRoomForTheLongestIds() {
        SessionId longest = new SessionId(LONGEST);
        LetterTags tags =
                new LetterTags("confirmed", longest, NOW, List.of(key(longest, 0), key(longest, 1), key(longest, 2)));

        assertThat(LetterTags.parse(tags.toMap())).contains(tags);
        assertThat(tags.toMap().get("also-1")).hasSizeLessThanOrEqualTo(LetterTags.MAX_LENGTH);
    }

    @Test
    void tellALetterToAnOrganiser() {
        LetterTags tags = new LetterTags("review", new SessionId("s-0"), NOW, List.of());

        assertThat(tags.isToOrganiser()).isTrue();
        assertThat(about(1).isToOrganiser()).isFalse();
        assertThat(LetterTags.parse(tags.toMap())).contains(tags);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, ''",
        "session, ''",
        "session, S-0",
        "sent, ''",
        "sent, yesterday",
        "sent, 99999999999999999999",
        "registration, ''",
        "registration, too-short",
        "also-1, ''",
        "also-1, _A-AAAAAAAAAAAAAAAAAAA",
        "also-1, _A-AAAAAAAAAAAAAAAAAAA_s-1_",
        "also-1, _A-AAAAAAAAAAAAAAAAAAA_S-1",
        "also-1, _A-AAAAAAAAAAAAAAAAAAA_s--1",
        "also-1, _A-AAAAAAAAAAAAAAAAAA*_s-1"
    })
    void areNoneIfOneIsMalformed(String name, String value) {
        Map<String, String> tags = new HashMap<>(about(2).toMap());
        tags.put(name, value);

        assertThat(LetterTags.parse(tags)).isEmpty();
    }

    @Test
    void ofAnEarlierReleaseAreNone() {
        assertThat(LetterTags.parse(Map.of("kind", "confirmed", "session", "s-0")))
                .isEmpty();
        assertThat(LetterTags.parse(Map.of())).isEmpty();
    }

    private static LetterTags about(int number) {
        return new LetterTags(
                "confirmed",
                new SessionId("s-0"),
                NOW,
                IntStream.range(0, number)
                        .mapToObj(i -> key(new SessionId("s-" + i), i))
                        .toList());
    }

    /** Returns a key whose registration's id has both characters that separate ids elsewhere. */
    private static RegistrationKey key(SessionId session, int number) {
        char letter = (char) ('A' + number);
        return new RegistrationKey(session, new RegistrationId("_" + letter + "-" + "A".repeat(19)));
    }
}
