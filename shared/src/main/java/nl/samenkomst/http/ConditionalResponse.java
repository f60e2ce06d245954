package nl.samenkomst.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers conditional GET requests (RFC 9110 §13) with an ETag that is a hash of the body, so that it changes exactly
 * when the body does.
 */
public final class ConditionalResponse {

    /** The date format of RFC 9110 §5.6.7, with names of our own: loading Java's locale data slows a cold start. */
    private static final DateTimeFormatter HTTP_DATE = new DateTimeFormatterBuilder()
            .appendText(ChronoField.DAY_OF_WEEK, names("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
            .appendLiteral(", ")
            .appendValue(ChronoField.DAY_OF_MONTH, 2)
            .appendLiteral(' ')
            .appendText(
                    ChronoField.MONTH_OF_YEAR,
                    names("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
            .appendLiteral(' ')
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    /** The headers that a 304 response keeps (RFC 9110 §15.4.5). */
    private static final Set<String> KEPT_BY_304 = Set.of("etag", "last-modified", "cache-control", "vary", "link");

    private ConditionalResponse() {}

    /**
     * Returns the response with its ETag and date, or 304 without content if the request has that version already.
     *
     * @param changedAt when the content last changed; compared in whole seconds
     */
    public static Response answer(Request request, Response whole, Instant changedAt) {
        Instant second = changedAt.truncatedTo(ChronoUnit.SECONDS);
        Response tagged = whole.with("etag", tag(whole.body())).with("last-modified", HTTP_DATE.format(second));
        return isKnown(request, tagged.headers().getOrDefault("etag", ""), second) ? notChanged(tagged) : tagged;
    }

    /** Ignores the date if there are tags, which are more precise (RFC 9110 §13.1.3). */
    private static boolean isKnown(Request request, String tag, Instant changedAt) {
        Optional<String> tags = request.header("if-none-match");
        if (tags.isPresent()) {
            return Arrays.stream(tags.get().split(",", -1))
                    .map(String::strip)
                    .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                    .anyMatch(known -> known.equals(tag) || known.equals("*"));
        }
        return request.header("if-modified-since")
                .flatMap(ConditionalResponse::date)
                .filter(known -> !changedAt.isAfter(known))
                .isPresent();
    }

    private static Response notChanged(Response tagged) {
        Map<String, String> headers = new LinkedHashMap<>(tagged.headers());
        headers.keySet().retainAll(KEPT_BY_304);
        return new Response(304, headers, "");
    }

    /** Returns the date; empty if it is invalid and so must be ignored (RFC 9110 §13.1.3). */
    private static Optional<Instant> date(String written) {
        try {
            return Optional.of(ZonedDateTime.parse(written, HTTP_DATE).toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static String tag(String body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 18)) + '"';
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Map<Long, String> names(String... names) {
        Map<Long, String> byNumber = new LinkedHashMap<>();
        for (String name : names) {
            byNumber.put(byNumber.size() + 1L, name);
        }
        return byNumber;
    }
}
