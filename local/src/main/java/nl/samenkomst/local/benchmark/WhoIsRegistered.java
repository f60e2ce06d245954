package nl.samenkomst.local.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.desk.Handlers;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.Template;

/**
 * Measures whether the time of a response tells what the desk knows of an address: pairs of the same request, one with an
 * address that is known in some way and one that is not. The area under the curve is the chance that a known one takes
 * longer than an unknown one: 0.5 tells nothing, 1 or 0 everything.
 */
public final class WhoIsRegistered {

    private static final Path TEMPLATE = Path.of("template.yaml");
    private static final Pattern OWN_PAGE = Pattern.compile("https?://\\S+/registrations/[\\w-]{43}");
    private static final int PAIRS = 300;
    private static final int WARM_UP = 400;
    private static final int OTHER_SESSIONS = 5;
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final String SESSION = "bijeenkomst";

    /** What the desk knows of an address. */
    private enum Known {
        CONFIRMED("confirmed, asked nothing for more than an hour"),
        JUST_ASKED("confirmed, asked for the link within the hour"),
        UNCONFIRMED("not confirmed"),
        CANCELLED("cancelled"),
        REFUSED("asked not to be written to"),
        TOO_MANY("had as many letters as it gets");

        private final String words;

        Known(String words) {
            this.words = words;
        }

        String address(int number) {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + number + "@example.org";
        }
    }

    private final Desk desk;
    private final HttpClient browser;
    private final Random random = new Random(1);
    private int strangers;

    private WhoIsRegistered(Desk desk, HttpClient browser) {
        this.desk = desk;
        this.browser = browser;
    }

    /** Prints the table in Markdown, and writes it to {@code docs/figures}; takes no arguments. */
    public static void main(String[] arguments) {
        Measurement.run(WhoIsRegistered::take);
    }

    private static void take() throws Exception {
        Template template = Template.read(TEMPLATE, Map.of());
        Desk.Options options = new Desk.Options(0, Optional.empty(), false, TEMPLATE);
        Handlers metered = new MeteredHandlers(template.memoryMegabytes());
        // Nothing runs by itself, but this function waits in real time as it does in Lambda.
        Handlers waiting = (function, local) -> metered.create(
                function, function.logicalId().equals("RegisterFunction") ? local.pausing(Sleeper.real()) : local);
        try (Desk desk = Desk.startPaused(options, waiting);
                HttpClient browser = HttpClient.newHttpClient()) {
            WhoIsRegistered measurement = new WhoIsRegistered(desk, browser);
            measurement.prepare();
            String report = measurement.report();
            System.out.println(report);
            Files.writeString(
                    Files.createDirectories(Path.of("docs", "figures")).resolve("who-is-registered.md"), report);
        }
    }

    private void prepare() throws IOException, InterruptedException {
        publish(SESSION);
        for (int other = 0; other < OTHER_SESSIONS; other++) {
            publish("andere-" + other);
        }
        for (Known known : Known.values()) {
            for (int number = 0; number < PAIRS; number++) {
                if (known != Known.TOO_MANY) {
                    signUp(SESSION, known.address(number));
                }
            }
        }
        desk.time().advance(STEP);
        Map<String, String> ownPages = ownPages();
        for (Known known : Known.values()) {
            for (int number = 0; number < PAIRS; number++) {
                String page = ownPages.getOrDefault(known.address(number), "");
                switch (known) {
                    case CONFIRMED, JUST_ASKED -> press(page, "confirmation", "lang=nl");
                    case CANCELLED -> press(page, "cancellation", "lang=nl");
                    case REFUSED -> press(page, "refusal", "lang=nl&no-mail=yes");
                    case UNCONFIRMED, TOO_MANY -> {}
                }
            }
        }
        desk.time().advance(Duration.ofHours(2));
        for (int number = 0; number < PAIRS; number++) {
            for (int other = 0; other < OTHER_SESSIONS; other++) {
                signUp("andere-" + other, Known.TOO_MANY.address(number));
            }
            askForLink(Known.JUST_ASKED.address(number));
        }
        desk.time().advance(STEP);
        for (int number = 0; number < WARM_UP; number++) {
            askForLink(stranger());
            signUp(SESSION, stranger());
        }
    }

    private String report() throws IOException, InterruptedException {
        StringBuilder report = new StringBuilder(String.format(Locale.ROOT, """
                # Who is registered

                %d pairs of requests each to a desk on this machine: the time of the response for an address that the desk
                knows, and for one that it does not. The area under the curve is the chance that the known one takes
                longer: 0.5 tells nothing, 1 or 0 everything. `mvn -q -Pwho-is-registered package`

                | request | what the desk knows | median, known | median, unknown | area under the curve |
                |---|---|--:|--:|--:|
                """, PAIRS));
        for (Known known : Known.values()) {
            report.append(row("own link", known, this::askForLink));
        }
        for (Known known : Known.values()) {
            report.append(row("sign-up", known, address -> signUp(SESSION, address)));
        }
        return report.toString();
    }

    private String row(String request, Known known, Request sent) throws IOException, InterruptedException {
        List<Long> ofKnown = new ArrayList<>();
        List<Long> ofUnknown = new ArrayList<>();
        for (int number = 0; number < PAIRS; number++) {
            boolean knownFirst = random.nextBoolean();
            if (knownFirst) {
                ofKnown.add(nanos(sent, known.address(number)));
            }
            ofUnknown.add(nanos(sent, stranger()));
            if (!knownFirst) {
                ofKnown.add(nanos(sent, known.address(number)));
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f ms | %.2f ms | %.2f |%n",
                request,
                known.words,
                median(ofKnown) / 1e6,
                median(ofUnknown) / 1e6,
                areaUnderCurve(ofKnown, ofUnknown));
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** Returns the share of all pairs in which the first takes longer; equal times count half. */
    static double areaUnderCurve(List<Long> first, List<Long> second) {
        double longer = 0;
        for (long one : first) {
            for (long other : second) {
                longer += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return longer / first.size() / second.size();
    }

    private static long nanos(Request sent, String address) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        sent.send(address);
        return System.nanoTime() - begin;
    }

    @FunctionalInterface
    private interface Request {
        void send(String address) throws IOException, InterruptedException;
    }

    private String stranger() {
        return "vreemde" + ++strangers + "@example.org";
    }

    private void askForLink(String address) throws IOException, InterruptedException {
        post("/sessions/" + SESSION + "/own-link", "lang=nl&email=" + encoded(address));
    }

    private void signUp(String session, String address) throws IOException, InterruptedException {
        post("/sessions/" + session + "/registrations", "lang=nl&name=Iemand+Anders&email=" + encoded(address));
    }

    private void press(String ownPage, String button, String fields) throws IOException, InterruptedException {
        post(ownPage + "/" + button, fields);
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private void post(String path, String fields) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(desk.address().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(answer + ": " + answer.body());
        }
    }

    private void publish(String session) throws IOException, InterruptedException {
        Instant start = desk.time().now().plus(60, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", "Bijeenkomst");
        document.put("organiser", "Gemeente Waterhoven");
        document.put("contact", "vragen@example.org");
        document.put("start", start.atOffset(ZoneOffset.UTC).toString());
        document.put(
                "end", start.plus(2, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC).toString());
        document.put("places", 100_000);
        send(HttpRequest.newBuilder(desk.address().resolve("/api/v1/organiser/sessions/" + session))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.std.asString(document))));
    }

    /** Returns the own page in the first letter to each address. */
    private Map<String, String> ownPages() {
        Map<String, String> pages = new HashMap<>();
        for (Letter letter : desk.letters()) {
            Matcher link = OWN_PAGE.matcher(letter.text());
            if (link.find()) {
                pages.put(letter.to(), link.group());
            }
        }
        return pages.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
