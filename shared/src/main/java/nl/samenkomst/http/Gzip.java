package nl.samenkomst.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Gzips HTML for clients that accept it, since HTTP APIs do not compress. BREACH (https://www.breachattack.com) guesses
 * a page's secrets from its compressed size, if the page repeats words that the attacker chose. An own page's only
 * secret is its link, which an attacker who can make a browser request the page has already. A page of the organiser's
 * has the secrets of participants, needs no more than a cookie, and repeats what {@code ?q=} searches for: so a page with
 * that parameter is compressed only if the browser says that a page of this site asked for it. Those have no scripts, so
 * they ask for what a person typed or chose, and not for one guess after the other. All else that such a page repeats was
 * typed into a form, and browsers send that cookie with no form of another site ({@link SetCookie#header}).
 */
final class Gzip {

    /** The query parameter whose value a page repeats. */
    private static final String SEARCH = "q";

    /** In characters; anything smaller fits in one packet anyway. */
    private static final int MIN_CHARACTERS = 1_024;

    /** An element of {@code Accept-Encoding} that may mean gzip, and its weight (RFC 9110 §12.5.3, §8.4.1.3). */
    private static final Pattern CODING = Pattern.compile(
            "\\s*(gzip|x-gzip|\\*)\\s*(?:;\\s*q=([01](?:\\.\\d{0,3})?)\\s*)?", Pattern.CASE_INSENSITIVE);

    private Gzip() {}

    /**
     * Returns whether to gzip: pages only, since a feed's strong ETag means identical bytes and the rest is small, and
     * no page that repeats what another site may have made the browser search for.
     */
    static boolean shouldCompress(Request request, Response answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html")
                && answer.body().length() > MIN_CHARACTERS
                && !mayBeGuess(request)
                && request.header("accept-encoding").filter(Gzip::isAccepted).isPresent();
    }

    private static boolean mayBeGuess(Request request) {
        return request.query(SEARCH).isPresent()
                && !SameOrigin.isOfOwnPage(request).orElse(false);
    }

    /** Returns whether the header accepts gzip; an element for gzip itself overrides {@code *}. */
    static boolean isAccepted(String acceptEncoding) {
        boolean acceptsAny = false;
        for (String element : acceptEncoding.split(",", -1)) {
            Matcher coding = CODING.matcher(element);
            if (coding.matches()) {
                boolean isTaken = coding.group(2) == null || Double.parseDouble(coding.group(2)) > 0;
                if (!coding.group(1).equals("*")) {
                    return isTaken;
                }
                acceptsAny = isTaken;
            }
        }
        return acceptsAny;
    }

    static byte[] of(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
