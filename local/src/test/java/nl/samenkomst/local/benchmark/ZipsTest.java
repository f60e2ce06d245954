package nl.samenkomst.local.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Year;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import nl.samenkomst.managesessions.ManageSessionsHandler;
import nl.samenkomst.register.RegisterHandler;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Starts every zip as Lambda does, in a process of its own under Lambda's runtime client, with nothing but the zip: up
 * to the snapshot, and from there to a response. This shows that no zip lacks what its function needs.
 */
class ZipsTest {

    private static final Path ROOT = Path.of("..");
    private static final String TABLE = "zips";
    private static final SessionId SESSION = new SessionId("versnellingskamer-participatie");

    /** A sample event for each function that takes most of its libraries, and a part of the expected response. */
    private static final Map<String, List<String>> EVENTS = Map.of(
            "RegisterFunction", List.of("register/form-of-parts", "\"statusCode\":303"),
            "CancelFunction", List.of("cancel/changes-of-parts", "\"statusCode\":303"),
            "ListSessionsFunction", List.of("list-sessions/agenda", "\"statusCode\":200"),
            "SendRemindersFunction", List.of("send-reminders/schedule", "\"finished\":true"),
            "ManageSessionsFunction", List.of("manage-sessions/publish", "\"statusCode\":200"),
            "NoteDeliveryFunction", List.of("note-delivery/bounce", "\"outdated\":1"),
            // Without a first organiser there are no such pages, which takes the same libraries to say.
            "SignInFunction", List.of("sign-in/sign-in", "\"statusCode\":"),
            "SendSignInFunction", List.of("send-sign-in/stream", "\"batchItemFailures\":[]"),
            "OrganiseFunction", List.of("organise/colleagues", "\"statusCode\":"));

    private static final LocalDynamoDb DYNAMODB = dynamoDb();

    @TempDir
    private Path folder;

    static List<TemplateFunction> functions() throws IOException {
        return template().functions();
    }

    @BeforeAll
    static void createSessionAndOwedLetter() throws IOException {
        answer(new ManageSessionsHandler(wiring()), event("manage-sessions/publish"));
        answer(new RegisterHandler(wiring()), event("register/form"));
    }

    @AfterAll
    static void close() {
        DYNAMODB.close();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyZipStartsPrimesRestoresAndAnswers(TemplateFunction function) throws Exception {
        Path zip = ROOT.resolve(function.codeUri());
        assumeTrue(
                System.getenv("CI") != null || isNewerThanItsClasses(zip),
                zip + " is not built of these classes; `mvn package` builds it before this test");
        List<String> eventAndAnswer = EVENTS.getOrDefault(function.logicalId(), List.of());
        byte[] event = event(eventAndAnswer.getFirst());

        Mailbox mailbox = new Mailbox(Clock.systemUTC(), Optional.empty());
        try (MailEndpoint mail = MailEndpoint.start(mailbox);
                Instance instance =
                        new Instance(subject(function, Subject.unpack(zip, folder.resolve("task")), mail), true)) {
            instance.untilReady();
            assertThat(mailbox.letters())
                    .as("no letter leaves before the snapshot")
                    .isEmpty();
            DYNAMODB.closeConnections();
            assertThat(instance.restoreAndInvoke(event)).contains(eventAndAnswer.getLast());
            if (function.logicalId().equals("SendRemindersFunction")) {
                assertThat(mailbox.letters()).isNotEmpty();
            }
        } catch (IllegalStateException died) {
            throw new AssertionError(Files.readString(folder.resolve("log")), died);
        }
    }

    /** Keeps a library out of the zips, and so out of the class loader, of functions that do not need it. */
    @ParameterizedTest
    @MethodSource("functions")
    void onlyTheFunctionsThatNeedThemHaveTheLibrariesForWorkbooksQrCodesAndTokens(TemplateFunction function)
            throws IOException {
        Path zip = ROOT.resolve(function.codeUri());
        assumeTrue(
                System.getenv("CI") != null || isNewerThanItsClasses(zip),
                zip + " is not built of these classes; `mvn package` builds it before this test");
        Path task = Subject.unpack(zip, folder.resolve("task"));
        try (FileSystem libraries = FileSystems.newFileSystem(task.resolve("lib/libraries.jar"))) {
            assertThat(Files.exists(libraries.getPath("org/dhatim/fastexcel/Workbook.class")))
                    .isEqualTo(
                            Set.of("ManageSessionsFunction", "OrganiseFunction").contains(function.logicalId()));
            assertThat(Files.exists(libraries.getPath("io/nayuki/qrcodegen/QrCode.class")))
                    .isEqualTo(function.logicalId().equals("SignInFunction"));
            assertThat(Files.exists(libraries.getPath("com/nimbusds/jwt/SignedJWT.class")))
                    .isEqualTo(function.logicalId().equals("SignInFunction"));
        }
    }

    private Subject subject(TemplateFunction function, Path task, MailEndpoint mail) {
        Map<String, String> environment = new LinkedHashMap<>(function.environment());
        environment.put("AWS_REGION", LocalDynamoDb.REGION.id());
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", DYNAMODB.address().toString());
        environment.put("AWS_ENDPOINT_URL_SES", mail.address().toString());
        return new Subject(
                function.logicalId(),
                task,
                function.handler(),
                environment,
                List.of(),
                0,
                false,
                () -> new byte[0],
                folder.resolve("log"));
    }

    /** Returns whether the zip is up to date; one of an earlier build may hold other classes. */
    private static boolean isNewerThanItsClasses(Path zip) throws IOException {
        if (!Files.exists(zip)) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(zip);
        return newest(zip.resolveSibling("classes")).compareTo(built) <= 0
                && newest(ROOT.resolve("shared/target/classes")).compareTo(built) <= 0;
    }

    private static FileTime newest(Path classes) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                FileTime modified = Files.getLastModifiedTime(file);
                newest = modified.compareTo(newest) > 0 ? modified : newest;
            }
        }
        return newest;
    }

    /** Returns a sample event, with its dates in the coming year and the link of a registered person. */
    private static byte[] event(String name) throws IOException {
        String sample = Files.readString(ROOT.resolve("events").resolve(name + ".json"));
        String token = wiring().organiser().listRegistrations().list(SESSION).stream()
                .flatMap(List::stream)
                .map(listed -> listed.registration().ownLink().token())
                .min(Comparator.naturalOrder())
                .orElse("");
        return sample.replace("2026-12-", Year.now(Clock.systemUTC()).plusYears(1) + "-12-")
                .replaceFirst("(\"token\": \")[^\"]*", "$1" + token)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(RequestStreamHandler handler, byte[] event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), answer, Invocation.of("zips", Duration.ofSeconds(20)));
        assertThat(JSON.std.mapFrom(answer.toByteArray()).get("statusCode")).isIn(201, 303);
    }

    private static Wiring wiring() {
        return new Wiring(
                new Settings(Map.of("TABLE_NAME", TABLE, "HOUSE_STYLE", HouseStyle.DEFAULT, "CONFIRM_ADDRESS", "none")),
                Clock.systemUTC(),
                new SecureRandom(),
                Sleeper.real(),
                DYNAMODB::client,
                () -> {
                    throw new IllegalStateException("no letters here");
                });
    }

    private static LocalDynamoDb dynamoDb() {
        try {
            Template template = template();
            return LocalDynamoDb.start(template.table(TABLE), template.timeToLiveAttribute(), Optional.empty());
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    private static Template template() throws IOException {
        return Template.read(
                ROOT.resolve("template.yaml"),
                Map.of(
                        "Table", TABLE,
                        "BaseUrl", "https://aanmelden.example.org",
                        "OrganiserUrl", "https://organiser.example.org",
                        "SenderAddress", "aanmelden@example.org",
                        "LettersPerSecond", "1000",
                        "LetterTracking", "letters"));
    }
}
