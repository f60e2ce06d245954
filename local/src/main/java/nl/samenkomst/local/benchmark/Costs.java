package nl.samenkomst.local.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.Template;

/**
 * Computes what sign-ups cost, and what a month without visitors costs: a thousand people go through everything, from
 * the agenda to the last reminder, at a desk that meters what it uses.
 */
public final class Costs {

    private static final Path TEMPLATE = Path.of("template.yaml");
    private static final String SENDER_FUNCTION = "SendRemindersFunction";
    private static final Pattern OWN_PAGE = Pattern.compile("https?://\\S+/registrations/[\\w-]{43}");

    private static final int SESSIONS = 25;
    private static final int PEOPLE_EACH = 40;
    private static final int PLACES = 36;
    private static final int CANCEL_EACH = 4;
    private static final int LIST_VIEWS = 10;
    private static final int IDLE_RUNS = 500;
    private static final Duration SIGN_UP_INTERVAL = Duration.ofMinutes(5);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Desk desk;
    private final HttpClient browser;
    private int people;

    private Costs(Desk desk, HttpClient browser) {
        this.desk = desk;
        this.browser = browser;
    }

    /** Prints the bills in Markdown, and writes them to {@code docs/figures}; takes no arguments. */
    public static void main(String[] arguments) {
        Measurement.run(Costs::take);
    }

    private static void take() throws Exception {
        // Warms up.
        measure(2);
        String bills = measure(SESSIONS);
        System.out.println(bills);
        Files.writeString(Files.createDirectories(Path.of("docs", "figures")).resolve("costs.md"), bills);
    }

    private static String measure(int sessions) throws IOException, InterruptedException {
        Template template = Template.read(TEMPLATE, Map.of());
        MeteredHandlers meters = new MeteredHandlers(template.memoryMegabytes());
        Desk.Options options = new Desk.Options(0, Optional.empty(), false, TEMPLATE);
        try (Desk desk = Desk.startPaused(options, meters);
                HttpClient browser = HttpClient.newHttpClient()) {
            Costs costs = new Costs(desk, browser);
            costs.play(sessions);
            Map<String, Usage> byFunction = meters.byFunction();
            Usage idle = costs.idleMonth(template, meters);
            return costs.report(byFunction, idle, meters.refusedWrites());
        }
    }

    /** Plays all sessions, which start from 30 days ahead, one a day. */
    private void play(int sessions) throws IOException, InterruptedException {
        Instant firstStart = desk.time().now().plus(MONTH).truncatedTo(ChronoUnit.HOURS);
        for (int i = 0; i < sessions; i++) {
            String session = "/sessions/session-" + (i + 1);
            publish(session, firstStart.plus(i, ChronoUnit.DAYS));
            List<String> ownPages = new ArrayList<>();
            for (int person = 0; person < PEOPLE_EACH; person++) {
                ownPages.add(signUp(session));
            }
            for (String ownPage : ownPages.subList(0, CANCEL_EACH)) {
                cancel(ownPage);
            }
            for (int look = 0; look < LIST_VIEWS; look++) {
                open("/api/v1/organiser" + session + "/registrations");
            }
        }
        desk.time().travelTo(firstStart.plus(sessions, ChronoUnit.DAYS));
    }

    private void publish(String session, Instant start) throws IOException, InterruptedException {
        Map<String, Object> document = new LinkedHashMap<>();
        try (InputStream written = Costs.class.getResourceAsStream("/demo/eenzaamheid-onder-jongeren.json")) {
            document.putAll(JSON.std.mapFrom(Objects.requireNonNull(written)));
        }
        document.put("start", start.atOffset(ZoneOffset.UTC).toString());
        document.put(
                "end", start.plus(2, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC).toString());
        document.put("places", PLACES);
        document.put("admission", "open");
        document.remove("admitDomains");
        document.remove("reviewHoldsPlace");
        document.remove("programme");
        send(to("/api/v1/organiser" + session)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.std.asString(document))));
    }

    /** Finds a session, registers, and opens the link in the letter twice; returns that link. */
    private String signUp(String session) throws IOException, InterruptedException {
        String name = "persoon" + ++people;
        open("/sessions");
        open(session);
        sendForm(
                session + "/registrations",
                "name=%1$s+van+Waterhoven&email=%1$s%%40example.org&organisation=Gemeente+Waterhoven&lang=nl&leave-empty="
                        .formatted(name));
        desk.time().advance(SIGN_UP_INTERVAL);
        Letter letter = desk.letters().getFirst();
        Matcher link = OWN_PAGE.matcher(letter.text());
        if (!letter.to().startsWith(name + "@") || !link.find()) {
            throw new IllegalStateException(name + " was not written to");
        }
        open(link.group());
        sendForm(link.group() + "/confirmation", "lang=nl");
        return link.group();
    }

    private void cancel(String ownPage) throws IOException, InterruptedException {
        open(ownPage);
        sendForm(ownPage + "/cancellation", "lang=nl");
        desk.time().advance(SIGN_UP_INTERVAL);
    }

    /** Posts a form and follows the redirect. */
    private void sendForm(String path, String fields) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
        open(answer.headers().firstValue("location").orElseThrow());
    }

    private void open(String path) throws IOException, InterruptedException {
        send(to(path).GET());
    }

    /** Prepares a request that accepts compression, as browsers do, so that the time for compressing is billed. */
    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(desk.address().resolve(path)).header("Accept-Encoding", "gzip, deflate, br");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(answer + ": " + answer.body());
        }
        return answer;
    }

    /**
     * Returns the usage of a 30-day month in which nothing is due: the schedule's, extrapolated from a number of runs,
     * plus everything that is billed by the month.
     */
    private Usage idleMonth(Template template, MeteredHandlers meters) throws IOException {
        Usage before = sum(meters.byFunction());
        Duration rate = template.rateOf(SENDER_FUNCTION);
        for (int run = 0; run < IDLE_RUNS; run++) {
            desk.time().travelTo(desk.time().now().plus(rate));
        }
        Usage measured = sum(meters.byFunction()).plus(before.times(-1));
        double runs = MONTH.dividedBy(rate);
        Usage month = measured.times(runs / measured.of(Price.INVOCATIONS));
        month.add(Price.SCHEDULE_RUNS, runs);
        month.add(Price.ALARMS, template.count("AWS::CloudWatch::Alarm"));
        month.add(Price.METRICS, template.metrics());
        month.add(Price.GIGABYTES_STORED, desk.tableBytes() / Price.GIGABYTE);
        month.add(Price.GIGABYTES_RESTORABLE, desk.tableBytes() / Price.GIGABYTE);
        return month;
    }

    private static Usage sum(Map<String, Usage> byFunction) {
        return byFunction.values().stream().reduce(new Usage(), Usage::plus);
    }

    private String report(Map<String, Usage> byFunction, Usage idle, int refusedWrites) {
        Usage signUps = sum(byFunction);
        return String.format(Locale.ROOT, """
                        # What it costs

                        %,d people sign up, %d for each session of %d places; %d of each cancel, and as many move up
                        from the waiting list. Everybody looks once at the agenda and at the session, twice at their own
                        page, and gets every letter until the last reminder; the organiser looks %d times at each list of
                        people. DynamoDB Local says what that consumes, corrected where DynamoDB counts differently; this
                        machine's time stands in for Lambda's and SES's. Prices are those of eu-west-1 (Ireland) on arm64,
                        in US dollars without tax, as AWS published them on the date beside them. SES and the Scheduler
                        are priced as in us-east-1.

                        """, people, PEOPLE_EACH, PLACES, CANCEL_EACH, LIST_VIEWS)
                + signUps.toMarkdown(String.format(Locale.ROOT, "%,d sign-ups", people))
                + "\n"
                + idle.toMarkdown("a month in which nobody comes")
                + String.format(Locale.ROOT, """

                        The schedule runs all month, and the table still holds the %,d. The metrics are counted as if something
                        was wrong in every hour; in an hour in which nothing is, they cost nothing. What is always free is the
                        account's: other things that run in it use it too.

                        | for one sign-up | invocations | ms billed each | read units | write units | letters |
                        |---|--:|--:|--:|--:|--:|
                        """, people)
                + byFunction.entrySet().stream()
                        .map(function -> perSignUp(function.getKey(), function.getValue()))
                        .collect(Collectors.joining())
                + perSignUp("**together**", signUps)
                + String.format(Locale.ROOT, """

                        The sender waits a second between two letters, as the template has it by default, and Lambda bills that wait.
                        Not in here: %d writes that their condition forbade, which DynamoDB charges and does not report; the moment
                        that an instance takes to wake from its snapshot; the stream's records of people whose data is deleted.
                        """, refusedWrites);
    }

    private String perSignUp(String name, Usage usage) {
        double invocations = usage.of(Price.INVOCATIONS);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.0f | %.1f | %.1f | %.2f |%n",
                name,
                invocations / people,
                usage.of(Price.GIGABYTE_SECONDS) * 1_000 / invocations,
                usage.of(Price.READ_UNITS) / people,
                usage.of(Price.WRITE_UNITS) / people,
                usage.of(Price.LETTERS) / people);
    }
}
