package nl.samenkomst.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenkomst.http.Content;
import nl.samenkomst.http.Request;
import nl.samenkomst.texts.Refusal;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String MULTIPART =
            "--x\r\nContent-Disposition: form-data; name=\"lang\"\r\n\r\nen\r\n--x--\r\n";
    private static final String SMILE = "\ud83d\ude00";

    @Test
    void countsBytesAsTheyAreSent() {
        String fits = "{\"a\":\"" + SMILE.repeat(510) + "\"}";
        String doesNot = "{\"a\":\"" + SMILE.repeat(511) + "\"}";

        assertThat(Body.json(request(JSON, fits), 2048)).isInstanceOf(Body.Read.class);
        assertThat(Body.json(request(JSON, doesNot), 2048)).isEqualTo(new Body.Refused<>(Refusal.BODY_TOO_LARGE));
    }

    @Test
    void acceptsLargestSignUp() {
        String person = "name=" + escaped(SMILE.repeat(200)) + "&organisation=" + escaped(SMILE.repeat(200)) + "&email="
                + escaped("'".repeat(64) + "@" + "a.".repeat(93) + "nl") + "&theme=" + "t".repeat(40)
                + ("&also=" + "s".repeat(64)).repeat(12) + "&lang=nl&switch=&leave-empty=";

        assertThat(Body.form(request(FORM, person), Body.MAX_SIGN_UP)).isInstanceOf(Body.Read.class);
    }

    @Test
    void acceptsLongestAddressAndReasonWithEscapes() {
        String address = "email=" + "%27".repeat(64) + "%40" + "%61".repeat(189) + "&lang=nl&switch=en";
        String reason = "{\"decision\": \"decline\", \"reason\": \"" + "\\ud83d\\ude00".repeat(300) + "\"}";

        assertThat(Body.form(request(FORM, address), Body.MAX_BUTTON)).isInstanceOf(Body.Read.class);
        assertThat(Body.json(request(JSON, reason), Body.MAX_REASON)).isInstanceOf(Body.Read.class);
    }

    @Test
    void readsBothTypesOfForm() {
        assertThat(Body.form(request(FORM, "lang=en"), 100)).isEqualTo(new Body.Read<>(Map.of("lang", "en")));
        assertThat(Body.form(request("multipart/form-data; boundary=x", MULTIPART), 100))
                .isEqualTo(new Body.Read<>(Map.of("lang", "en")));
        assertThat(Body.form(request("multipart/form-data; boundary=x", MULTIPART), 50))
                .isEqualTo(new Body.Refused<>(Refusal.BODY_TOO_LARGE));
        assertThat(Body.form(request("text/plain", "lang=en"), 100)).isEqualTo(new Body.Refused<>(Refusal.BODY_TYPE));
        assertThat(Body.json(request("multipart/form-data; boundary=x", MULTIPART), 100))
                .isEqualTo(new Body.Refused<>(Refusal.BODY_TYPE));
    }

    @Test
    void readsTheEncodingThatTheTypeTells() {
        assertThat(Body.form(request(FORM + "; charset=iso-8859-15", "name=%A4"), 100))
                .isEqualTo(new Body.Read<>(Map.of("name", "€")));
        assertThat(Body.form(request(FORM + ";charset=\"ISO-8859-15\"", "name=%A4"), 100))
                .isEqualTo(new Body.Read<>(Map.of("name", "€")));
        assertThat(Body.form(request(FORM, "name=%A4"), 100)).isEqualTo(new Body.Read<>(Map.of("name", "¤")));
    }

    @Test
    void readsSessionOnlyForLargeBodies() {
        AtomicInteger looks = new AtomicInteger();

        for (int bytes : new int[] {100, Body.MAX_SIGN_UP, Body.MAX + 1}) {
            assertThat(Body.maxOfSignUp(request(FORM, "a".repeat(bytes)), () -> looks.incrementAndGet() > 0))
                    .isEqualTo(Body.MAX_SIGN_UP);
        }
        assertThat(looks).hasValue(0);

        Request large = request(FORM, "a".repeat(Body.MAX_SIGN_UP + 1));
        assertThat(Body.maxOfSignUp(large, () -> looks.incrementAndGet() > 0)).isEqualTo(Body.MAX);
        assertThat(Body.maxOfSignUp(large, () -> false)).isEqualTo(Body.MAX_SIGN_UP);
        assertThat(looks).hasValue(1);
    }

    @Test
    void acceptsAnyButtonBodyWithinLimit() {
        assertThat(Body.ofButton(request("text/plain", "lang=%FF"))).isEqualTo(new Body.Read<>(Map.of("lang", "ÿ")));
        assertThat(Body.ofButton(request("multipart/form-data; boundary=x", MULTIPART)))
                .isEqualTo(new Body.Read<>(Map.of("lang", "en")));
        Request unreadable = new Request(
                "POST /", "POST", "/", Map.of(), Map.of(), "", Map.of(), Optional.empty(), Optional.empty());
        assertThat(Body.ofButton(unreadable)).isEqualTo(new Body.Read<>(Map.of()));
        assertThat(Body.ofButton(request(FORM, "lang=en"))).isEqualTo(new Body.Read<>(Map.of("lang", "en")));
        assertThat(Body.ofButton(request(FORM, "a".repeat(Body.MAX_BUTTON + 1))))
                .isEqualTo(new Body.Refused<>(Refusal.BODY_TOO_LARGE));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Request request(String type, String body) {
        return new Request(
                "POST /",
                "POST",
                "/",
                Map.of(),
                Map.of(),
                "",
                Map.of("content-type", type),
                Optional.of(Content.of(body)),
                Optional.empty());
    }
}
