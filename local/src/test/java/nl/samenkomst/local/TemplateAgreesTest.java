package nl.samenkomst.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Pause;
import nl.samenkomst.domain.letter.SendReminders;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.ses.SesClients;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/** The template says again what the code and the poms say; here they are compared. */
final class TemplateAgreesTest {

    private static final Path ROOT = Path.of("..");

    /** For the JVM, not for a function. */
    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    private static final Duration LONGEST_AN_HTTP_API_WAITS = Duration.ofSeconds(29);

    private final Template template;
    private final Map<?, ?> resources;
    private final Map<?, ?> globals;

    TemplateAgreesTest() throws IOException {
        template = template();
        Object tree = new Yaml(new TagsLeftOut()).load(Files.readString(TemplateTest.FILE));
        resources = map(tree, "Resources");
        globals = map(tree, "Globals", "Function");
    }

    static List<TemplateFunction> functions() throws IOException {
        return template().functions();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyHandlerCanBeMadeByLambdaAndByUs(TemplateFunction function) throws ReflectiveOperationException {
        Class<?> handler = Class.forName(function.handler());

        assertThat(handler).isFinal().isPublic();
        assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
        assertThat(handler.getConstructor().getParameterCount()).isZero();
        assertThat(handler.getConstructor(Wiring.class).getParameterCount()).isOne();
        assertThat(handler.getConstructors()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionIsGivenTheSettingsThatItReadsAndNoOthers(TemplateFunction function) {
        Map<String, String> given = settings(function);

        assertThatCode(() -> make(function, given)).doesNotThrowAnyException();
        for (String setting : given.keySet()) {
            Map<String, String> lacking = new LinkedHashMap<>(given);
            lacking.remove(setting);
            assertThatThrownBy(() -> make(function, lacking))
                    .as("%s reads %s", function.logicalId(), setting)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(setting + " is not set");
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionWithoutSettingsDoesNotStartAndSaysWhich(TemplateFunction function) {
        assertThatThrownBy(() -> make(function, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("[A-Z_]+ is not set");
    }

    /** What Lambda does, in a Java of its own whose environment has a region and nothing of ours. */
    @ParameterizedTest
    @MethodSource("functions")
    void asLambdaMakesItAFunctionWithoutSettingsDoesNotStartAndSaysWhich(TemplateFunction function) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                MadeAsLambdaDoes.class.getName(),
                function.handler());
        java.environment().clear();
        java.environment().put("AWS_REGION", "eu-west-1");
        Process process = java.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isNotZero();
        assertThat(said).contains("IllegalStateException").containsPattern("[A-Z_]+ is not set");
    }

    /** Makes one handler by the constructor that Lambda uses. */
    static final class MadeAsLambdaDoes {

        private MadeAsLambdaDoes() {}

        public static void main(String[] handler) throws Throwable {
            try {
                Object made = Class.forName(handler[0]).getConstructor().newInstance();
                System.out.println("made " + made.getClass());
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        }
    }

    @Test
    void theRuntimeIsTheReleaseThatIsCompiledFor() throws IOException {
        String release = pom(ROOT)
                .expectFirst("project > properties > maven\\.compiler\\.release")
                .text();

        assertThat(globals.get("Runtime")).isEqualTo("java" + release);
        assertThat(everyFunction())
                .allSatisfy((id, properties) ->
                        assertThat(properties.get("Runtime")).as(id).isNull());
    }

    @Test
    void everyFunctionIsTheZipThatItsModuleBuilds() throws IOException {
        Set<String> built = new TreeSet<>();
        for (Element module : pom(ROOT.resolve("functions")).select("project > modules > module")) {
            Document pom = pom(ROOT.resolve("functions").resolve(module.text()));
            assertThat(pom.select("build > plugins > plugin > artifactId").eachText())
                    .as(module.text())
                    .contains("maven-assembly-plugin");
            String artifact = pom.expectFirst("project > artifactId").text();
            built.add("functions/" + module.text() + "/target/" + artifact + ".zip");
        }

        assertThat(pom(ROOT.resolve("functions"))
                        .select("configuration > finalName")
                        .eachText())
                .containsExactly("${project.artifactId}");
        Set<String> deployed = new TreeSet<>();
        everyFunction().forEach((id, properties) -> deployed.add(String.valueOf(properties.get("CodeUri"))));
        assertThat(deployed).isEqualTo(built);
        everyFunction().forEach((id, properties) -> assertThat(
                        text(properties, "Handler").split("\\.", -1)[2])
                .as(id)
                .isEqualTo(text(properties, "CodeUri").split("/", -1)[1].replace("-", "")));
    }

    @Test
    void aRunThatSendsEndsBeforeItsClaimsDo() {
        assertThat(template.function("SendRemindersFunction").timeout()).isLessThan(SendReminders.CLAIM);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void whoAnswersAPersonDoesSoBeforeTheGatewayGivesUp(TemplateFunction function) {
        if (!function.routes().isEmpty()) {
            assertThat(function.timeout()).isLessThanOrEqualTo(LONGEST_AN_HTTP_API_WAITS);
        }
    }

    @Test
    void theStreamHoldsNothingUpAndLosesNothing() {
        Map<?, ?> stream = events("SendRemindersFunction").stream()
                .filter(event -> text(event, "Type").equals("DynamoDB"))
                .map(event -> map(event, "Properties"))
                .findFirst()
                .orElseThrow();

        assertThat(stream.get("FunctionResponseTypes")).isEqualTo(List.of("ReportBatchItemFailures"));
        assertThat(stream.get("BisectBatchOnFunctionError")).isEqualTo(true);
        assertThat((Integer) stream.get("MaximumRetryAttempts")).isBetween(1, 10);
        assertThat((Integer) stream.get("MaximumRecordAgeInSeconds")).isBetween(60, 86_400);
        assertThat(stream.get("StartingPosition")).isEqualTo("TRIM_HORIZON");
        assertThat(map(stream, "DestinationConfig", "OnFailure"))
                .extracting("Destination")
                .isEqualTo("MissedEventsQueue.Arn");
        assertThat(map(resources, "MissedEventsQueue").get("Type")).isEqualTo("AWS::SQS::Queue");
    }

    @Test
    void theStreamTellsKeysOnly() {
        assertThat(map(resources, "Table", "Properties", "StreamSpecification"))
                .isEqualTo(Map.of("StreamViewType", "KEYS_ONLY"));
    }

    @Test
    void theOrganisersRoutesAreSignedAndNoOthers() {
        List<String> signed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Object id : everyFunction().keySet()) {
            for (Map<?, ?> event : events(id.toString())) {
                Map<?, ?> properties = map(event, "Properties");
                if (text(event, "Type").equals("HttpApi")) {
                    Object auth = properties.get("Auth");
                    assertThat(auth).isIn(null, Map.of("Authorizer", "AWS_IAM"));
                    (auth == null ? open : signed).add(String.valueOf(properties.get("Path")));
                }
            }
        }

        assertThat(signed).isNotEmpty().allMatch(path -> path.startsWith("/api/v1/organiser/"));
        assertThat(open).isNotEmpty().noneMatch(path -> path.contains("organiser"));
        assertThat(map(resources, "Api", "Properties", "Auth").get("EnableIamAuthorizer"))
                .isEqualTo(true);
    }

    private static Map<String, String> settings(TemplateFunction function) {
        Map<String, String> settings = new LinkedHashMap<>(function.environment());
        settings.remove(JVM_OPTIONS);
        return settings;
    }

    /** With clients that find nobody; none is needed to start. */
    private static Object make(TemplateFunction function, Map<String, String> environment) throws Throwable {
        try (DynamoDbClient table = DynamoDbClients.builder(UrlConnectionHttpClient.create())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build();
                SesClient mail = SesClients.builder(UrlConnectionHttpClient.create())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            Supplier<DynamoDbClient> tables = () -> table;
            Wiring wiring = new Wiring(
                    new Settings(environment), Clock.systemUTC(), new SecureRandom(), Pause.real(), tables, () -> mail);
            Constructor<?> constructor = Class.forName(function.handler()).getConstructor(Wiring.class);
            return constructor.newInstance(wiring);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private Map<String, Map<?, ?>> everyFunction() {
        Map<String, Map<?, ?>> functions = new LinkedHashMap<>();
        resources.forEach((id, resource) -> {
            if (text(map(resource), "Type").equals("AWS::Serverless::Function")) {
                functions.put(id.toString(), map(resource, "Properties"));
            }
        });
        return functions;
    }

    private List<Map<?, ?>> events(String function) {
        List<Map<?, ?>> events = new ArrayList<>();
        map(resources, function, "Properties", "Events").values().forEach(event -> events.add(map(event)));
        return events;
    }

    private static Map<?, ?> map(Object tree, String... path) {
        Object here = tree;
        for (String name : path) {
            Object next = here instanceof Map<?, ?> map ? map.get(name) : null;
            here = next == null ? Map.of() : next;
        }
        assertThat(here).as(String.join("/", path)).isInstanceOf(Map.class);
        return here instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> tree, String name) {
        return String.valueOf(tree.get(name));
    }

    private static Document pom(Path folder) throws IOException {
        return Jsoup.parse(Files.readString(folder.resolve("pom.xml")), Parser.xmlParser());
    }

    private static Template template() throws IOException {
        return Template.read(TemplateTest.FILE, TemplateTest.NAMES);
    }

    /** Reads {@code !GetAtt Queue.Arn} as the text after the tag. */
    private static final class TagsLeftOut extends SafeConstructor {

        TagsLeftOut() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
                }
            });
        }
    }
}
