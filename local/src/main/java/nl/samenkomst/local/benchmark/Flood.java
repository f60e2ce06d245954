package nl.samenkomst.local.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.Wiring;
import nl.samenkomst.local.benchmark.FloodedDesk.Result;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.managesessions.ManageSessionsHandler;
import nl.samenkomst.register.RegisterHandler;

/**
 * Measures what 30,000 made-up sign-ups do to a desk: how long people with a confirmed address wait for their letters
 * meanwhile, at several sending rates, and when all of it lapses a day later; what the organiser's list costs then; and
 * what the flood costs in dollars.
 */
public final class Flood {

    private static final Path TEMPLATE = Path.of("template.yaml");
    private static final String TABLE = "flood";
    private static final int SIGN_UPS = 30_000;
    private static final int PER_SECOND = 50;

    /** Letters a second at each of which a third of the flood comes in, within 200 s. */
    private static final List<Integer> RATES = List.of(1, 14, 100);

    /** Half a minute longer than the flood comes in. */
    private static final Duration COMING_IN = Duration.ofSeconds(230);

    /** Long enough for a run of the schedule. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(150);

    private static final int RATE_OF_LAPSES = 14;
    private static final Duration INTERVAL = Duration.ofSeconds(7);
    private static final int METERED_SIGN_UPS = 300;
    private static final Pattern NEXT = Pattern.compile("<[^?]+\\?([^>]+)>; rel=\"next\"");

    private final FloodedDesk desk;
    private final double gigabytes;

    private Flood(FloodedDesk desk, double gigabytes) {
        this.desk = desk;
        this.gigabytes = gigabytes;
    }

    /** Prints the figures in Markdown, and writes them to {@code docs/figures}; takes no arguments. */
    public static void main(String[] arguments) {
        Measurement.run(Flood::take);
    }

    private static void take() throws Exception {
        Template template = Template.read(TEMPLATE, Map.of());
        double gigabytes = template.memoryMegabytes() / 1024.0;
        Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (FloodedDesk desk =
                new FloodedDesk(template.table(TABLE), template.timeToLiveAttribute(), gigabytes, now)) {
            String figures = new Flood(desk, gigabytes).measure();
            System.out.println(figures);
            Files.writeString(
                    Files.createDirectories(Path.of("docs", "figures")).resolve("flood.md"), figures);
        }
    }

    private String measure() throws IOException {
        StringBuilder figures =
                new StringBuilder(String.format(Locale.ROOT, """
                        # A flood of made-up sign-ups

                        %,d sign-ups whose addresses nobody confirms, %d a second: two thirds for one session, the others for twenty
                        sessions of 20 places with a waiting list. Meanwhile the organiser adds somebody every %d seconds, whose address
                        is confirmed by that; the times are those from there until the mail service has the letter. There is one sender,
                        which the schedule and the table's stream invoke one after the other. Its pauses are not waited for: the clock is
                        moved. Everything else that it does takes its time on this machine, in the table of a DynamoDB Local beside it;
                        the mail service answers at once.

                        | letters a second, at most | | seconds | to the flood | to confirmed addresses | median | slowest | heap in use |
                        |--:|---|--:|--:|--:|--:|--:|--:|
                        """, SIGN_UPS, PER_SECOND, INTERVAL.toSeconds()));
        Map<Integer, Usage> letters = new LinkedHashMap<>();
        Usage changes = new Usage();
        for (int rate : RATES) {
            int comingIn = SIGN_UPS / RATES.size();
            desk.planFlood(comingIn, PER_SECOND);
            Result flood = desk.work(rate, COMING_IN, INTERVAL);
            Result backlog = desk.work(rate, AFTERWARDS, INTERVAL);
            figures.append(row(rate, "a third comes in", COMING_IN, flood));
            figures.append(row(rate, "afterwards", AFTERWARDS, backlog));
            Usage oneLetter = backlog.usage().times(1.0 / backlog.letters());
            letters.put(rate, oneLetter.times(SIGN_UPS));
            // What is left is the use of reading each change, and of the letters to others.
            changes = changes.plus(flood.usage().plus(oneLetter.times(-flood.letters())));
        }
        String list = list();
        desk.clock().moveTo(desk.clock().instant().plus(FloodedDesk.CONFIRM_WITHIN));
        Result lapsing = desk.work(RATE_OF_LAPSES, AFTERWARDS, INTERVAL);
        int lapsed = desk.lapsed();
        figures.append(row(RATE_OF_LAPSES, "a day later, all lapses", AFTERWARDS, lapsing));
        figures.append(String.format(Locale.ROOT, """

                        In these last %d seconds %,d sign-ups lapsed, and each place freed went to whoever was next in the same step.
                        """, AFTERWARDS.toSeconds(), lapsed));
        Usage lapses = lapsing.usage().times((double) SIGN_UPS / lapsed);
        figures.append(list).append(costs(signUps().plus(changes), letters, lapses));
        return figures.toString();
    }

    private static String row(int rate, String what, Duration duration, Result result) {
        if (result.unserved() > 0) {
            throw new IllegalStateException(result.unserved() + " letters to confirmed addresses did not leave");
        }
        List<Duration> waits = result.waits();
        return String.format(
                Locale.ROOT,
                "| %d | %s | %d | %,d | %d | %.1f s | %.1f s | %d to %d MB |%n",
                rate,
                what,
                duration.toSeconds(),
                result.letters() - waits.size(),
                waits.size(),
                seconds(waits.get(waits.size() / 2)),
                seconds(waits.getLast()),
                result.minHeap() >> 20,
                result.maxHeap() >> 20);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    /** Follows the links of the organiser's list of the large session. */
    private String list() throws IOException {
        ManageSessionsHandler handler = new ManageSessionsHandler(desk.wiring());
        Map<String, Object> event =
                JSON.std.mapFrom(Files.readString(Path.of("events", "manage-sessions", "registrations.json")));
        event.put("pathParameters", Map.of("id", FloodedDesk.LARGE.value()));
        int parts = 0;
        int largest = 0;
        long slowest = 0;
        Optional<String> query = Optional.of("");
        while (query.isPresent()) {
            event.put("rawQueryString", query.get());
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            long start = System.nanoTime();
            handler.handleRequest(
                    new ByteArrayInputStream(JSON.std.asBytes(event)),
                    answer,
                    Invocation.of("manage-sessions", Duration.ofSeconds(30)));
            slowest = Math.max(slowest, System.nanoTime() - start);
            largest = Math.max(largest, answer.size());
            parts++;
            query = next(answer.toByteArray());
        }
        return String.format(Locale.ROOT, """

                        The organiser's list of the session with %,d of them has %d parts, the largest of %.1f MB; the slowest took %.1f s.
                        """, desk.signUps() * 2 / 3, parts, largest / 1e6, slowest / 1e9);
    }

    private static Optional<String> next(byte[] answer) throws IOException {
        Map<String, Object> tree = JSON.std.mapFrom(answer);
        if (!Integer.valueOf(200).equals(tree.get("statusCode"))) {
            throw new IllegalStateException(String.valueOf(tree.get("body")));
        }
        String link = tree.get("headers") instanceof Map<?, ?> headers ? String.valueOf(headers.get("link")) : "";
        Matcher next = NEXT.matcher(link);
        return next.matches() ? Optional.of(next.group(1)) : Optional.empty();
    }

    private static String costs(Usage signUps, Map<Integer, Usage> letters, Usage lapses) {
        StringBuilder costs = new StringBuilder(String.format(Locale.ROOT, """

                        What it costs at list price, computed from what each letter and each lapse above has used, and %d sign-ups by the
                        form; in brackets, beyond what is always free:

                        | US$ for %,d | 1 letter a second | 14 a second | 100 a second |
                        |---|--:|--:|--:|
                        """, METERED_SIGN_UPS, SIGN_UPS));
        Collection<Usage> each = letters.values();
        line(costs, "sign-ups", each.stream().map(_ -> signUps));
        line(costs, "letters", each.stream());
        line(costs, "lapses", each.stream().map(_ -> lapses));
        line(costs, "**together, without lapse**", each.stream().map(signUps::plus));
        line(costs, "**together, with lapse**", each.stream().map(signUps::plus).map(lapses::plus));
        return costs.toString();
    }

    private static void line(StringBuilder costs, String what, Stream<Usage> usages) {
        costs.append("| ").append(what);
        usages.forEach(usage -> costs.append(
                String.format(Locale.ROOT, " | %.2f (%.2f)", usage.atListPrice(), usage.beyondTheAllowances())));
        costs.append(" |\n");
    }

    /** Returns what so many sign-ups by the form use, through the API, the function and the table; computed from some. */
    private Usage signUps() throws IOException {
        Usage usage = new Usage();
        Wiring wiring = desk.metered(new UsageMeter(usage));
        RegisterHandler handler = new RegisterHandler(wiring);
        Map<String, Object> event = JSON.std.mapFrom(Files.readString(Path.of("events", "register", "form.json")));
        event.put("pathParameters", Map.of("id", FloodedDesk.LARGE.value()));
        for (int i = 0; i < METERED_SIGN_UPS; i++) {
            String form =
                    "name=Jan+Jansen&email=metered%d%%40example.org&organisation=Gemeente+Ede&lang=nl&leave-empty="
                            .formatted(i);
            event.put("body", Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8)));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            long start = System.nanoTime();
            handler.handleRequest(
                    new ByteArrayInputStream(JSON.std.asBytes(event)),
                    answer,
                    Invocation.of("register", Duration.ofSeconds(30)));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (!Integer.valueOf(303)
                    .equals(JSON.std.mapFrom(answer.toByteArray()).get("statusCode"))) {
                throw new IllegalStateException("not signed up: " + answer.toString(StandardCharsets.UTF_8));
            }
            usage.add(Price.INVOCATIONS, 1);
            usage.add(Price.REQUESTS, 1);
            usage.add(Price.GIGABYTE_SECONDS, gigabytes * MeteredHandlers.billedMillis(took) / 1_000);
        }
        return usage.times((double) SIGN_UPS / METERED_SIGN_UPS);
    }
}
