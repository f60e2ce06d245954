package nl.samenkomst.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import nl.samenkomst.HostileWords;
import nl.samenkomst.domain.ResponseSize;
import org.junit.jupiter.api.Test;

/** The weight of a text is the number of bytes that it adds to the response to Lambda. */
final class ResponseSizeTest {

    private static final String EVENT = "{\"routeKey\":\"GET /x\",\"rawPath\":\"/x\"}";

    @Test
    void countsBytesOfEveryCharacter() throws IOException {
        for (int c = 0; c < 0x10000; c++) {
            if (!Character.isSurrogate((char) c)) {
                String text = String.valueOf((char) c);
                assertThat(ResponseSize.of(text)).as("U+%04X", c).isEqualTo(added(text));
            }
        }
    }

    @Test
    void countsSurrogatePairs() throws IOException {
        for (int c = Character.MIN_SUPPLEMENTARY_CODE_POINT; c <= Character.MAX_CODE_POINT; c += 977) {
            String text = "a" + Character.toString(c) + "b";
            assertThat(ResponseSize.of(text)).as("U+%X", c).isEqualTo(added(text));
        }
    }

    @Test
    void countsBytesOfLongAndHostileTexts() throws IOException {
        Random random = new Random(1);
        for (String text : HostileWords.all().toList()) {
            assertThat(ResponseSize.of(text)).as(text).isEqualTo(added(text));
        }
        // Longer than Jackson's output buffers.
        for (int i = 0; i < 20; i++) {
            String text = random.ints(20_000, 0, 0x800)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(ResponseSize.of(text)).isEqualTo(added(text));
        }
    }

    @Test
    void countsEscapesOfNestedJsonTwice() throws IOException {
        String text = Json.write(Map.of("name", "\"\\\n\u0001é€😀"));

        assertThat(ResponseSize.of(text)).isEqualTo(added(text));
    }

    private static int added(String text) throws IOException {
        return answer(text).length - answer("").length;
    }

    private static byte[] answer(String body) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        HttpApi.answer(
                new ByteArrayInputStream(EVENT.getBytes(StandardCharsets.UTF_8)),
                answer,
                request -> Response.text(200, "text/plain", body),
                (request, trouble) -> {
                    throw trouble;
                });
        return answer.toByteArray();
    }
}
