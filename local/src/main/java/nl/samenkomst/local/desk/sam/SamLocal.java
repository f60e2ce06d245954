package nl.samenkomst.local.desk.sam;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import nl.samenkomst.Wiring;
import nl.samenkomst.local.desk.DemoSessions;
import nl.samenkomst.local.desk.Gateway;
import nl.samenkomst.local.desk.Handlers;
import nl.samenkomst.local.desk.HttpEvents;
import nl.samenkomst.local.desk.LambdaFunction;
import nl.samenkomst.local.desk.LocalEnvironment;
import nl.samenkomst.local.desk.Main;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The desk served by SAM CLI: the deployable zips in Lambda's own container, with a table and a mail service in
 * LocalStack. Closing it removes all of it.
 */
public final class SamLocal implements AutoCloseable {

    private static final String SENDER_FUNCTION = "SendRemindersFunction";
    private static final String SENDER = "aanmelden@example.org";
    static final String TABLE = "samenkomst";
    private static final int PORT = 3000;

    private final URI address;
    private final Path template;
    private final LocalStack localStack;
    private final SamCli sam;
    private final SamServer api;
    private final SamServer lambda;
    private final Deque<AutoCloseable> parts;

    private SamLocal(
            URI address,
            Path template,
            LocalStack localStack,
            SamCli sam,
            SamServer api,
            SamServer lambda,
            Deque<AutoCloseable> parts) {
        this.address = address;
        this.template = template;
        this.localStack = localStack;
        this.sam = sam;
        this.api = api;
        this.lambda = lambda;
        this.parts = parts;
    }

    /**
     * Serves the desk with the demo sessions on the port in {@code PORT} (default 3000), and sends letters on schedule.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Optional<String> missing = missing(System.getenv());
        if (missing.isPresent()) {
            System.err.println(missing.get());
            System.exit(1);
        }
        Main.stopWithMaven();
        int port = Main.port(System.getenv(), PORT);
        Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAll(parts), "stop"));
        System.out.println("LocalStack and SAM CLI start; the first time, Docker fetches their images.");
        SamLocal desk;
        try {
            desk = start(Path.of("template.yaml"), port, Redirect.INHERIT, true, parts);
        } catch (BindException taken) {
            System.err.println(Main.taken(port));
            System.exit(1);
            return;
        }
        System.out.println(desk.welcome());
        System.exit(desk.sendLettersBySchedule());
    }

    /** Returns a sentence about the first prerequisite that this machine lacks; empty if it has them all. */
    public static Optional<String> missing(Map<String, String> environment) throws IOException, InterruptedException {
        if (Program.find("sam", environment).isEmpty()) {
            return Optional.of("The command sam is not on the PATH: install the AWS SAM CLI.");
        }
        Optional<Program> docker = Program.find("docker", environment);
        if (docker.isEmpty()) {
            return Optional.of("The command docker is not on the PATH: install Docker.");
        }
        if (docker.get().run("version").status() != 0) {
            return Optional.of("No Docker engine answers: start Docker.");
        }
        return Optional.empty();
    }

    /**
     * Starts the desk without sessions; returns once it answers.
     *
     * @param port 0 for any free port
     * @param output where the output of SAM CLI and the functions goes
     */
    static SamLocal start(Path template, int port, Redirect output) throws IOException, InterruptedException {
        return start(template, port, output, false, new ConcurrentLinkedDeque<>());
    }

    private static SamLocal start(Path template, int port, Redirect output, boolean demo, Deque<AutoCloseable> parts)
            throws IOException, InterruptedException {
        try {
            Program docker = Program.find("docker", System.getenv()).orElseThrow();
            Program program = Program.find("sam", System.getenv()).orElseThrow();
            int chosen = SamServer.freePort(port);
            URI address = URI.create("http://localhost:" + chosen);
            Map<String, String> parameters = new HashMap<>(Map.of(
                    "BaseUrl",
                    address.toString(),
                    // SAM CLI serves the routes of both APIs on one port.
                    "OrganiserUrl",
                    address.toString(),
                    "SenderAddress",
                    SENDER,
                    "LettersPerSecond",
                    "1000"));
            if (!demo) {
                // SAM CLI feeds no stream, so nobody would get a mail to sign in with; for sample events only.
                parameters.put("FirstOrganiser", "organisator@example.org");
            }

            LocalStack localStack = new LocalStack(docker);
            parts.push(localStack);
            localStack.start();
            localStack.verify(SENDER);
            SamCli sam = new SamCli(program, docker, template, parameters, localStack);
            try (DynamoDbClient client = localStack.dynamoDb()) {
                Template.read(template, Map.of()).createTable(client, TABLE);
                if (demo) {
                    publishDemoSessions(sam.templateWithNames(TABLE), client);
                }
            }
            SamServer api = sam.startApi(chosen, TABLE, output);
            parts.push(api);
            SamServer lambda = sam.startLambda(TABLE, output);
            parts.push(lambda);
            api.awaitAnswer();
            lambda.awaitAnswer();
            return new SamLocal(address, template, localStack, sam, api, lambda, parts);
        } catch (IOException | InterruptedException | RuntimeException notStarted) {
            closeAll(parts);
            throw notStarted;
        }
    }

    /** Publishes through the template's handlers in this process, so that the desk never opens empty. */
    public static void publishDemoSessions(Template template, DynamoDbClient table)
            throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        Map<Route, LambdaFunction> functions = new HashMap<>();
        Map<String, Wiring> wirings = new HashMap<>();
        for (TemplateFunction described : template.functions()) {
            LocalEnvironment local = new LocalEnvironment(described.environment(), clock, () -> table, () -> {
                throw new IllegalStateException("the schedule sends letters, once the desk is open");
            });
            LambdaFunction function = new LambdaFunction(
                    described.logicalId(),
                    described.timeout(),
                    () -> Handlers.named().create(described, local));
            described.routes().forEach(route -> functions.put(route, function));
            wirings.put(described.name(), local.wiring());
        }
        DemoSessions.publish(
                DemoSessions.from(LocalDate.now(clock.withZone(DemoSessions.ZONE))),
                new Gateway(functions, new HttpEvents(clock)),
                Objects.requireNonNull(wirings.get("cancel")));
    }

    /** Returns the base URL of the API, without a trailing slash. */
    URI address() {
        return address;
    }

    LocalStack localStack() {
        return localStack;
    }

    /** Reads the template as the desk's functions are given it, but for a table of this name. */
    Template templateWithTable(String name) throws IOException {
        return sam.templateWithNames(name);
    }

    /** Invokes a function on the desk's own table, and returns its answer. */
    String invoke(String function, String event) throws IOException, InterruptedException {
        return lambda.invoke(function, event);
    }

    /** Invokes the sender once, as the schedule does: it sends every letter that is owed. */
    void sendLetters() throws IOException, InterruptedException {
        Path event = template.resolveSibling("events").resolve("send-reminders").resolve("schedule.json");
        invoke(SENDER_FUNCTION, Files.readString(event));
    }

    @Override
    public void close() {
        closeAll(parts);
    }

    /** Sends letters at the schedule's rate until SAM CLI ends; returns its exit status. */
    private int sendLettersBySchedule() throws IOException, InterruptedException {
        Duration rate = Template.read(template, Map.of()).rateOf(SENDER_FUNCTION);
        do {
            try {
                sendLetters();
            } catch (IOException notSent) {
                System.err.println("No letters were sent: " + notSent.getMessage());
            }
        } while (!api.process().waitFor(rate.toSeconds(), TimeUnit.SECONDS));
        return api.process().exitValue();
    }

    private String welcome() throws IOException, InterruptedException {
        return """

                SAM CLI serves the desk: %1$s

                  the agenda        %1$s/sessions
                  a session         %1$s/sessions/versnellingskamer-participatie
                  letters           %2$s/_aws/ses

                Letters leave by the template's schedule. Nothing is kept when it stops. Stop with Ctrl-C.
                """.formatted(address, localStack.address());
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        for (AutoCloseable part = parts.poll(); part != null; part = parts.poll()) {
            try {
                part.close();
            } catch (Exception goOnClosing) {
                System.err.println("A part did not stop: " + goOnClosing);
            }
        }
    }
}
