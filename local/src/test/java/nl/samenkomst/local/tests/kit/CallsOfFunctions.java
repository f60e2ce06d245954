package nl.samenkomst.local.tests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import nl.samenkomst.local.tests.template.Permission;
import nl.samenkomst.local.tests.template.Permissions;
import nl.samenkomst.local.tests.template.TemplateTest;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;

/**
 * Records the permission that each AWS call of a function needs, in all tests of this module and in whichever process
 * they run. The SDK loads it by {@code execution.interceptors}, and it sees every client.
 */
public final class CallsOfFunctions implements ExecutionInterceptor {

    private static final String TABLE = "table";

    /** Is on the stack of every read that it starts, and of no other call. */
    private static final String CONCURRENT_READ = ConcurrentReads.class.getName();

    private static final AttributeValue NO_KEY = AttributeValue.fromNul(true);

    /** Logical ids of the functions, by the class name of their handler. */
    private static final Map<String, String> FUNCTIONS = functions();

    /** The folder in which this run of the tests records; the build sets it for all processes. */
    private static final Path FOLDER = Path.of(System.getProperty("callsOfFunctions", "target/calls-of-functions"));

    private static final Path OWN_FILE = FOLDER.resolve(ProcessHandle.current().pid() + ".txt");

    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

    /**
     * Returns the permissions used, by function. A call that this class does not know counts as a permission named
     * after its request.
     */
    public static Permissions used() throws IOException {
        Map<String, Set<Permission>> used = new HashMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split("\t", -1);
                    used.computeIfAbsent(parts[0], first -> new HashSet<>()).add(permission(parts));
                }
            }
        }
        return new Permissions(used);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        function()
                .ifPresent(function -> neededFor(context.request())
                        .map(permission -> line(function, permission))
                        .filter(WRITTEN::add)
                        .forEach(CallsOfFunctions::write));
    }

    /** Records that the calling function has read a secret, by a call that no client of the SDK makes. */
    public static void readSecret(String name) {
        function()
                .map(function -> line(
                        function,
                        new Permission("ssm:GetParameter", "arn:aws:ssm:eu-west-1:123456789012:parameter" + name)))
                .filter(WRITTEN::add)
                .ifPresent(CallsOfFunctions::write);
    }

    private static String line(String function, Permission permission) {
        Stream<String> conditions = permission.conditions().entrySet().stream()
                .flatMap(condition -> Stream.of(condition.getKey(), condition.getValue()));
        return Stream.concat(Stream.of(function, permission.action(), permission.resource()), conditions)
                .collect(Collectors.joining("\t"));
    }

    private static Permission permission(String[] line) {
        Map<String, String> conditions = new HashMap<>();
        for (int i = 3; i < line.length; i += 2) {
            conditions.put(line[i], line[i + 1]);
        }
        return new Permission(line[1], line[2], conditions);
    }

    private static synchronized void write(String line) {
        try {
            Files.createDirectories(FOLDER);
            Files.write(OWN_FILE, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    /**
     * Finds the calling function on the stack, since a synchronous client calls from the handler's own thread; or, for a
     * read that the handler started in another thread, by the invocation that this inherits.
     */
    private static Optional<String> function() {
        List<String> classes = StackWalker.getInstance()
                .walk(frames ->
                        frames.map(frame -> outermost(frame.getClassName())).toList());
        Optional<String> onStack = classes.stream()
                .flatMap(name -> Optional.ofNullable(FUNCTIONS.get(name)).stream())
                .findFirst();
        return classes.contains(CONCURRENT_READ)
                ? onStack.or(() -> Invocation.lastFunction().filter(FUNCTIONS::containsValue))
                : onStack;
    }

    private static String outermost(String type) {
        int inner = type.indexOf('$');
        return inner < 0 ? type : type.substring(0, inner);
    }

    /**
     * Returns the permissions that a request needs. A transaction has no action of its own: each operation needs the
     * action of its kind (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html).
     * A query of an index needs a permission on the index only.
     */
    public static Stream<Permission> neededFor(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> onTable("GetItem", keys(get.key()));
            case BatchGetItemRequest batch ->
                onTable(
                        "BatchGetItem",
                        batch.requestItems().values().stream()
                                .flatMap(keys -> keys.keys().stream())
                                .flatMap(CallsOfFunctions::keys));
            case PutItemRequest put -> onTable("PutItem", keys(put.item()));
            case UpdateItemRequest update -> onTable("UpdateItem", keys(update.key()));
            case DeleteItemRequest delete -> onTable("DeleteItem", keys(delete.key()));
            case DescribeTableRequest _ -> onTable("DescribeTable", Stream.of());
            case QueryRequest query
            when query.indexName() != null ->
                Stream.of(new Permission("dynamodb:Query", TABLE + "/index/" + query.indexName()));
            case QueryRequest query ->
                onTable(
                        "Query",
                        keys(Map.of("PK", query.expressionAttributeValues().getOrDefault(":PK", NO_KEY))));
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream().flatMap(CallsOfFunctions::neededFor);
            case SendRawEmailRequest letter -> toSend(letter);
            default -> Stream.of(new Permission(request.getClass().getSimpleName(), "nobody knows what"));
        };
    }

    private static Stream<Permission> neededFor(TransactWriteItem changes) {
        return Stream.of(
                        Optional.ofNullable(changes.put()).map(put -> onTable("PutItem", keys(put.item()))),
                        Optional.ofNullable(changes.update()).map(update -> onTable("UpdateItem", keys(update.key()))),
                        Optional.ofNullable(changes.delete()).map(delete -> onTable("DeleteItem", keys(delete.key()))),
                        Optional.ofNullable(changes.conditionCheck())
                                .map(check -> onTable("ConditionCheckItem", keys(check.key()))))
                .flatMap(Optional::stream)
                .flatMap(permissions -> permissions);
    }

    private static Stream<Permission> onTable(String action, Stream<Permission> keys) {
        return Stream.concat(Stream.of(new Permission("dynamodb:" + action, TABLE)), keys);
    }

    /** Returns the permission for items with a partition key like this one's: {@code S#*} for {@code S#sessie}. */
    private static Stream<Permission> keys(Map<String, AttributeValue> item) {
        AttributeValue key = item.getOrDefault("PK", NO_KEY);
        return key.s() == null
                ? Stream.of()
                : Stream.of(Permission.ofKeys(key.s().replaceFirst("#.*", "#*")));
    }

    /**
     * Returns the permissions on the sender's identity, which is its address or its domain, and on the configuration
     * set.
     */
    private static Stream<Permission> toSend(SendRawEmailRequest letter) {
        String sender = letter.source();
        return Stream.of(
                        "identity/" + sender,
                        "identity/" + sender.substring(sender.indexOf('@') + 1),
                        "configuration-set/" + letter.configurationSetName())
                .map(resource -> new Permission(
                        "ses:SendRawEmail",
                        "arn:aws:ses:eu-west-1:123456789012:" + resource,
                        Map.of("ses:FromAddress", sender)));
    }

    private static Map<String, String> functions() {
        try {
            return Template.read(TemplateTest.FILE, Permissions.NAMES).functions().stream()
                    .collect(Collectors.toMap(TemplateFunction::handler, TemplateFunction::logicalId));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
