package nl.samenkomst.local.tests.kit;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a desk's letters, waiting at most 30 seconds: they leave a moment after what they are about. */
public record MailboxReader(URI desk) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
        Map<?, ?> letter = moreThan(0, kind, to).getFirst();
        return new Received(
                String.valueOf(letter.get("id")),
                String.valueOf(letter.get("html")),
                ownLink(String.valueOf(letter.get("text"))));
    }

    /** Returns how many letters of this kind there are to this person. */
    public int count(String kind, String to) throws IOException, InterruptedException {
        return letters(kind, to).size();
    }

    /** Waits until there are more letters of this kind to this person than {@code before}. */
    public void awaitMoreThan(int before, String kind, String to) throws IOException, InterruptedException {
        moreThan(before, kind, to);
    }

    private List<Map<?, ?>> moreThan(int number, String kind, String to) throws IOException, InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        List<Map<?, ?>> found = letters(kind, to);
        while (found.size() <= number) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no letter '%s' to '%s' but %s".formatted(kind, to, found));
            }
            Thread.sleep(100);
            found = letters(kind, to);
        }
        return found;
    }

    /** Returns the letters of this kind to this person, the newest first. */
    private List<Map<?, ?>> letters(String kind, String to) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(desk + "/local/mailbox"))
                .header("Accept", "application/json")
                .build();
        List<Map<?, ?>> letters = new ArrayList<>();
        for (Object each :
                JSON.std.listFrom(CLIENT.send(request, BodyHandlers.ofString()).body())) {
            if (each instanceof Map<?, ?> letter
                    && kind.equals(letter.get("kind"))
                    && String.valueOf(letter.get("to")).contains(to)) {
                letters.add(letter);
            }
        }
        return letters;
    }

    private static String ownLink(String text) {
        Matcher link = OWN_LINK.matcher(text);
        return link.find() ? link.group() : "";
    }
}
