package nl.samenkomst.local.tests.kit;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a desk's letters, waiting at most 30 seconds: they leave a moment after what they are about. */
public record MailboxReader(URI desk) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern OWN_LINK = Pattern.compile("https?://\\S+/registrations/\\S+");

    /** A letter: its id in the mailbox, its HTML, and the link to the person's own page, empty if it has none. */
    public record Received(String id, String html, String ownLink) {

        /** Returns the letter as a data URL, shown by itself as in a mail program. */
        public String address() {
            return "data:text/html;charset=utf-8;base64,"
                    + Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Returns the newest letter of this kind to this person, or to anybody if {@code to} is empty. */
    public Received newest(String kind, String to) throws IOException, InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            for (Object letter : letters()) {
                if (letter instanceof Map<?, ?> fields && is(fields, kind, to)) {
                    return new Received(
                            String.valueOf(fields.get("id")),
                            String.valueOf(fields.get("html")),
                            ownLink(String.valueOf(fields.get("text"))));
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no letter '%s' to '%s': %s".formatted(kind, to, letters()));
    }

    /** Returns how many letters of this kind there are to this person. */
    public int count(String kind, String to) throws IOException, InterruptedException {
        return (int) letters().stream()
                .filter(letter -> letter instanceof Map<?, ?> fields && is(fields, kind, to))
                .count();
    }

    private static boolean is(Map<?, ?> letter, String kind, String to) {
        return kind.equals(letter.get("kind"))
                && String.valueOf(letter.get("to")).contains(to);
    }

    /** Waits until there are more letters of this kind to this person than {@code before}. */
    public void awaitMoreThan(int before, String kind, String to) throws IOException, InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (count(kind, to) <= before) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no new letter '%s' to '%s'".formatted(kind, to));
            }
            Thread.sleep(100);
        }
    }

    private List<Object> letters() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(desk + "/local/mailbox"))
                    .header("Accept", "application/json")
                    .build();
            return JSON.std.listFrom(
                    client.send(request, BodyHandlers.ofString()).body());
        }
    }

    private static String ownLink(String text) {
        Matcher link = OWN_LINK.matcher(text);
        return link.find() ? link.group() : "";
    }
}
