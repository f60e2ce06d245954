package nl.samenkomst.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Pages in fewer bytes for who takes them so; an HTTP API compresses nothing itself. BREACH is no danger here: who can
 * make a browser ask for an own page has its link, which is all the secret there is, and the page repeats nothing of the
 * request that somebody else chose.
 */
final class Gzip {

    /** In characters; what is smaller goes in one packet anyhow. */
    private static final int WORTH_IT = 1_024;

    /** One of {@code Accept-Encoding} that may mean gzip, and its weight (RFC 9110 §12.5.3 and §8.4.1.3). */
    private static final Pattern CODING = Pattern.compile(
            "\\s*(gzip|x-gzip|\\*)\\s*(?:;\\s*q=([01](?:\\.\\d{0,3})?)\\s*)?", Pattern.CASE_INSENSITIVE);

    private Gzip() {}

    /** Pages only: feeds have a strong tag, which says that the bytes are the same, and the rest is small. */
    static boolean suits(Request request, Response answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html")
                && answer.body().length() > WORTH_IT
                && request.header("accept-encoding").filter(Gzip::isTaken).isPresent();
    }

    /** What is said of gzip goes before what is said of anything. */
    static boolean isTaken(String acceptEncoding) {
        boolean isAnythingTaken = false;
        for (String element : acceptEncoding.split(",", -1)) {
            Matcher coding = CODING.matcher(element);
            if (coding.matches()) {
                boolean isTaken = coding.group(2) == null || Double.parseDouble(coding.group(2)) > 0;
                if (!coding.group(1).equals("*")) {
                    return isTaken;
                }
                isAnythingTaken = isTaken;
            }
        }
        return isAnythingTaken;
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
