package nl.samenkomst.local.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** Reads template.yaml, so that the desk on a laptop has the same functions, routes, table and schedule. */
public final class Template {

    /** The partition keys of a request (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html). */
    private static final String LEADING_KEYS = "dynamodb:LeadingKeys";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}][^}]*)}");
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    private final Map<?, ?> tree;
    private final Map<String, String> names;

    private Template(Map<?, ?> tree, Map<String, String> names) {
        this.tree = tree;
        this.names = names;
    }

    /**
     * Reads a template.
     *
     * @param names local values of parameters, and of resources by logical id; a parameter that is missing has its
     *     default
     */
    public static Template read(Path file, Map<String, String> names) throws IOException {
        Map<?, ?> tree = object(new Yaml(new CloudFormationTags()).load(Files.readString(file)), file.toString());
        Map<String, String> known = new LinkedHashMap<>();
        if (tree.get("Parameters") instanceof Map<?, ?> parameters) {
            parameters.forEach((name, parameter) -> {
                if (parameter instanceof Map<?, ?> described && described.containsKey("Default")) {
                    known.put(name.toString(), at(described, "Default").toString());
                }
            });
        }
        known.putAll(names);
        return new Template(tree, known);
    }

    /** Returns the declarations of the deployment parameters, by name. */
    public Map<String, Map<?, ?>> parameters() {
        Map<String, Map<?, ?>> parameters = new LinkedHashMap<>();
        object(at(tree, "Parameters"), "Parameters")
                .forEach((name, parameter) -> parameters.put(name.toString(), object(parameter, "Parameters/" + name)));
        return parameters;
    }

    /** Returns the functions in the order of the template. */
    public List<TemplateFunction> functions() {
        List<TemplateFunction> functions = new ArrayList<>();
        resources().forEach((id, resource) -> {
            if (at(resource, "Type").equals("AWS::Serverless::Function")) {
                functions.add(function(id.toString(), object(at(resource, "Properties"), id + "/Properties")));
            }
        });
        return functions;
    }

    public TemplateFunction function(String logicalId) {
        return functions().stream()
                .filter(function -> function.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the template has no " + logicalId));
    }

    /** Returns the request that creates the template's only table, under this name. */
    public CreateTableRequest table(String tableName) {
        Map<?, ?> table = tableProperties();
        return CreateTableRequest.builder()
                .tableName(tableName)
                .billingMode(text(at(table, "BillingMode")))
                .attributeDefinitions(list(at(table, "AttributeDefinitions")).stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(text(at(attribute, "AttributeName")))
                                .attributeType(text(at(attribute, "AttributeType")))
                                .build())
                        .toList())
                .keySchema(keys(table))
                .globalSecondaryIndexes(list(at(table, "GlobalSecondaryIndexes")).stream()
                        .map(index -> GlobalSecondaryIndex.builder()
                                .indexName(text(at(index, "IndexName")))
                                .keySchema(keys(index))
                                .projection(projection(object(at(index, "Projection"), "Projection")))
                                .build())
                        .toList())
                .streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(text(at(table, "StreamSpecification", "StreamViewType")))
                        .build())
                .build();
    }

    /** Creates the template's only table under this name, and enables time to live, which the request cannot. */
    public void createTable(DynamoDbClient client, String tableName) {
        client.createTable(table(tableName));
        client.updateTimeToLive(request -> request.tableName(tableName)
                .timeToLiveSpecification(
                        ttl -> ttl.attributeName(timeToLiveAttribute()).enabled(true)));
    }

    /** Returns the name of the attribute that holds an item's expiry. */
    public String timeToLiveAttribute() {
        return text(at(tableProperties(), "TimeToLiveSpecification", "AttributeName"));
    }

    /** Returns the interval at which the schedule invokes this function. */
    public Duration rateOf(String logicalId) {
        String expression = text(at(eventOf(logicalId, "ScheduleV2"), "ScheduleExpression"));
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new IllegalStateException("not a rate: " + expression);
        }
        long number = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** Returns the memory of each function, in megabytes. */
    public int memoryMegabytes() {
        return Integer.parseInt(text(at(tree, "Globals", "Function", "MemorySize")));
    }

    /** Returns how many resources have this type, such as {@code AWS::CloudWatch::Alarm}. */
    public int count(String type) {
        return Math.toIntExact(resources().values().stream()
                .filter(resource -> at(resource, "Type").equals(type))
                .count());
    }

    /** Returns how many custom metrics are made from log lines; filters of several logs may feed the same metric. */
    public int metrics() {
        return Math.toIntExact(resources().values().stream()
                .filter(resource -> at(resource, "Type").equals("AWS::Logs::MetricFilter"))
                .flatMap(filter -> list(at(filter, "Properties", "MetricTransformations")).stream())
                .map(metric -> at(metric, "MetricName"))
                .distinct()
                .count());
    }

    /** Returns how the table's stream is delivered to each function that gets it, by logical id. */
    public Map<String, StreamSource> streams() {
        Map<String, StreamSource> streams = new LinkedHashMap<>();
        for (TemplateFunction function : functions()) {
            String id = function.logicalId();
            optionalEvent(id, "DynamoDB").ifPresent(event -> streams.put(id, stream(event)));
        }
        return streams;
    }

    /** Returns how the table's stream is delivered to this function. */
    public StreamSource streamOf(String logicalId) {
        return stream(eventOf(logicalId, "DynamoDB"));
    }

    private StreamSource stream(Map<?, ?> event) {
        return new StreamSource(
                text(at(event, "StartingPosition")),
                Integer.parseInt(text(at(event, "BatchSize"))),
                Integer.parseInt(text(at(event, "MaximumRetryAttempts"))),
                Boolean.parseBoolean(text(at(event, "BisectBatchOnFunctionError"))),
                list(at(event, "FunctionResponseTypes")).contains("ReportBatchItemFailures"),
                event.containsKey("FilterCriteria")
                        ? list(at(event, "FilterCriteria", "Filters")).stream()
                                .map(filter -> StreamFilter.parse(text(at(filter, "Pattern"))))
                                .toList()
                        : List.of());
    }

    /** Returns how often an asynchronous invocation of this function is tried again. */
    public int retriesOf(String logicalId) {
        return Integer.parseInt(
                text(at(resources(), logicalId, "Properties", "EventInvokeConfig", "MaximumRetryAttempts")));
    }

    /**
     * One IAM statement that allows actions.
     *
     * @param conditions those that are {@code StringEquals}
     * @param leadingKeys patterns of the partition keys that it is limited to; empty for no such limit
     */
    public record Statement(
            List<String> actions, List<String> resources, Map<String, String> conditions, List<String> leadingKeys) {}

    /**
     * Returns the IAM statements of this function.
     *
     * @throws IllegalStateException if a statement denies, or has another condition than {@code StringEquals} or one on
     *     {@code dynamodb:LeadingKeys}
     */
    public List<Statement> statements(String logicalId) {
        List<Statement> statements = new ArrayList<>();
        for (Object policy : list(at(resources(), logicalId, "Properties", "Policies"))) {
            list(at(policy, "Statement")).forEach(statement -> statements.add(statement(statement)));
        }
        return statements;
    }

    private Statement statement(Object statement) {
        String effect = text(at(statement, "Effect"));
        if (!effect.equals("Allow")) {
            throw new IllegalStateException("cannot read a statement to " + effect);
        }
        Map<String, String> conditions = new LinkedHashMap<>();
        List<String> leadingKeys = new ArrayList<>();
        if (object(statement, "Statement").get("Condition") instanceof Map<?, ?> operators) {
            operators.forEach((operator, values) -> {
                switch (operator.toString()) {
                    case "StringEquals" ->
                        object(values, "StringEquals")
                                .forEach((key, value) -> conditions.put(key.toString(), text(value)));
                    case "ForAllValues:StringLike" ->
                        list(at(values, LEADING_KEYS)).forEach(pattern -> leadingKeys.add(text(pattern)));
                    default -> throw new IllegalStateException("cannot read " + operator + ", only StringEquals");
                }
            });
        }
        return new Statement(
                list(at(statement, "Action")).stream().map(this::text).toList(),
                list(at(statement, "Resource")).stream().map(this::text).toList(),
                conditions,
                leadingKeys);
    }

    private TemplateFunction function(String logicalId, Map<?, ?> properties) {
        Map<?, ?> globals = object(at(tree, "Globals", "Function"), "Globals/Function");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.putAll(environment(globals));
        environment.putAll(environment(properties));
        List<Route> routes = new ArrayList<>();
        if (properties.get("Events") instanceof Map<?, ?> events) {
            events.forEach((name, event) -> {
                if (at(event, "Type").equals("HttpApi")) {
                    routes.add(route(object(at(event, "Properties"), name + "/Properties")));
                }
            });
        }
        Object timeout = at(properties.containsKey("Timeout") ? properties : globals, "Timeout");
        return new TemplateFunction(
                logicalId,
                text(at(properties, "Handler")),
                Path.of(text(at(properties, "CodeUri"))),
                Duration.ofSeconds(Long.parseLong(text(timeout))),
                environment,
                routes);
    }

    /** Returns the route of an event; in SAM, an event without path and method has the default route. */
    private Route route(Map<?, ?> properties) {
        return properties.containsKey("Path") || properties.containsKey("Method")
                ? new Route(text(at(properties, "Method")), text(at(properties, "Path")))
                : Route.DEFAULT;
    }

    private Map<String, String> environment(Map<?, ?> properties) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (properties.get("Environment") instanceof Map<?, ?> given) {
            object(at(given, "Variables"), "Variables")
                    .forEach((name, value) -> environment.put(name.toString(), text(value)));
        }
        return environment;
    }

    private Map<?, ?> eventOf(String logicalId, String type) {
        return optionalEvent(logicalId, type)
                .orElseThrow(() -> new IllegalStateException(logicalId + " has no event " + type));
    }

    private Optional<Map<?, ?>> optionalEvent(String logicalId, String type) {
        Map<?, ?> properties = object(at(resources(), logicalId, "Properties"), logicalId);
        Map<?, ?> events = properties.get("Events") instanceof Map<?, ?> declared ? declared : Map.of();
        return events.values().stream()
                .filter(event -> at(event, "Type").equals(type))
                .<Map<?, ?>>map(event -> object(at(event, "Properties"), type))
                .findFirst();
    }

    private Map<?, ?> tableProperties() {
        return resources().values().stream()
                .filter(resource -> at(resource, "Type").equals("AWS::DynamoDB::Table"))
                .map(resource -> object(at(resource, "Properties"), "Properties"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the template has no table"));
    }

    private Map<?, ?> resources() {
        return object(at(tree, "Resources"), "Resources");
    }

    private List<KeySchemaElement> keys(Object tableOrIndex) {
        return list(at(tableOrIndex, "KeySchema")).stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(text(at(key, "AttributeName")))
                        .keyType(text(at(key, "KeyType")))
                        .build())
                .toList();
    }

    private Projection projection(Map<?, ?> declared) {
        Projection.Builder projection = Projection.builder().projectionType(text(at(declared, "ProjectionType")));
        if (declared.get("NonKeyAttributes") instanceof List<?> attributes) {
            projection.nonKeyAttributes(attributes.stream().map(this::text).toList());
        }
        return projection.build();
    }

    /** Returns a value as text, with intrinsic functions (such as {@code !Ref} and {@code !Sub}) resolved. */
    private String text(Object value) {
        if (value instanceof Map<?, ?> call && call.size() == 1) {
            String function = call.keySet().iterator().next().toString();
            Object argument = call.values().iterator().next();
            return switch (function) {
                case "Ref", "GetAtt" -> named(argument.toString());
                case "Sub" -> substituted(list(argument));
                case "Select" -> text(selected(list(argument)));
                case "If" -> text(chosen(list(argument)));
                default -> throw new IllegalStateException("cannot read !" + function + " here");
            };
        }
        return value.toString();
    }

    /** Resolves {@code !Sub}: a text with placeholders, some of them possibly defined for this text only. */
    private String substituted(List<?> textAndNames) {
        Map<?, ?> own = textAndNames.size() > 1 ? object(textAndNames.get(1), "Sub") : Map.of();
        return PLACEHOLDER.matcher(textAndNames.getFirst().toString()).replaceAll(found -> {
            Object value = own.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? named(found.group(1)) : text(value));
        });
    }

    private Object selected(List<?> indexAndList) {
        int index = Integer.parseInt(text(indexAndList.getFirst()));
        Object from = indexAndList.get(1);
        if (from instanceof Map<?, ?> call && call.get("Split") instanceof List<?> split) {
            return text(split.get(1)).split(Pattern.quote(text(split.getFirst())), -1)[index];
        }
        return list(from).get(index);
    }

    /** Resolves {@code !If}: a condition's name, the value if it holds, and the value if it does not. */
    private Object chosen(List<?> conditionAndValues) {
        String condition = conditionAndValues.getFirst().toString();
        return conditionAndValues.get(holds(at(tree, "Conditions", condition)) ? 1 : 2);
    }

    private boolean holds(Object condition) {
        Map.Entry<?, ?> call =
                object(condition, "Conditions").entrySet().iterator().next();
        List<?> arguments = list(call.getValue());
        return switch (call.getKey().toString()) {
            case "Equals" -> text(arguments.getFirst()).equals(text(arguments.getLast()));
            case "Not" -> !holds(arguments.getFirst());
            default -> throw new IllegalStateException("cannot decide on !" + call.getKey());
        };
    }

    private String named(String parameterOrResource) {
        String name = names.get(parameterOrResource);
        if (name == null) {
            throw new IllegalStateException("nobody says what " + parameterOrResource + " is");
        }
        return name;
    }

    private static Object at(Object tree, String... path) {
        Object here = tree;
        for (String name : path) {
            Object next = here instanceof Map<?, ?> map ? map.get(name) : null;
            if (next == null) {
                throw new IllegalStateException("the template lacks " + String.join("/", path));
            }
            here = next;
        }
        return here;
    }

    private static Map<?, ?> object(Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("not an object: " + where);
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** Parses the short form of an intrinsic function, {@code !Ref Table}, as {@code {Ref: Table}}. */
    private static final class CloudFormationTags extends SafeConstructor {

        CloudFormationTags() {
            super(strict());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return Map.of(node.getTag().getValue().substring(1), argument(node));
                }
            });
        }

        private Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalStateException("cannot read " + node.getTag());
            };
        }

        private static LoaderOptions strict() {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return options;
        }
    }
}
