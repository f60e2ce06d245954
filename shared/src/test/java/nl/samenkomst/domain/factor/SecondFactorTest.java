package nl.samenkomst.domain.factor;

import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.TokenHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondFactorTest {

    private static final TotpSecret SECRET = TotpSecret.generate(new Random(1));
    private static final List<RecoveryCode> CODES = RecoveryCode.generate(new Random(2));
    private static final TokenHash BROWSER = TokenHash.of("a browser");
    private static final TokenHash OTHER = TokenHash.of("another browser");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    private final SecondFactor enrolled = enrol(code(NOW)).orElseThrow();

    @Test
    void isEnrolledByItsFirstCodeOnly() {
        assertThat(enrol("000000".equals(code(NOW)) ? "000001" : "000000")).isEmpty();
        assertThat(enrolled.isOf(NOOR.signedInWithNewFactor(NOW))).isTrue();
        assertThat(enrolled.isOf(NOOR)).as("an earlier enrolment").isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, 0, 30})
    void takesACodeOfTheStepBeforeAndAfter(long seconds) {
        FactorCheck check = enrolled.check(code(LATER.plusSeconds(seconds)), BROWSER, LATER);

        assertThat(check).isInstanceOf(FactorCheck.Right.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, 60})
    void takesNoCodeFurtherAway(long seconds) {
        assertThat(enrolled.check(code(LATER.plusSeconds(seconds)), BROWSER, LATER))
                .isInstanceOf(FactorCheck.Wrong.class);
    }

    @Test
    void forgivesSpaces() {
        String code = code(LATER);

        assertThat(enrolled.check(" " + code.substring(0, 3) + "\u00A0" + code.substring(3), BROWSER, LATER))
                .isInstanceOf(FactorCheck.Right.class);
    }

    @Test
    void takesACodeOnce() {
        SecondFactor used = enrolled.check(code(LATER), BROWSER, LATER).after();

        assertThat(used.check(code(LATER), OTHER, LATER)).isInstanceOf(FactorCheck.Wrong.class);
        assertThat(used.check(code(LATER.minusSeconds(30)), BROWSER, LATER))
                .as("an earlier one")
                .isInstanceOf(FactorCheck.Wrong.class);
        assertThat(used.check(code(LATER.plusSeconds(30)), BROWSER, LATER))
                .as("the next one")
                .isInstanceOf(FactorCheck.Right.class);
    }

    @Test
    void takesADoublePressAsOne() {
        SecondFactor used = enrolled.check(code(LATER), BROWSER, LATER).after();

        assertThat(used.check(code(LATER), BROWSER, LATER.plusSeconds(9))).isInstanceOf(FactorCheck.Repeated.class);
        assertThat(used.check(code(LATER), BROWSER, LATER.plusSeconds(10))).isInstanceOf(FactorCheck.Wrong.class);
    }

    @Test
    void takesEachRecoveryCodeOnceInAnySpelling() {
        String typed = CODES.get(3).inGroups().toLowerCase(Locale.ROOT).replace(' ', '-');
        FactorCheck check = enrolled.check(typed, BROWSER, LATER);

        assertThat(check)
                .isInstanceOfSatisfying(
                        FactorCheck.Right.class,
                        right -> assertThat(right.isRecoveryCode()).isTrue());
        assertThat(check.after().recovery()).hasSize(9);
        assertThat(check.after().check(typed, OTHER, LATER)).isInstanceOf(FactorCheck.Wrong.class);
        assertThat(check.after().check(CODES.get(4).value(), OTHER, LATER)).isInstanceOf(FactorCheck.Right.class);
    }

    @Test
    void refusesTheRightCodeAfterTwentyWrongOnesInAnHour() {
        SecondFactor tried = enrolled;
        for (int i = 0; i < 20; i++) {
            assertThat(tried.check("wrong", BROWSER, LATER)).isInstanceOf(FactorCheck.Wrong.class);
            tried = tried.check("wrong", BROWSER, LATER).after();
        }

        assertThat(tried.check(code(LATER), BROWSER, LATER)).isInstanceOf(FactorCheck.Wrong.class);
        Instant anHourLater = LATER.plus(Duration.ofHours(1));
        assertThat(tried.check(code(anHourLater), BROWSER, anHourLater)).isInstanceOf(FactorCheck.Right.class);
    }

    @Test
    void isNotInALog() {
        assertThat(enrolled + " " + SECRET + " " + CODES)
                .doesNotContain(SECRET.value())
                .doesNotContain(CODES.getFirst().value());
    }

    private static Optional<SecondFactor> enrol(String code) {
        return SecondFactor.enrol(NOOR.id(), SECRET, code, BROWSER, CODES, Version.NONE, NOW);
    }

    private static String code(Instant moment) {
        return SECRET.code(TotpSecret.stepOf(moment));
    }
}
