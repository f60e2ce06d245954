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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.sending.SendReminders;
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
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.ses.SesClient;

/** Compares the template with the code and the poms, where it repeats what they say. */
final class TemplateAgreesTest {

    private static final Path ROOT = Path.of("..");

    private static final Path SETTINGS = Path.of("shared/src/main/java/nl/samenkomst/Settings.java");

    /** Read by the JVM, not by a function. */
    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    private static final Duration MAX_HTTP_API_WAIT = Duration.ofSeconds(29);

    private final Template template;
    private final Map<?, ?> resources;
    private final Map<?, ?> globals;

    TemplateAgreesTest() throws IOException {
        template = template();
        Object tree = new Yaml(new TaggedValuesAsText()).load(Files.readString(TemplateTest.FILE));
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
        assertThat(template.function("SendRemindersFunction").timeout()).isLessThan(SendReminders.CLAIM);
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

    @Test
    void theStreamHasKeysOnly() {
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
                    (auth == null ? open : signed)
                            .add(String.valueOf(properties.containsKey("Path") ? properties.get("Path") : "$default"));
                }
            }
        }

        assertThat(signed).isNotEmpty().allMatch(path -> path.startsWith("/api/v1/organiser/"));
        assertThat(open).contains("$default").noneMatch(path -> path.contains("organiser"));
        assertThat(map(resources, "Api", "Properties", "Auth").get("EnableIamAuthorizer"))
                .isEqualTo(true);
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
    void handlersNameOnlyTheirOwnRoutes(TemplateFunction function) throws IOException {
        Path handler = ROOT.resolve(function.codeUri())
                .resolve("../../src/main/java")
                .resolve(function.handler().replace('.', '/') + ".java")
                .normalize();

        assertThat(quoted("\"((?:GET|POST|PUT|PATCH|DELETE) /[^\"]*)\"", handler))
                .isSubsetOf(function.routes().stream().map(Route::key).toList());
        assertThat(Files.readString(handler).contains("case Request.NO_ROUTE"))
                .isEqualTo(function.routes().contains(Route.DEFAULT));
    }

    /** HTTP APIs do not route HEAD to GET. Paths below /api/ need no HEAD: programs have the API description. */
    @ParameterizedTest
    @MethodSource("functions")
    void everyPageRouteHasAHeadRoute(TemplateFunction function) {
        assertThat(pathsOf(function, "HEAD"))
                .containsExactlyInAnyOrderElementsOf(pathsOf(function, "GET").stream()
                        .filter(path -> !path.startsWith("/api/"))
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
    void everyThrottleNamesARoute() {
        Map<?, ?> limits = map(resources, "Api", "Properties", "RouteSettings");

        assertThat(limits.keySet())
                .extracting(Object::toString)
                .isNotEmpty()
                .isSubsetOf(template.functions().stream()
                        .flatMap(function -> function.routes().stream())
                        .map(Route::key)
                        .toList());
        assertThat(limits.values())
                .allSatisfy(limit -> assertThat(map(limit))
                        .extracting(Map::keySet)
                        .isEqualTo(Set.of("ThrottlingBurstLimit", "ThrottlingRateLimit")));
    }

    @Test
    void everyOrganiserRouteHasTheOrganisersThrottle() {
        Map<?, ?> limits = map(resources, "Api", "Properties", "RouteSettings");
        Map<Object, Object> organisers = new TreeMap<>();
        limits.forEach((route, limit) -> {
            if (route.toString().contains(" /api/v1/organiser/")) {
                organisers.put(route, limit);
            }
        });

        assertThat(organisers.keySet())
                .isEqualTo(template.functions().stream()
                        .flatMap(function -> function.routes().stream())
                        .filter(route -> route.path().startsWith("/api/v1/organiser/"))
                        .map(Route::key)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(Set.copyOf(organisers.values())).hasSize(1);
    }

    @Test
    void everyAlarmNotifiesAndIsInTheRunbook() throws IOException {
        List<String> headings = Files.readAllLines(ROOT.resolve("docs/runbook.md"));

        assertThat(ofType("AWS::CloudWatch::Alarm")).isNotEmpty().allSatisfy((id, alarm) -> {
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
        assertThat(map(table, "Properties", "PointInTimeRecoverySpecification"))
                .isEqualTo(Map.of("PointInTimeRecoveryEnabled", true));
        assertThat(map(table, "Properties", "TimeToLiveSpecification"))
                .isEqualTo(Map.of("AttributeName", "expiresAt", "Enabled", true));
        assertThat(map(table, "Properties", "SSESpecification")).isEqualTo(Map.of("SSEEnabled", true));
    }

    @Test
    void testsUseTheTemplatesTable() {
        FreshTable fresh = FreshTable.create();
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
    private static final class TaggedValuesAsText extends SafeConstructor {

        TaggedValuesAsText() {
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
