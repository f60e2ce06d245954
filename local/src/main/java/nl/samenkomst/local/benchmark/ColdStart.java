package nl.samenkomst.local.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import nl.samenkomst.domain.agenda.Agenda;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long the first visitor waits: every function in fresh processes under Lambda's own runtime client, cold
 * and from a snapshot, compared with the least possible and with the same use case in three frameworks.
 *
 * <p>For experiments, {@code JDK_JAVA_OPTIONS} takes {@code -Drounds=3}, {@code -Donly=register,floor} and {@code
 * -Djvm=-Xshare:off}.
 */
public final class ColdStart {

    /** True if processes are pinned to one core; without {@code taskset}, the JVM is only told to use one. */
    static final boolean PINS_TO_ONE_CORE =
            Runtime.getRuntime().availableProcessors() > 1 && Files.exists(Path.of("/usr/bin/taskset"));

    private static final String TABLE = "coldstart";
    private static final URI DESK = URI.create("https://aanmelden.example.org");
    private static final SessionId SESSION = new SessionId("versnellingskamer-participatie");
    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    private static final int WARM = 100;

    private final LocalDynamoDb table;
    private final MailEndpoint mail;
    private final SignUpDesk organiser;
    private final Path folder;
    private int people;

    private ColdStart(LocalDynamoDb table, MailEndpoint mail, SignUpDesk organiser, Path folder) {
        this.table = table;
        this.mail = mail;
        this.organiser = organiser;
        this.folder = folder;
    }

    /** Prints a table in Markdown, and writes it with a chart to {@code docs/figures}; takes no arguments. */
    public static void main(String[] arguments) {
        Measurement.run(ColdStart::take);
    }

    private static void take() throws Exception {
        Path folder = Files.createTempDirectory("cold-start");
        Template template = Template.read(
                Path.of("template.yaml"),
                Map.of(
                        "Table", TABLE,
                        "BaseUrl", DESK.toString(),
                        "OrganiserUrl", "https://organiser.example.org",
                        "SenderAddress", "aanmelden@example.org",
                        "FirstOrganiser", "noor@example.org",
                        "LettersPerSecond", "1000",
                        "LetterTracking", "letters"));
        try (LocalDynamoDb table =
                        LocalDynamoDb.start(template.table(TABLE), template.timeToLiveAttribute(), Optional.empty());
                MailEndpoint mail = MailEndpoint.start(new Mailbox(Clock.systemUTC(), Optional.empty()));
                SignUpDesk organiser = new SignUpDesk(table.address(), TABLE, 0, 0)) {
            ColdStart coldStart = new ColdStart(table, mail, organiser, folder);
            coldStart.publish();
            List<Subject> subjects = coldStart.subjects(template);
            FirstAnswers report = coldStart.measure(subjects);
            System.out.println(report.asMarkdown());
            report.write(Path.of("docs", "figures"));
        }
    }

    private void publish() throws IOException {
        for (int i = 1; i <= 20; i++) {
            organiser.publish(new SessionId("session-" + i), OptionalInt.empty());
        }
        organiser.publish(SESSION, OptionalInt.empty());
        // Warms up DynamoDB Local before anything is measured.
        for (int i = 0; i < 500; i++) {
            organiser.signUp(SESSION, nextName());
        }
        organiser
                .wiring()
                .agenda()
                .search(
                        AgendaQuery.EVERYTHING,
                        Agenda.PAGE_SIZE,
                        Clock.systemUTC().instant());
    }

    private List<Subject> subjects(Template template) throws IOException {
        Map<String, Subject.Events> events = new LinkedHashMap<>();
        events.put("register", () -> organiser.event(SESSION, nextName()));
        byte[] agenda = JSON.std.asBytes(browserEvent("list-sessions/agenda"));
        events.put("list-sessions", () -> agenda);
        byte[] ownPage = ownPage();
        events.put("cancel", () -> ownPage);
        events.put("manage-sessions", () -> sample("manage-sessions/publish"));
        events.put("send-reminders", this::signUpStreamEvent);
        events.put("note-delivery", this::bounceEvent);
        events.put("sign-in", () -> sample("sign-in/sign-in"));
        events.put("send-sign-in", () -> sample("send-sign-in/stream"));
        byte[] overview = overview();
        events.put("organise", () -> overview);
        List<Subject> subjects = new ArrayList<>();
        for (TemplateFunction function : template.functions()) {
            String name = function.name();
            subjects.add(subject(
                    name, function.codeUri(), function.handler(), function.environment(), false, events.get(name)));
        }
        Subject register = subjects.getFirst();
        subjects.add(floor(FirstAnswers.FLOOR, register, Floor.class));
        subjects.add(floor(FirstAnswers.OVERVIEW_FLOOR, register, OverviewFloor.class));
        for (Peer peer : Peer.all()) {
            Map<String, String> environment = new LinkedHashMap<>(register.environment());
            environment.putAll(peer.environment());
            subjects.add(subject(peer.name(), peer.zip(), peer.handler(), environment, true, register.events()));
        }
        String only = System.getProperty("only", "");
        return subjects.stream()
                .filter(subject ->
                        only.isEmpty() || List.of(only.split(",", -1)).contains(subject.name()))
                .toList();
    }

    private Subject subject(
            String name,
            Path zip,
            String handler,
            Map<String, String> environment,
            boolean isPeer,
            Subject.@Nullable Events events)
            throws IOException {
        Map<String, String> whole = new LinkedHashMap<>(environment);
        whole.put("AWS_REGION", LocalDynamoDb.REGION.id());
        whole.put("AWS_ACCESS_KEY_ID", "local");
        whole.put("AWS_SECRET_ACCESS_KEY", "local");
        whole.put("AWS_ENDPOINT_URL_DYNAMODB", table.address().toString());
        whole.put("AWS_ENDPOINT_URL_SES", mail.address().toString());
        String jvm = System.getProperty("jvm", "");
        return new Subject(
                name,
                Subject.unpack(zip, folder.resolve(name)),
                handler,
                whole,
                jvm.isEmpty() ? List.of() : List.of(jvm.split(" ", -1)),
                Files.size(zip),
                isPeer,
                Objects.requireNonNull(events, name),
                folder.resolve(name + ".log"));
    }

    /** Measures all subjects in each round, in random order, so that other work on the machine affects them alike. */
    private FirstAnswers measure(List<Subject> subjects) throws Exception {
        FirstAnswers report = new FirstAnswers(subjects);
        for (int round = 0; round < ROUNDS; round++) {
            List<Subject> order = new ArrayList<>(subjects);
            Collections.shuffle(order, new Random(round));
            for (Subject subject : order) {
                try {
                    report.add(subject, cold(subject));
                    if (!subject.isPeer()) {
                        report.add(subject, restored(subject));
                    }
                } catch (RuntimeException failed) {
                    throw new IllegalStateException(subject.name() + ", see " + subject.log(), failed);
                }
            }
            System.err.printf("round %d of %d%n", round + 1, ROUNDS);
        }
        return report;
    }

    private Run cold(Subject subject) throws Exception {
        byte[] event = subject.events().next();
        try (Instance instance = new Instance(subject, false)) {
            long init = instance.untilReady();
            long first = instance.answer(event);
            return new Run(
                    false, init, first, instance.processor(), warm(instance, subject), instance.residentMegabytes());
        }
    }

    private Run restored(Subject subject) throws Exception {
        byte[] event = subject.events().next();
        try (Instance instance = new Instance(subject, true)) {
            long init = instance.untilReady();
            table.closeConnections();
            long first = instance.fromRestoreToAnswer(event);
            return new Run(
                    true, init, first, instance.processor(), warm(instance, subject), instance.residentMegabytes());
        }
    }

    private static List<Long> warm(Instance instance, Subject subject) throws Exception {
        List<Long> warm = new ArrayList<>();
        for (int i = 0; i < WARM; i++) {
            byte[] event = subject.events().next();
            instance.untilReady();
            warm.add(instance.answer(event));
        }
        return warm;
    }

    private String nextName() {
        return "persoon" + ++people;
    }

    /**
     * Registers somebody; returns a stream event, so that only their letter is sent, not those of people measured
     * before.
     */
    private byte[] signUpStreamEvent() throws IOException {
        String nextName = nextName();
        organiser.signUp(SESSION, nextName);
        RegistrationId id = idOf(nextName);
        String record = """
                {"Records": [{"eventSource": "aws:dynamodb", "eventName": "INSERT", "dynamodb": {"SequenceNumber": "1",
                 "Keys": {"PK": {"S": "S#%s"}, "SK": {"S": "R#%s"}}}}]}""".formatted(SESSION.value(), id.value());
        return record.getBytes(StandardCharsets.UTF_8);
    }

    private RegistrationId idOf(String name) {
        return organiser.wiring().organiser().listRegistrations().list(SESSION).orElseThrow().stream()
                .map(ListedRegistration::registration)
                .filter(one -> one.person().name().equals(name))
                .map(Registration::id)
                .findFirst()
                .orElseThrow();
    }

    /** Registers somebody; returns the event that a letter to them bounced. */
    private byte[] bounceEvent() throws IOException {
        String nextName = nextName();
        organiser.signUp(SESSION, nextName);
        RegistrationId id = idOf(nextName);
        return new String(sample("note-delivery/bounce"), StandardCharsets.UTF_8)
                .replace("versnellingskamer-participatie", SESSION.value())
                .replace("VmVyc25lbGxpbmdza2FtZQ", id.value())
                // Sent after everybody here signed up.
                .replace("1793610001000", "99999999999999")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Signs an organiser in, and returns the event of the overview. */
    private byte[] overview() throws IOException {
        MeasuredOrganiser signedIn = MeasuredOrganiser.signedIn(table.client(), TABLE, DESK, Clock.systemUTC());
        Map<String, Object> event = browserEvent("organise/overview");
        event.put("cookies", List.of(signedIn.cookie("GET /organise")));
        return JSON.std.asBytes(event);
    }

    private byte[] ownPage() throws IOException {
        String nextName = nextName();
        organiser.signUp(SESSION, nextName);
        ListedRegistration listed = organiser
                .wiring()
                .organiser()
                .listRegistrations()
                .list(SESSION)
                .orElseThrow()
                .getFirst();
        String token = listed.registration().ownLink().token();
        Map<String, Object> event = browserEvent("cancel/own-page");
        event.put("pathParameters", Map.of("id", SESSION.value(), "token", token));
        return JSON.std.asBytes(event);
    }

    /**
     * Returns a sample event that accepts compression, as browsers do; the samples do not, to keep responses readable.
     */
    private static Map<String, Object> browserEvent(String name) throws IOException {
        Map<String, Object> event = new LinkedHashMap<>(JSON.std.mapFrom(sample(name)));
        Map<Object, Object> headers = new LinkedHashMap<>((Map<?, ?>) event.getOrDefault("headers", Map.of()));
        headers.put("accept-encoding", "gzip, deflate, br");
        event.put("headers", headers);
        return event;
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("events", name + ".json"));
    }

    /** Returns a subject with the function's settings and libraries, and this class in place of the function's. */
    private Subject floor(String name, Subject function, Class<?> handler) throws IOException {
        return new Subject(
                name,
                floorTask(name, function, handler),
                handler.getName(),
                function.environment(),
                function.jvmArguments(),
                function.zipBytes(),
                false,
                () -> "{}".getBytes(StandardCharsets.UTF_8),
                folder.resolve(name + ".log"));
    }

    private Path floorTask(String name, Subject function, Class<?> handler) throws IOException {
        Path task = Files.createDirectories(folder.resolve(name));
        Files.createSymbolicLink(task.resolve("lib"), function.task().resolve("lib"));
        String file = handler.getName().replace('.', '/') + ".class";
        Path copy = task.resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream bytes = ColdStart.class.getClassLoader().getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IOException("where is " + file);
            }
            Files.copy(bytes, copy);
        }
        return task;
    }
}
