package nl.samenkomst;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.samenkomst.http.Json;
import nl.samenkomst.style.HouseStyle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * A handler that answers its own sample events without a table. A call to the table or the mail service is an
 * {@link AssertionError}, which no handler catches, so it fails the test.
 */
public final class SampledHandler {

    /** The message of the error when the handler calls the table. */
    public static final String TABLE_CALLED = "the table was called";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("TABLE_NAME", "none"),
            Map.entry("ORGANISER_URL", "https://organiser.example.org"),
            Map.entry("BASE_URL", "https://aanmelden.example.org"),
            Map.entry("SENDER", "aanmelden@example.org"),
            Map.entry("CONFIRM_ADDRESS", "none"),
            Map.entry("LETTERS_PER_SECOND", "1000"),
            Map.entry("CONFIGURATION_SET", "letters"),
            Map.entry("HOUSE_STYLE", HouseStyle.DEFAULT),
            Map.entry("FIRST_ORGANISER", "noor@example.org"),
            Map.entry("SECOND_FACTOR", "totp"),
            Map.entry("OIDC_ISSUER", "none"),
            Map.entry("OIDC_CLIENT_ID", "none"),
            Map.entry("OIDC_SECRET_NAME", "none"),
            Map.entry("OIDC_ACR_VALUES", "none"),
            Map.entry("MAIL_SIGN_IN", "administrators"));

    private final Path events;
    private final RequestStreamHandler handler;
    private final List<String> log = new ArrayList<>();

    /**
     * Creates a handler.
     *
     * @param function the name of its folder of events
     */
    public SampledHandler(String function, Function<Wiring, RequestStreamHandler> create) {
        this(function, Map.of(), create);
    }

    /**
     * Creates a handler with settings of its own.
     *
     * @param function the name of its folder of events
     * @param others settings instead of those of the same names
     */
    public SampledHandler(String function, Map<String, String> others, Function<Wiring, RequestStreamHandler> create) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(others);
        this.events = Path.of("../../events", function);
        this.handler = create.apply(new Wiring(
                new Settings(settings),
                Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC),
                () -> 1,
                duration -> {
                    throw new AssertionError("a handler waits");
                },
                () -> failing(DynamoDbClient.class, TABLE_CALLED),
                () -> failing(SesClient.class, "the mail service was called")));
    }

    /** The answer to an event: an HTTP API's response, or another object. */
    public record Answer(Map<String, Object> tree) {

        public int status() {
            return ((Number) tree.getOrDefault("statusCode", 0)).intValue();
        }

        public String body() {
            return String.valueOf(tree.get("body"));
        }

        /** Returns the cookies that it sets, as headers. */
        public List<String> cookies() {
            return tree.get("cookies") instanceof List<?> cookies
                    ? cookies.stream().map(String::valueOf).toList()
                    : List.of();
        }

        /** Returns a header's value; the empty string if there is none. */
        public String header(String lowerCaseName) {
            Object value = tree.get("headers") instanceof Map<?, ?> headers ? headers.get(lowerCaseName) : null;
            return value == null ? "" : value.toString();
        }
    }

    /** Answers the sample event with this name. */
    public Answer answer(String name) throws IOException {
        return answerTo(event(name));
    }

    /**
     * Answers the sample event with this name, changed in one respect.
     *
     * @throws IllegalArgumentException if the event does not contain the text to be replaced
     */
    public Answer answer(String name, String text, String replacement) throws IOException {
        String event = event(name);
        if (!event.contains(text)) {
            throw new IllegalArgumentException(name + " does not contain " + text);
        }
        return answerTo(event.replace(text, replacement));
    }

    /** Answers any event. */
    public Answer answerTo(String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new Invocation(log));
        String text = answer.toString(StandardCharsets.UTF_8);
        return new Answer(Json.parse(text).orElseThrow(() -> new AssertionError("no JSON object: " + text)));
    }

    /** Returns what the handler logged. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Returns the text of the sample event with this name. */
    public String event(String name) throws IOException {
        return Files.readString(events.resolve(name + ".json"));
    }

    private static <T> T failing(Class<T> client, String message) {
        return client.cast(
                Proxy.newProxyInstance(client.getClassLoader(), new Class<?>[] {client}, (proxy, method, arguments) -> {
                    throw new AssertionError(message);
                }));
    }

    /** An invocation with a minute left. */
    private record Invocation(List<String> log) implements Context {

        @Override
        public String getAwsRequestId() {
            return "sample";
        }

        @Override
        public String getLogGroupName() {
            return "sample";
        }

        @Override
        public String getLogStreamName() {
            return "sample";
        }

        @Override
        public String getFunctionName() {
            return "sample";
        }

        @Override
        public String getFunctionVersion() {
            return "$LATEST";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "sample";
        }

        @Override
        public @Nullable CognitoIdentity getIdentity() {
            return null;
        }

        @Override
        public @Nullable ClientContext getClientContext() {
            return null;
        }

        @Override
        public int getRemainingTimeInMillis() {
            return 60_000;
        }

        @Override
        public int getMemoryLimitInMB() {
            return 1024;
        }

        @Override
        public LambdaLogger getLogger() {
            return new LambdaLogger() {
                @Override
                public void log(String message) {
                    log.add(message);
                }

                @Override
                public void log(byte[] message) {
                    log.add(new String(message, StandardCharsets.UTF_8));
                }
            };
        }
    }
}
