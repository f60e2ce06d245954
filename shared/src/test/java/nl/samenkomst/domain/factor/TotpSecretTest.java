package nl.samenkomst.domain.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {

    /** RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void hasTheCodesOfTheStandard(long seconds, String code) {
        byte[] key = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

        assertThat(TotpSecret.code(key, TotpSecret.stepOf(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    /** RFC 4648, section 10. */
    @Test
    void isWrittenInBase32() {
        byte[] fooba = "fooba".getBytes(StandardCharsets.US_ASCII);

        assertThat(Base32.encode(fooba)).isEqualTo("MZXW6YTB");
        assertThat(Base32.decode("MZXW6YTB")).isEqualTo(fooba);
        byte[] random = new byte[TotpSecret.BYTES];
        new Random(7).nextBytes(random);
        assertThat(Base32.decode(Base32.encode(random))).isEqualTo(random);
    }

    @Test
    void isReadAloudInGroupsOfFour() {
        assertThat(TotpSecret.generate(new Random(1)).inGroups()).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
    }
}
