package nl.samenkomst.local.tests.template;

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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.http.Json;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.StreamPump;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.RecordingFunction;
import nl.samenkomst.ses.SesClients;
import nl.samenkomst.stream.StreamEvent;
import nl.samenkomst.urls.MendedPath;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.ses.SesClient;

/** Compares the template with the code and the poms, where it repeats what they say. */
final class TemplateAgreesTest {

    private static final Path ROOT = Path.of("..");

    private static final Path SETTINGS = Path.of("shared/src/main/java/nl/samenkomst/Settings.java");

    private static final Path MAIL_EVENTS = Path.of("shared/src/main/java/nl/samenkomst/mailevents/MailEvents.java");

    /** Read by the JVM, not by a function. */
    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    private static final Duration MAX_HTTP_API_WAIT = Duration.ofSeconds(29);

    private static final String API = "Api";
    private static final String ORGANISER_API = "OrganiserApi";
    private static final String ORGANISER_PATHS = "/api/v1/organiser/";

    /** All that an event may say about its route; its API says whether it is signed, and how often it may be called. */
    private static final Set<String> ROUTE_PROPERTIES = Set.of("ApiId", "Method", "Path");

    private static final Set<String> LIMITS = Set.of("ThrottlingBurstLimit", "ThrottlingRateLimit");
    private static final Map<String, Integer> SLOW = Map.of("ThrottlingBurstLimit", 20, "ThrottlingRateLimit", 5);

    private final Template template;
    private final Map<?, ?> outputs;
    private final Map<?, ?> resources;
    private final Map<?, ?> globals;

    TemplateAgreesTest() throws IOException {
        template = template();
        Object tree = tree(Files.readString(TemplateTest.FILE));
        outputs = map(tree, "Outputs");
        resources = map(tree, "Resources");
        globals = map(tree, "Globals", "Function");
    }

    static List<TemplateFunction> functions() throws IOException {
        return template().functions();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyHandlerHasLambdasConstructorAndOurs(TemplateFunction function) throws ReflectiveOperationException {
        Class<?> handler = Class.forName(function.handler());

        assertThat(handler).isFinal().isPublic();
        assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
        assertThat(handler.getConstructor().getParameterCount()).isZero();
        assertThat(handler.getConstructor(Wiring.class).getParameterCount()).isOne();
        assertThat(handler.getConstructors()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsGetExactlyTheSettingsTheyRead(TemplateFunction function) {
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
    void aFunctionWithoutSettingsFailsNamingOne(TemplateFunction function) {
        assertThatThrownBy(() -> make(function, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("[A-Z_]+ is not set");
    }

    /** Does what Lambda does, in a JVM of its own whose environment has a region and none of our settings. */
    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionWithoutSettingsFailsInAJvmOfItsOwn(TemplateFunction function) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path"),
                CreateHandlerLikeLambda.class.getName(),
                function.handler());
        java.environment().clear();
        java.environment().put("AWS_REGION", "eu-west-1");
        Process process = java.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isNotZero();
        assertThat(said).contains("IllegalStateException").containsPattern("[A-Z_]+ is not set");
    }

    /** Creates one handler by the constructor that Lambda uses. */
    static final class CreateHandlerLikeLambda {

        private CreateHandlerLikeLambda() {}

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
    void theRuntimeMatchesTheCompilerRelease() throws IOException {
        String release = pom(ROOT)
                .expectFirst("project > properties > maven\\.compiler\\.release")
                .text();

        assertThat(globals.get("Runtime")).isEqualTo("java" + release);
        assertThat(everyFunction())
                .allSatisfy((id, properties) ->
                        assertThat(properties.get("Runtime")).as(id).isNull());
    }

    @Test
    void everyFunctionUsesItsModulesZip() throws IOException {
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
                        .select("execution:has(> id:containsOwn(zip)) finalName")
                        .eachText())
                .containsExactly("${project.artifactId}");
        Set<String> deployed = new TreeSet<>();
        everyFunction().forEach((id, properties) -> deployed.add(String.valueOf(properties.get("CodeUri"))));
        assertThat(deployed).isEqualTo(built);
        everyFunction()
                .forEach((id, properties) -> assertThat(
                                text(properties, "Handler").split("\\.", -1)[2])
                        .as(id)
                        .isEqualTo(text(properties, "CodeUri").split("/", -1)[1].replace("-", "")));
    }

    @Test
    void theSendersTimeoutIsShorterThanAClaim() {
        assertThat(template.function("SendRemindersFunction").timeout()).isLessThan(SendReminders.CLAIM_DURATION);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void routedFunctionsTimeOutBeforeTheGateway(TemplateFunction function) {
        if (!function.routes().isEmpty()) {
            assertThat(function.timeout()).isLessThanOrEqualTo(MAX_HTTP_API_WAIT);
        }
    }

    @Test
    void theStreamSplitsRetriesAndKeepsFailures() {
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

    /** Also true of a function that gets the stream later; without a filter, every write would wake it. */
    @Test
    void everyFunctionOfTheStreamSaysWhichItemsWakeIt() {
        assertThat(template.streams()).containsKey("SendRemindersFunction");
        template.streams().forEach((function, stream) -> {
            assertThat(stream.filters()).as(function).isNotEmpty();
            stream.filters()
                    .forEach(filter -> assertThat(map(filter.pattern(), "dynamodb", "Keys", "PK"))
                            .as(function)
                            .isNotEmpty());
        });
    }

    @Test
    void theStreamWakesTheSenderForEveryItemThatMayOweALetter() throws IOException {
        Gathering gathering = new Gathering();
        gathering.enableStream();
        gathering.publish("places", 1);
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.signUpUnconfirmed("anna");
        gathering.cancel("noor");
        Set<Map<String, String>> woken = new HashSet<>();
        RecordingFunction sender = new RecordingFunction(event -> {
            StreamEvent.parse(Json.write(event))
                    .ifPresent(stream -> stream.changes().forEach(change -> woken.add(change.key())));
            return Map.of();
        });
        try (StreamPump stream = gathering.stream(sender.function(), failed -> {})) {
            stream.awaitIdle();
        }

        Set<Map<String, String>> owing = new HashSet<>();
        Set<Map<String, String>> others = new HashSet<>();
        for (Map<String, AttributeValue> item : gathering.items()) {
            Map<String, String> key = new TreeMap<>();
            key.put("PK", item.getOrDefault("PK", AttributeValue.fromS("")).s());
            key.put("SK", item.getOrDefault("SK", AttributeValue.fromS("")).s());
            boolean mayOwe = item.containsKey("due")
                    || gathering.wiring().workAfterWritingOf(key).isPresent();
            (mayOwe ? owing : others).add(key);
        }
        assertThat(owing).hasSizeGreaterThanOrEqualTo(4);
        assertThat(woken).containsAll(owing);
        assertThat(others)
                .extracting(key -> key.get("PK"))
                .as("written too, without waking it")
                .anyMatch(key -> key.startsWith("M#"));
        assertThat(woken).extracting(key -> key.get("PK")).allMatch(key -> key.startsWith("S#"));
    }

    /** What becomes of a letter reaches the function, or a queue; SES's names are those of its events. */
    @Test
    void everyEventOfALetterIsNotedOrKept() throws IOException {
        Map<?, ?> destination = map(resources, "LetterTroubles", "Properties", "EventDestination");
        Map<?, ?> invoked = map(resources, "NoteDeliveryFunction", "Properties", "EventInvokeConfig");
        Map<?, ?> subscription = events("NoteDeliveryFunction").stream()
                .filter(event -> text(event, "Type").equals("SNS"))
                .map(event -> map(event, "Properties"))
                .findFirst()
                .orElseThrow();

        assertThat(destination.get("MatchingEventTypes"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .map(String::valueOf)
                .map(type -> Character.toUpperCase(type.charAt(0)) + type.substring(1))
                .containsExactlyInAnyOrderElementsOf(
                        quoted("case \"(\\w+)\" ->(?=\\s+(?:event|tags))", ROOT.resolve(MAIL_EVENTS)));
        assertThat(map(destination, "SnsDestination").get("TopicARN")).isEqualTo(subscription.get("Topic"));
        assertThat(map(subscription, "RedrivePolicy").get("deadLetterTargetArn"))
                .isEqualTo("UnnotedEventsQueue.Arn");
        assertThat(map(invoked, "DestinationConfig", "OnFailure").get("Destination"))
                .isEqualTo("UnnotedEventsQueue.Arn");
        assertThat((Integer) invoked.get("MaximumRetryAttempts")).isPositive();
        assertThat(map(resources, "LetterTracking", "Properties", "ReputationOptions"))
                .isEqualTo(Map.of("ReputationMetricsEnabled", true));
    }

    @Test
    void theStreamHasKeysOnly() {
        assertThat(map(resources, "Table", "Properties", "StreamSpecification"))
                .isEqualTo(Map.of("StreamViewType", "KEYS_ONLY"));
    }

    @Test
    void organiserRoutesAndNoOthersAreOnTheOrganiserApi() {
        assertThat(httpApis().keySet()).containsExactlyInAnyOrder(API, ORGANISER_API);
        assertThat(routesOf(resources, API)).contains(Route.DEFAULT.key());
        assertThat(routesOf(resources, ORGANISER_API)).isNotEmpty();
        assertThat(routeFaults(resources)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { ApiId: !Ref OrganiserApi, Method: GET, Path: "/api/v1/organiser/sessions" } \
            | { ApiId: !Ref Api, Method: GET, Path: "/api/v1/organiser/sessions" } \
            | GET /api/v1/organiser/sessions is on Api
            { ApiId: !Ref OrganiserApi, Method: GET, Path: "/api/v1/organiser/sessions" } \
            | { Method: GET, Path: "/api/v1/organiser/sessions" } \
            | GET /api/v1/organiser/sessions is on null
            { ApiId: !Ref Api, Method: GET, Path: "/privacy" } \
            | { ApiId: !Ref OrganiserApi, Method: GET, Path: "/privacy" } \
            | GET /privacy is on OrganiserApi
            { ApiId: !Ref Api } \
            | { ApiId: !Ref OrganiserApi } \
            | $default is on OrganiserApi
            { ApiId: !Ref OrganiserApi, Method: GET, Path: "/api/v1/organiser/sessions" } \
            | { ApiId: !Ref OrganiserApi, Method: GET, Path: "/api/v1/organiser/sessions", Auth: { Authorizer: NONE } } \
            | GET /api/v1/organiser/sessions has its own Auth
            { ApiId: !Ref OrganiserApi, Method: GET, Path: "/api/v1/organiser/sessions" } \
            | { ApiId: !Ref OrganiserApi, Method: GET, Path: "/api/v1/organiser/sessions", RouteSettings: {} } \
            | GET /api/v1/organiser/sessions has its own RouteSettings
            """)
    void aMisplacedRouteIsFound(String event, String misplaced, String fault) throws IOException {
        assertThat(routeFaults(resourcesWith(event, misplaced))).containsExactly(fault);
    }

    @Test
    void theOrganiserApiIsSignedByDefaultAndThePublicOneNever() {
        assertThat(httpApi(resources, ORGANISER_API).get("Auth"))
                .isEqualTo(Map.of("EnableIamAuthorizer", true, "DefaultAuthorizer", "AWS_IAM"));
        assertThat(httpApi(resources, API).keySet().stream().map(Object::toString))
                .doesNotContain("Auth");
    }

    @Test
    void everyOrganiserRouteIsSlow() {
        assertThat(routesOf(resources, ORGANISER_API))
                .allSatisfy(route ->
                        assertThat(limit(resources, ORGANISER_API, route)).isEqualTo(SLOW));
    }

    @Test
    void aNewOrganiserRouteIsSlowWithoutSayingSo() throws IOException {
        String first = "        Publish:\n          Type: HttpApi\n";
        String more = """
                        New:
                          Type: HttpApi
                          Properties: { ApiId: !Ref OrganiserApi, Method: GET, Path: "/api/v1/organiser/new" }
                """;
        Map<?, ?> grown = resourcesWith(first, more + first);

        assertThat(routeFaults(grown)).isEmpty();
        assertThat(routesOf(grown, ORGANISER_API)).contains("GET /api/v1/organiser/new");
        assertThat(limit(grown, ORGANISER_API, "GET /api/v1/organiser/new")).isEqualTo(SLOW);
    }

    @Test
    void theOrganiserRoleMayCallTheOrganiserApiOnly() {
        assertThat(invokableRoutes("OrganiserRole"))
                .containsExactly("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:"
                        + "${OrganiserApi}/*/*/api/v1/organiser/*");
    }

    @Test
    void eachAddressIsThatOfItsApi() {
        assertThat(text(map(outputs, "Address"), "Value")).startsWith("https://${Api}.");
        assertThat(text(map(outputs, "OrganiserAddress"), "Value")).startsWith("https://${OrganiserApi}.");
    }

    /** CloudFormation refuses circular references; the linters do not see those through an API that SAM generates. */
    @Test
    void noResourceDependsOnItself() {
        assertThat(resourcesInCircles(resources)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!Sub \"https://${OrganiserApi}/\"", "!If [MailsAlarms, !Ref OrganiserApi, none]"})
    void aFunctionThatKnowsItsOwnApiIsFound(String url) throws IOException {
        String environment = """
                      LoggingConfig: { LogFormat: Text, LogGroup: !Ref ManageSessionsLog }
                      Environment:
                        Variables:
                """;
        String setting = "          ORGANISER_URL: " + url + "\n";

        assertThat(resourcesInCircles(resourcesWith(environment, environment + setting)))
                .contains("ManageSessionsFunction", ORGANISER_API)
                .doesNotContain("RegisterFunction", API);
    }

    @Test
    void everyApiHasAnAlarmOnServerErrors() {
        assertThat(ofType("AWS::CloudWatch::Alarm").values().stream()
                        .filter(alarm -> text(alarm, "MetricName").equals("5xx"))
                        .map(alarm -> dimensions(alarm).get("ApiId")))
                .containsExactlyInAnyOrderElementsOf(httpApis().keySet());
    }

    @Test
    void theTemplateGivesExactlyTheSettingsRead() throws IOException {
        Set<String> given = new TreeSet<>();
        template.functions().forEach(function -> given.addAll(settings(function).keySet()));

        assertThat(quoted("required\\(\"([A-Z_]+)\"\\)", ROOT.resolve(SETTINGS)))
                .isEqualTo(given);
        assertThat(settings(template.function("SendRemindersFunction"))).containsKey("CONFIGURATION_SET");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsNameExactlyTheirOwnRoutes(TemplateFunction function) throws IOException {
        Path code = ROOT.resolve(function.codeUri())
                .resolve("../../src/main/java")
                .resolve(function.handler().replace('.', '/'))
                .normalize()
                .resolveSibling("");
        Set<String> named = new TreeSet<>();
        boolean hasDefault = false;
        try (Stream<Path> files = Files.walk(code)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                named.addAll(quoted("\"((?:GET|POST|PUT|PATCH|DELETE) /[^\"]*)\"", file));
                hasDefault |= Files.readString(file).contains("case Request.NO_ROUTE");
            }
        }

        assertThat(named)
                .isEqualTo(function.routes().stream()
                        .filter(route -> !route.method().equals("HEAD") && !route.equals(Route.DEFAULT))
                        .map(Route::key)
                        .collect(Collectors.toSet()));
        assertThat(hasDefault).isEqualTo(function.routes().contains(Route.DEFAULT));
    }

    /** HTTP APIs do not route HEAD to GET. */
    @ParameterizedTest
    @MethodSource("functions")
    void everyGetRouteHasAHeadRoute(TemplateFunction function) {
        assertThat(pathsOf(function, "HEAD")).containsExactlyInAnyOrderElementsOf(pathsOf(function, "GET"));
    }

    @Test
    void mendsTheAddressesOfAllGetRoutesAndForms() {
        List<Route> routes = template.functions().stream()
                .flatMap(function -> function.routes().stream())
                .toList();

        assertThat(MendedPath.routes())
                .containsExactlyInAnyOrderElementsOf(routes.stream()
                        .filter(route -> route.method().equals("GET"))
                        .map(Route::path)
                        .toList());
        assertThat(MendedPath.forms())
                .containsExactlyInAnyOrderElementsOf(routes.stream()
                        .filter(route ->
                                route.method().equals("POST") && !route.path().startsWith("/api/"))
                        .map(Route::path)
                        .filter(path -> !MendedPath.routes().contains(path))
                        .toList());
    }

    private static List<String> pathsOf(TemplateFunction function, String method) {
        return function.routes().stream()
                .filter(route -> route.method().equals(method))
                .map(Route::path)
                .toList();
    }

    @Test
    void oneFunctionHasTheDefaultRoute() {
        assertThat(template.functions().stream()
                        .filter(function -> function.routes().contains(Route.DEFAULT))
                        .map(TemplateFunction::logicalId))
                .containsExactly("ListSessionsFunction");
    }

    @Test
    void everyThrottleNamesARouteOfItsApiAndSlowsIt() {
        assertThat(map(httpApi(resources, API), "RouteSettings")).isNotEmpty();
        for (String api : httpApis().keySet()) {
            Map<?, ?> limits = map(httpApi(resources, api), "RouteSettings");
            Map<?, ?> most = map(httpApi(resources, api), "DefaultRouteSettings");

            assertThat(limits.keySet()).extracting(Object::toString).as(api).isSubsetOf(routesOf(resources, api));
            assertThat(most.keySet()).as(api).isEqualTo(LIMITS);
            assertThat(limits.values()).as(api).allSatisfy(limit -> {
                assertThat(map(limit)).extracting(Map::keySet).isEqualTo(LIMITS);
                LIMITS.forEach(
                        name -> assertThat(number(map(limit), name)).as(name).isLessThan(number(most, name)));
            });
        }
    }

    @Test
    void everyAlarmNotifiesAndIsInTheRunbook() throws IOException {
        List<String> headings = Files.readAllLines(ROOT.resolve("docs/runbook.md"));

        assertThat(ofType("AWS::CloudWatch::Alarm"))
                .as("CloudWatch's free ones")
                .hasSizeBetween(1, 10);
        assertThat(ofType("AWS::CloudWatch::Alarm")).allSatisfy((id, alarm) -> {
            assertThat(alarm.get("AlarmActions")).as(id).isEqualTo(List.of("AlarmTopic"));
            assertThat(alarm.get("AlarmDescription")).as(id).isNotNull();
            assertThat(alarm.get("TreatMissingData")).as(id).isEqualTo("notBreaching");
            assertThat(headings).as(id).contains("## " + id);
        });
        assertThat(headings.stream().filter(line -> line.matches("## \\w+Alarm")))
                .hasSameSizeAs(ofType("AWS::CloudWatch::Alarm").keySet());
    }

    @Test
    void everyAlarmWatchesAnExistingMetric() {
        Map<String, Map<?, ?>> alarms = ofType("AWS::CloudWatch::Alarm");
        Set<String> counted = new TreeSet<>();
        ofType("AWS::Logs::MetricFilter")
                .values()
                .forEach(filter -> filter.values().stream()
                        .filter(List.class::isInstance)
                        .flatMap(transformations -> ((List<?>) transformations).stream())
                        .forEach(metric -> counted.add(text(map(metric), "MetricName"))));

        assertThat(alarms.values().stream()
                        .filter(alarm -> text(alarm, "Namespace").equals("${AWS::StackName}"))
                        .map(alarm -> text(alarm, "MetricName")))
                .containsExactlyInAnyOrderElementsOf(counted);
        assertThat(alarms).allSatisfy((id, alarm) -> {
            Map<String, String> dimensions = dimensions(alarm);
            assertThat(dimensions.getOrDefault("Resource", ":" + globals.get("AutoPublishAlias")))
                    .as("%s looks at the version that is live", id)
                    .endsWith(":" + globals.get("AutoPublishAlias"));
            if (dimensions.containsKey("FunctionName")) {
                assertThat(everyFunction()).as(id).containsKey(dimensions.get("FunctionName"));
            }
        });
    }

    @Test
    void everyFunctionUsesSnapStartOnItsNewestVersion() {
        assertThat(map(globals, "SnapStart").get("ApplyOn")).isEqualTo("PublishedVersions");
        assertThat(globals.get("AutoPublishAlias")).isEqualTo("live");
        assertThat(everyFunction()).allSatisfy((id, properties) -> {
            // Otherwise a change of a setting alone publishes no version, and the snapshot keeps the old settings.
            assertThat(properties.get("AutoPublishAliasAllProperties")).as(id).isEqualTo(true);
            assertThat(properties.keySet().stream().map(Object::toString))
                    .as(id)
                    .doesNotContain("SnapStart", "AutoPublishAlias", "MemorySize", "Architectures");
        });
    }

    @Test
    void everyFunctionHasTheMeasuredMemory() {
        assertThat(globals.get("MemorySize")).isEqualTo(1024);
    }

    @Test
    void everyFunctionHasALogGroupWithRetention() {
        Map<String, Map<?, ?>> logs = ofType("AWS::Logs::LogGroup");
        List<String> used = new ArrayList<>();
        everyFunction().forEach((id, properties) -> used.add(text(map(properties, "LoggingConfig"), "LogGroup")));

        assertThat(used).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(logs.keySet());
        assertThat(logs)
                .allSatisfy((id, log) -> assertThat(log.get("RetentionInDays")).isEqualTo("LogRetentionDays"));
        assertThat(logs.values().stream().map(log -> log.get("LogGroupName"))).doesNotHaveDuplicates();
    }

    @Test
    void theTableIsRetainedAndRecoverable() {
        Map<?, ?> table = map(resources, "Table");

        assertThat(table.get("DeletionPolicy")).isEqualTo("Retain");
        assertThat(table.get("UpdateReplacePolicy")).isEqualTo("Retain");
        assertThat(map(table, "Properties").get("DeletionProtectionEnabled")).isEqualTo(true);
        // Without RecoveryPeriodInDays it is 35 days, as PersonalData.BACKUP_RETENTION says.
        assertThat(map(table, "Properties", "PointInTimeRecoverySpecification"))
                .isEqualTo(Map.of("PointInTimeRecoveryEnabled", true));
        assertThat(map(table, "Properties", "TimeToLiveSpecification"))
                .isEqualTo(Map.of("AttributeName", "expiresAt", "Enabled", true));
        assertThat(map(table, "Properties", "SSESpecification")).isEqualTo(Map.of("SSEEnabled", true));
    }

    @Test
    void testsUseTheTemplatesTable() {
        FreshTable fresh = FreshTable.create();
        fresh.enableStream();
        TableDescription made = fresh.client()
                .describeTable(request -> request.tableName(fresh.name()))
                .table();
        Map<?, ?> declared = map(resources, "Table", "Properties");

        assertThat(keys(made.keySchema())).isEqualTo(declaredKeys(declared));
        assertThat(made.attributeDefinitions())
                .extracting(attribute -> attribute.attributeName() + " " + attribute.attributeTypeAsString())
                .containsExactlyInAnyOrderElementsOf(declaredList(declared, "AttributeDefinitions").stream()
                        .map(attribute -> text(attribute, "AttributeName") + " " + text(attribute, "AttributeType"))
                        .toList());
        Map<String, List<String>> indexes = new TreeMap<>();
        made.globalSecondaryIndexes().forEach(index -> {
            List<String> all = new ArrayList<>(keys(index.keySchema()));
            all.add(index.projection().projectionTypeAsString());
            all.addAll(new TreeSet<>(index.projection().nonKeyAttributes()));
            indexes.put(index.indexName(), all);
        });
        Map<String, List<String>> declaredIndexes = new TreeMap<>();
        declaredList(declared, "GlobalSecondaryIndexes").forEach(index -> {
            List<String> all = new ArrayList<>(declaredKeys(index));
            Map<?, ?> projection = map(index, "Projection");
            all.add(text(projection, "ProjectionType"));
            if (projection.get("NonKeyAttributes") instanceof List<?> attributes) {
                attributes.stream().map(Object::toString).sorted().forEach(all::add);
            }
            declaredIndexes.put(text(index, "IndexName"), all);
        });
        assertThat(indexes).isEqualTo(declaredIndexes);
        assertThat(made.streamSpecification().streamViewTypeAsString())
                .isEqualTo(map(declared, "StreamSpecification").get("StreamViewType"));
    }

    /** An attribute outside an index's projection is absent from what the agenda reads, without an error. */
    @Test
    void theAgendasIndexHasEveryFacet() {
        Gathering gathering = new Gathering(
                "topics", List.of("Jeugd"), "audience", List.of("Gemeenten"), "region", "Twente", "series", "Netwerk");
        AgendaResults found = gathering.wiring().agenda().search(AgendaQuery.EVERYTHING, 20, Gathering.NOW);

        assertThat(Facet.values())
                .allSatisfy(facet -> assertThat(found.choices(facet)).hasSize(1));
    }

    private static List<String> keys(List<KeySchemaElement> keys) {
        return keys.stream()
                .map(key -> key.attributeName() + " " + key.keyTypeAsString())
                .toList();
    }

    private static List<String> declaredKeys(Map<?, ?> tableOrIndex) {
        return declaredList(tableOrIndex, "KeySchema").stream()
                .map(key -> text(key, "AttributeName") + " " + text(key, "KeyType"))
                .toList();
    }

    private static List<Map<?, ?>> declaredList(Map<?, ?> tree, String name) {
        List<Map<?, ?>> list = new ArrayList<>();
        if (tree.get(name) instanceof List<?> entries) {
            entries.forEach(entry -> list.add(map(entry)));
        }
        return list;
    }

    private static Map<String, String> dimensions(Map<?, ?> alarm) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        declaredList(alarm, "Dimensions").forEach(one -> dimensions.put(text(one, "Name"), text(one, "Value")));
        return dimensions;
    }

    private Map<String, Map<?, ?>> ofType(String type) {
        Map<String, Map<?, ?>> found = new LinkedHashMap<>();
        resources.forEach((id, resource) -> {
            if (text(map(resource), "Type").equals(type)) {
                found.put(id.toString(), map(resource, "Properties"));
            }
        });
        return found;
    }

    /** Returns everything in a source file that the pattern's group matches. */
    private static Set<String> quoted(String pattern, Path source) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(source))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> settings(TemplateFunction function) {
        Map<String, String> settings = new LinkedHashMap<>(function.environment());
        settings.remove(JVM_OPTIONS);
        return settings;
    }

    /** Creates a handler whose clients cannot reach anything; none is needed to start. */
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
                    new Settings(environment),
                    Clock.systemUTC(),
                    new SecureRandom(),
                    Sleeper.real(),
                    tables,
                    () -> mail);
            Constructor<?> constructor = Class.forName(function.handler()).getConstructor(Wiring.class);
            return constructor.newInstance(wiring);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private Map<String, Map<?, ?>> everyFunction() {
        return ofType("AWS::Serverless::Function");
    }

    private List<Map<?, ?>> events(String function) {
        return events(resources, function);
    }

    private static List<Map<?, ?>> events(Map<?, ?> resources, String resource) {
        List<Map<?, ?>> events = new ArrayList<>();
        map(resources, resource, "Properties", "Events").values().forEach(event -> events.add(map(event)));
        return events;
    }

    /** Describes each route that is on the wrong API, and each that does not leave everything to its API. */
    private static List<String> routeFaults(Map<?, ?> resources) {
        List<String> faults = new ArrayList<>();
        for (Map<?, ?> route : routeEvents(resources)) {
            String expected = text(route, "Path").startsWith(ORGANISER_PATHS) ? ORGANISER_API : API;
            if (!text(route, "ApiId").equals(expected)) {
                faults.add(key(route) + " is on " + text(route, "ApiId"));
            }
            route.keySet().stream()
                    .filter(property -> !ROUTE_PROPERTIES.contains(property))
                    .forEach(property -> faults.add(key(route) + " has its own " + property));
        }
        return faults;
    }

    private static List<String> routesOf(Map<?, ?> resources, String api) {
        return routeEvents(resources).stream()
                .filter(route -> text(route, "ApiId").equals(api))
                .map(TemplateAgreesTest::key)
                .toList();
    }

    private static List<Map<?, ?>> routeEvents(Map<?, ?> resources) {
        List<Map<?, ?>> routes = new ArrayList<>();
        resources
                .keySet()
                .forEach(id -> events(resources, id.toString()).stream()
                        .filter(event -> text(event, "Type").equals("HttpApi"))
                        .forEach(event -> routes.add(map(event, "Properties"))));
        return routes;
    }

    private static String key(Map<?, ?> route) {
        return route.containsKey("Path")
                ? new Route(text(route, "Method"), text(route, "Path")).key()
                : Route.DEFAULT.key();
    }

    /** Returns the limits that hold for a route: its own, or else its API's default. */
    private static Map<?, ?> limit(Map<?, ?> resources, String api, String route) {
        Map<?, ?> own = map(httpApi(resources, api), "RouteSettings", route);
        return own.isEmpty() ? map(httpApi(resources, api), "DefaultRouteSettings") : own;
    }

    /** Returns the resources that cannot be created before all those they refer to, in any order. */
    private Set<String> resourcesInCircles(Map<?, ?> resources) {
        Map<String, Set<String>> needed = new TreeMap<>();
        resources.keySet().forEach(id -> needed.put(id.toString(), new TreeSet<>()));
        resources.forEach((id, resource) -> {
            Set<String> its = needed.getOrDefault(id.toString(), Set.of());
            if (text(map(resource), "Type").equals("AWS::Serverless::Function")) {
                addReferences(globals, needed.keySet(), its);
            }
            map(resource, "Properties").forEach((name, value) -> {
                if (!name.equals("Events")) {
                    addReferences(value, needed.keySet(), its);
                }
            });
            for (Map<?, ?> event : events(resources, id.toString())) {
                if (text(event, "Type").equals("HttpApi")) {
                    // SAM writes the function into the description of the API.
                    needed.getOrDefault(text(map(event, "Properties"), "ApiId"), new TreeSet<>())
                            .add(id.toString());
                } else {
                    addReferences(event, needed.keySet(), its);
                }
            }
        });
        while (needed.values().removeIf(Set::isEmpty)) {
            needed.values().forEach(its -> its.retainAll(needed.keySet()));
        }
        return needed.keySet();
    }

    private static void addReferences(Object value, Set<String> ids, Set<String> found) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(one -> addReferences(one, ids, found));
            case List<?> list -> list.forEach(one -> addReferences(one, ids, found));
            case String text ->
                ids.stream()
                        .filter(id -> text.equals(id)
                                || text.startsWith(id + ".")
                                || text.contains("${" + id + "}")
                                || text.contains("${" + id + "."))
                        .forEach(found::add);
            default -> {}
        }
    }

    private static int number(Map<?, ?> tree, String name) {
        return Integer.parseInt(text(tree, name));
    }

    private Map<String, Map<?, ?>> httpApis() {
        return ofType("AWS::Serverless::HttpApi");
    }

    private static Map<?, ?> httpApi(Map<?, ?> resources, String id) {
        return map(resources, id, "Properties");
    }

    /** Returns the ARNs of the routes that this role may call. */
    private List<String> invokableRoutes(String role) {
        return declaredList(map(resources, role, "Properties"), "Policies").stream()
                .flatMap(policy -> declaredList(map(policy, "PolicyDocument"), "Statement").stream())
                .filter(statement -> text(statement, "Action").equals("execute-api:Invoke"))
                .map(statement -> text(statement, "Resource"))
                .toList();
    }

    private static Map<?, ?> resourcesWith(String original, String replacement) throws IOException {
        String template = Files.readString(TemplateTest.FILE);
        assertThat(template).containsOnlyOnce(original);
        return map(tree(template.replace(original, replacement)), "Resources");
    }

    private static Object tree(String template) {
        return new Yaml(new TaggedValuesAsText()).load(template);
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

    /** Reads {@code !GetAtt Queue.Arn} as the text after the tag, and {@code !If [a, b, c]} as the list. */
    private static final class TaggedValuesAsText extends SafeConstructor {

        TaggedValuesAsText() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return switch (node) {
                        case ScalarNode scalar -> scalar.getValue();
                        case SequenceNode sequence -> constructSequence(sequence);
                        default -> throw new IllegalStateException("cannot read " + node.getTag());
                    };
                }
            });
        }
    }
}
