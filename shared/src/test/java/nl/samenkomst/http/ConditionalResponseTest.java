package nl.samenkomst.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConditionalResponseTest {

    private static final Instant CHANGED = Instant.parse("2026-11-02T09:00:00.500Z");
    private static final Response WHOLE =
            Response.text(200, "application/atom+xml", "<feed/>").with("vary", "accept-language");

    @Test
    void addsTagOfContentAndDate() {
        Response answer = answer(Map.of(), WHOLE);
        Response other = answer(Map.of(), Response.text(200, "application/atom+xml", "<feed />"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<feed/>");
        assertThat(answer.headers().get("etag")).matches("\"[A-Za-z0-9_-]{24}\"");
        assertThat(answer.headers()).containsEntry("last-modified", "Mon, 02 Nov 2026 09:00:00 GMT");
        assertThat(other.headers().get("etag")).isNotEqualTo(answer.headers().get("etag"));
    }

    @Test
    void answers304ToMatchingTag() {
        String tag = String.valueOf(answer(Map.of(), WHOLE).headers().get("etag"));

        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            Response answer = answer(Map.of("if-none-match", known), WHOLE);
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers()).containsOnlyKeys("etag", "last-modified", "cache-control", "vary");
        }
        for (String known : List.of("", "\"other\"", tag.replace("\"", ""), "W/")) {
            assertThat(answer(Map.of("if-none-match", known), WHOLE).status())
                    .as(known)
                    .isEqualTo(200);
        }
    }

    @Test
    void comparesDatesBySecondOnlyWithoutTag() {
        assertThat(since("Mon, 02 Nov 2026 09:00:00 GMT").status()).isEqualTo(304);
        assertThat(since("Tue, 03 Nov 2026 09:00:00 GMT").status()).isEqualTo(304);
        assertThat(since("Mon, 02 Nov 2026 08:59:59 GMT").status()).isEqualTo(200);
        for (String none : List.of("", "yesterday", "Fri, 02 Nov 2026 09:00:00 GMT", "2026-11-02T09:00:00Z")) {
            assertThat(since(none).status()).as(none).isEqualTo(200);
        }
        assertThat(answer(
                                Map.of(
                                        "if-none-match",
                                        "\"other\"",
                                        "if-modified-since",
                                        "Tue, 03 Nov 2026 09:00:00 GMT"),
                                WHOLE)
                        .status())
                .isEqualTo(200);
    }

    private static Response since(String date) {
        return answer(Map.of("if-modified-since", date), WHOLE);
    }

    private static Response answer(Map<String, String> headers, Response whole) {
        Request request = new Request(
                "GET /sessions.atom",
                "GET",
                "/sessions.atom",
                Map.of(),
                Map.of(),
                "",
                headers,
                Optional.empty(),
                Optional.empty());
        return ConditionalResponse.answer(request, whole, CHANGED);
    }
}
