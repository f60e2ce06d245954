package nl.samenkomst.local.desk;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.DynamoDbWorkQueue;
import nl.samenkomst.dynamodb.TableCheck;

/** Runs everything that the template deploys, on loopback in this process, until it is closed. */
public final class Desk implements AutoCloseable {

    private static final String SENDER_FUNCTION = "SendRemindersFunction";
    private static final String MAIL_EVENTS_FUNCTION = "NoteDeliveryFunction";
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final URI address;
    private final LocalDynamoDb table;
    private final TimeTravel time;
    private final Mailbox mailbox;
    private final Deque<AutoCloseable> parts;

    private Desk(URI address, LocalDynamoDb table, TimeTravel time, Mailbox mailbox, Deque<AutoCloseable> parts) {
        this.address = address;
        this.table = table;
        this.time = time;
        this.mailbox = mailbox;
        this.parts = parts;
    }

    /**
     * The options to start a desk with.
     *
     * @param port 0 for any free port
     * @param data folder that keeps all data between runs; if empty, nothing is kept
     * @param demo whether a desk that starts without data gets sessions to try it with
     * @param template the file that declares what is deployed
     * @param houseStyle name of the house style; if empty, the template's default
     * @param provider the OpenID provider with whose accounts organisers sign in; if empty, they sign in by mail
     */
    public record Options(
            int port,
            Optional<Path> data,
            boolean demo,
            Path template,
            Optional<String> houseStyle,
            Optional<OwnProvider> provider) {

        public Options(int port, Optional<Path> data, boolean demo, Path template) {
            this(port, data, demo, template, Optional.empty(), Optional.empty());
        }
    }

    /** Starts a desk; returns once it answers requests and the demo sessions exist. */
    public static Desk start(Options options) throws IOException, InterruptedException {
        return start(options, Handlers.named());
    }

    public static Desk start(Options options, Handlers handlers) throws IOException, InterruptedException {
        return start(options, handlers, false);
    }

    /**
     * Starts a desk where nothing runs by itself: stream and schedule only run on request, and pauses move the clock
     * instead of waiting. It sends at most as many letters per second as the template allows.
     */
    public static Desk startPaused(Options options, Handlers handlers) throws IOException, InterruptedException {
        return start(options, handlers, true);
    }

    private static Desk start(Options options, Handlers handlers, boolean isPaused)
            throws IOException, InterruptedException {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
            parts.push(() -> server.stop(0));
            URI address = URI.create("http://localhost:" + server.getAddress().getPort());
            Map<String, String> names = new LinkedHashMap<>();
            names.put("Table", "samenkomst");
            names.put("BaseUrl", address.toString());
            names.put("OrganiserUrl", address.toString());
            names.put("SenderAddress", "aanmelden@example.org");
            names.put("LetterTracking", "letters");
            names.put("FirstOrganiser", "organisator@example.org");
            names.put("SecondFactor", "none");
            if (!isPaused) {
                names.put("LettersPerSecond", "1000");
            }
            options.houseStyle().ifPresent(style -> names.put("HouseStyle", style));
            options.provider().ifPresent(provider -> names.putAll(provider.parameters()));
            Map<String, String> secrets =
                    options.provider().map(OwnProvider::secrets).orElse(Map.of());
            Template template = Template.read(options.template(), names);
            MovableClock clock = new MovableClock(Clock.systemUTC());
            Sleeper pause = isPaused ? clock::advance : Sleeper.real();

            LocalDynamoDb table = LocalDynamoDb.start(
                    template.table("samenkomst"),
                    template.timeToLiveAttribute(),
                    options.data().map(folder -> folder.resolve("table")));
            parts.push(table);
            // A kept folder may hold a table made from an older template.
            TableCheck.check(table.client(), "samenkomst");
            Mailbox mailbox = new Mailbox(clock, options.data().map(folder -> folder.resolve("mailbox")));
            MailEvents mailEvents = new MailEvents();
            MailEndpoint mail = MailEndpoint.start(mailbox, mailEvents::add);
            parts.push(mail);

            TemplateFunction sender = template.functions().stream()
                    .filter(function -> function.logicalId().equals(SENDER_FUNCTION))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the template has no " + SENDER_FUNCTION));
            Wiring wiring = new LocalEnvironment(
                            sender.environment(), clock, pause, table::client, mail::client, Map.of())
                    .wiring();
            LocalHtml html = LocalHtml.of(sender.environment());

            Map<Route, LambdaFunction> byRoute = new LinkedHashMap<>();
            Map<String, LambdaFunction> byId = new LinkedHashMap<>();
            for (TemplateFunction described : template.functions()) {
                LocalEnvironment local = new LocalEnvironment(
                        described.environment(), clock, pause, table::client, mail::client, secrets);
                LambdaFunction function = new LambdaFunction(
                        described.logicalId(), described.timeout(), () -> handlers.create(described, local));
                described.routes().forEach(route -> byRoute.put(route, function));
                byId.put(described.logicalId(), function);
            }
            LambdaFunction sendsLetters = Objects.requireNonNull(byId.get(SENDER_FUNCTION));

            List<StreamPump> streams = new ArrayList<>();
            for (Map.Entry<String, StreamSource> described : template.streams().entrySet()) {
                StreamPump stream = new StreamPump(
                        table.streams(),
                        table.streamArn(),
                        table.isFresh()
                                ? described.getValue()
                                : described.getValue().latest(),
                        Objects.requireNonNull(byId.get(described.getKey())),
                        clock,
                        where -> System.err.println("A change could not be seen to, and is given up: " + where));
                parts.push(stream);
                streams.add(stream);
            }
            Schedule schedule = new Schedule(template.rateOf(SENDER_FUNCTION), sendsLetters, clock);
            parts.push(schedule);

            MailEventPump mailEventPump = new MailEventPump(
                    mailEvents,
                    Objects.requireNonNull(byId.get(MAIL_EVENTS_FUNCTION)),
                    template.retriesOf(MAIL_EVENTS_FUNCTION));
            parts.push(mailEventPump);

            TimeTravel time = new TimeTravel(clock, table, schedule, streams, mailEventPump);
            UpcomingLetters coming = new UpcomingLetters(
                    new DynamoDbWorkQueue(table.client(), "samenkomst"),
                    wiring.organiser().listRegistrations());
            Gateway gateway = new Gateway(byRoute, new HttpEvents(clock));
            server.createContext("/", gateway);
            server.createContext(
                    "/local",
                    new LocalPages(mailbox, time, new DynamoDbSessions(table.client(), "samenkomst"), coming, html));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            if (!isPaused) {
                streams.forEach(StreamPump::start);
                schedule.start();
                mailEventPump.start();
            }
            if (options.demo() && table.isFresh()) {
                DemoSessions.publish(DemoSessions.from(LocalDate.now(clock.withZone(AMSTERDAM))), gateway, wiring);
            }
            // Also serves the connections queued since the port was bound.
            server.start();
            return new Desk(address, table, time, mailbox, parts);
        } catch (IOException | InterruptedException | RuntimeException notStarted) {
            closeAll(parts);
            throw notStarted;
        }
    }

    /** Returns the database with the desk's table. */
    public LocalDynamoDb database() {
        return table;
    }

    /** Returns the desk's base URL, without a trailing slash. */
    public URI address() {
        return address;
    }

    /** Returns the control of the desk's clock. */
    public TimeTravel time() {
        return time;
    }

    /** Returns every letter that the desk sent, newest first. */
    public List<Letter> letters() {
        return mailbox.letters();
    }

    /**
     * Returns the bytes stored in the table and its indexes, including the 100 bytes that DynamoDB adds to each item.
     */
    public long tableBytes() {
        return table.bytes();
    }

    /** Stops everything; data kept in a folder is there for the next run. */
    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception goOnClosing) {
                System.err.println("A part of the desk did not stop: " + goOnClosing);
            }
        }
    }
}
