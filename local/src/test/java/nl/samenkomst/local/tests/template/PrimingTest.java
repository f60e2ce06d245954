package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.RecordingTable;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/**
 * Checks SnapStart priming: before the snapshot, every function runs all that a visitor's request runs, without effect.
 */
class PrimingTest {

    private static final Set<String> READS = Set.of("BatchGetItem", "Query");
    private static final Set<String> WRITES = Set.of("TransactWriteItems", "PutItem", "UpdateItem", "DeleteItem");

    /** A real session with the name that priming uses, and a real sign-up for it, are safe too. */
    private static final SessionId SAME_NAME = new SessionId("priming");

    private static final EmailAddress SAME_ADDRESS = new EmailAddress("participant@priming.invalid");

    /**
     * All instances start from one snapshot, so anything drawn or read from a clock before it would be the same in all.
     */
    private static final Clock NO_CLOCK = new Clock() {
        @Override
        public Instant instant() {
            throw new AssertionError("a clock is read before the snapshot");
        }

        @Override
        public ZoneId getZone() {
            throw new AssertionError("a clock is read before the snapshot");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new AssertionError("a clock is read before the snapshot");
        }
    };

    private static final RandomGenerator NO_RANDOM = () -> {
        throw new AssertionError("something is drawn before the snapshot");
    };

    private static final Sleeper NO_PAUSE = duration -> {
        throw new AssertionError("priming waits");
    };

    private final RecordingTable asked = new RecordingTable();
    private final List<String> calls = asked.calls();
    private final DynamoDbClient table = asked.client();
    private final Gathering gathering = new Gathering();
    private final Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
    private final MailEndpoint mail = MailEndpoint.start(mailbox);

    PrimingTest() throws IOException {
        gathering.enableStream();
    }

    static List<TemplateFunction> functions() throws IOException {
        return Template.read(TemplateTest.FILE, TemplateTest.NAMES).functions();
    }

    @AfterEach
    void close() {
        table.close();
        mail.close();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void usesTheTableButChangesNothingAndNeedsNoClockOrRandomness(TemplateFunction function) throws Exception {
        assertThatPrimingLeaves(3, function);
        assertThat(calls).startsWith("DescribeTable").containsAnyElementsOf(READS);
        assertThat(calls.stream().anyMatch(WRITES::contains))
                .as("%s: %s", function.logicalId(), calls)
                .isEqualTo(mayWrite(function));

        gathering.signUp("noor");
        Wiring wiring = gathering.wiring();
        SessionDocument document = gathering.session().document();
        wiring.organiser().publishSession().publish(SAME_NAME, document, Optional.empty(), Actor.LOCAL);
        wiring.register()
                .register(SAME_NAME, new SignUp(new Person("Noor", SAME_ADDRESS, Optional.empty()), Optional.empty()));
        assertThatPrimingLeaves(11, function);
    }

    private void assertThatPrimingLeaves(int items, TemplateFunction function) throws Exception {
        Set<Map<String, AttributeValue>> before = everything();
        prime(function, gathering.settings());
        assertThat(everything()).hasSize(items).isEqualTo(before);
        assertThat(mailbox.letters()).isEmpty();
    }

    @Test
    void everyFunctionFailsAndNamesWhatTheTableLacks() throws IOException {
        assertThatEachFails(without("due", "due", "dueAt"), " has no index due");
        assertThatEachFails(without("agenda", "agenda", "startsAt"), " has no index agenda");
        assertThatEachFails(without("listed", "listed"), " has no index listed");
        assertThatEachFails(without("series", "series"), " has no index series");
        assertThatEachFails(
                table -> table.toBuilder()
                        .streamSpecification((StreamSpecification) null)
                        .build(),
                " has no stream");
        for (TemplateFunction function : functions()) {
            assertThat(failureMessage(function, "nowhere")).isEqualTo("there is no table nowhere");
        }
    }

    private void assertThatEachFails(UnaryOperator<CreateTableRequest> lacking, String because) throws IOException {
        String name = FreshTable.create(lacking).name();
        for (TemplateFunction function : functions()) {
            assertThat(failureMessage(function, name))
                    .as(function.logicalId())
                    .startsWith("the table " + name)
                    .endsWith(because);
        }
    }

    private String failureMessage(TemplateFunction function, String tableName) {
        Map<String, String> settings = new LinkedHashMap<>(gathering.settings());
        settings.put("TABLE_NAME", tableName);
        List<String> said = new ArrayList<>();
        assertThatThrownBy(() -> prime(function, settings))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(thrown -> said.add(thrown.getMessage()));
        return said.getFirst();
    }

    /** Removes an index, and attributes that are in no other key. */
    private static UnaryOperator<CreateTableRequest> without(String index, String... attributes) {
        return table -> table.toBuilder()
                .globalSecondaryIndexes(table.globalSecondaryIndexes().stream()
                        .filter(declared -> !declared.indexName().equals(index))
                        .toList())
                .attributeDefinitions(table.attributeDefinitions().stream()
                        .filter(attribute -> !Set.of(attributes).contains(attribute.attributeName()))
                        .toList())
                .build();
    }

    private static boolean mayWrite(TemplateFunction function) throws IOException {
        return Permissions.granted(Template.read(TemplateTest.FILE, Permissions.NAMES))
                .byFunction()
                .getOrDefault(function.logicalId(), Set.of())
                .stream()
                .anyMatch(permission -> WRITES.contains(permission.action().replace("dynamodb:", "")));
    }

    /** The runtime's context refers to hooks weakly, so a hook that nobody else holds is lost. */
    @ParameterizedTest
    @MethodSource("functions")
    void everyHandlerHoldsTheOneHookItRegisters(TemplateFunction function) throws Exception {
        List<Resource> hooks = new ArrayList<>();
        RequestStreamHandler handler = create(function, gathering.settings(), hooks);

        assertThat(hooks).hasSize(1);
        List<Object> held = new ArrayList<>();
        for (Field field : handler.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            held.add(field.get(handler));
        }
        assertThat(held).containsAll(hooks);
    }

    /** Does what the runtime does before it lets Lambda take the snapshot. */
    private void prime(TemplateFunction function, Map<String, String> settings) throws Exception {
        List<Resource> hooks = new ArrayList<>();
        create(function, settings, hooks);
        for (Resource hook : hooks) {
            hook.beforeCheckpoint(Core.getGlobalContext());
        }
    }

    private RequestStreamHandler create(
            TemplateFunction function, Map<String, String> settings, List<Resource> registered) throws Exception {
        Wiring wiring = new Wiring(new Settings(settings), NO_CLOCK, NO_RANDOM, NO_PAUSE, () -> table, mail::client);
        return Class.forName(function.handler())
                .asSubclass(RequestStreamHandler.class)
                .getConstructor(Wiring.class)
                .newInstance(wiring.registeringWith(registered::add));
    }

    private Set<Map<String, AttributeValue>> everything() {
        return Set.copyOf(gathering.items());
    }
}
