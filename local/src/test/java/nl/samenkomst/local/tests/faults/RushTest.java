package nl.samenkomst.local.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many people at once, through the handlers, while a fifth of all calls to the table fail. A failing seed is in the
 * name of its test; {@code mvn verify -pl local -am -Dtest=RushTest -Dseeds=42} replays it, and {@code -Dseeds=1-500}
 * runs many.
 */
class RushTest {

    static LongStream seeds() {
        long[] range = Arrays.stream(System.getProperty("seeds", "1").split("-", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        return LongStream.rangeClosed(range[0], range[range.length - 1]);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void confirmsExactlyTwentyOfSixtyFour(long seed) throws Exception {
        try (SignUpRush rush = new SignUpRush(seed, 20)) {
            rush.signUpAll(64);

            assertThat(rush.failures()).isEmpty();
            assertThat(rush.answers("place")).isEqualTo(20);
            assertThat(rush.answers("waiting-list")).isEqualTo(44);
            assertThat(rush.invalid()).isEmpty();
            assertThat(rush.places()).isEqualTo("20 taken, 44 waiting, 0 cancelled");
            rush.sendLetters();
            assertThat(rush.wrongLetters()).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void promotesWhilePeopleSignUpAndCancel(long seed) throws Exception {
        try (SignUpRush rush = new SignUpRush(seed, 20)) {
            rush.signUpAll(40);
            rush.peopleSignUpAndCancelAtOnce(24, 15);

            assertThat(rush.failures()).isEmpty();
            assertThat(rush.invalid()).isEmpty();
            assertThat(rush.places()).isEqualTo("20 taken, 29 waiting, 15 cancelled");
            rush.sendLetters();
            assertThat(rush.wrongLetters()).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void concurrentRepeatsAreOneRegistration(long seed) throws Exception {
        try (SignUpRush rush = new SignUpRush(seed, 5)) {
            rush.signUpRepeatedly(8);

            assertThat(rush.failures()).isEmpty();
            assertThat(rush.answers("place")).isEqualTo(8);
            assertThat(rush.places()).isEqualTo("1 taken, 0 waiting, 0 cancelled");
            rush.sendLetters();
            assertThat(rush.wrongLetters()).isEmpty();
        }
    }
}
