package nl.samenkomst.local.benchmark;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.local.desk.Handlers;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.LocalEnvironment;
import nl.samenkomst.local.desk.TemplateFunction;
import nl.samenkomst.ses.SesClients;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/** Creates the functions of a desk, each with a count of the AWS usage that it causes. */
final class MeteredHandlers implements Handlers {

    /** Bytes of a response that an HTTP API bills as one request. */
    private static final int BYTES_PER_BILLED_REQUEST = 512 * 1024;

    /** Lines that Lambda logs for each invocation, with made-up numbers of the usual length. */
    private static final String LAMBDA_LOG_LINES = """
            START RequestId: 8476a536-e9f4-11e8-9739-2dfe598c3fcd Version: 12
            END RequestId: 8476a536-e9f4-11e8-9739-2dfe598c3fcd
            REPORT RequestId: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\tDuration: 1234.56 ms\tBilled Duration: 1235 ms\t\
            Memory Size: 1024 MB\tMax Memory Used: 180 MB
            """;

    private final double gigabytes;
    private final Map<String, Usage> byFunction = Collections.synchronizedMap(new TreeMap<>());
    private final Queue<UsageMeter> meters = new ConcurrentLinkedQueue<>();

    MeteredHandlers(int memoryMegabytes) {
        this.gigabytes = memoryMegabytes / 1024.0;
    }

    @Override
    public RequestStreamHandler create(TemplateFunction function, LocalEnvironment around) {
        Usage usage = byFunction.computeIfAbsent(function.name(), first -> new Usage());
        UsageMeter meter = new UsageMeter(usage);
        meters.add(meter);
        RequestStreamHandler handler = Handlers.named()
                .create(
                        function,
                        around.with(
                                () -> metered(around.dynamoDb().get(), meter),
                                () -> metered(around.ses().get(), meter)));
        return (event, answer, context) -> {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Instant start = around.clock().instant();
            handler.handleRequest(
                    event,
                    said,
                    Invocation.of(function.logicalId(), function.timeout(), line -> log(usage, line + "\n")));
            Duration took = Duration.between(start, around.clock().instant());
            said.writeTo(answer);
            log(usage, LAMBDA_LOG_LINES);
            usage.add(Price.INVOCATIONS, 1);
            if (function.name().equals("note-delivery")) {
                usage.add(Price.NOTIFICATIONS, 1);
            }
            usage.add(Price.GIGABYTE_SECONDS, gigabytes * billedMillis(took) / 1_000);
            if (!function.routes().isEmpty()) {
                usage.add(Price.REQUESTS, Math.ceilDiv(said.size(), BYTES_PER_BILLED_REQUEST));
                usage.add(Price.GIGABYTES_OUT, sent(said.toByteArray()) / Price.GIGABYTE);
            }
        };
    }

    /** Returns a copy of what each function has used so far, by function name. */
    Map<String, Usage> byFunction() {
        Map<String, Usage> used = new TreeMap<>();
        byFunction.forEach((name, usage) -> used.put(name, usage.times(1)));
        return used;
    }

    /** Returns how many writes failed their condition. */
    int refusedWrites() {
        return meters.stream().mapToInt(UsageMeter::refusedWrites).sum();
    }

    /**
     * Returns the bytes sent out: of a Base64 body, as compressed ones are, those it decodes to; otherwise the whole
     * response event, which is a little more.
     */
    private static int sent(byte[] answer) throws IOException {
        Map<String, Object> fields = JSON.std.mapFrom(answer);
        return Boolean.TRUE.equals(fields.get("isBase64Encoded")) && fields.get("body") instanceof String body
                ? Base64.getDecoder().decode(body).length
                : answer.length;
    }

    /** Returns the milliseconds that Lambda bills: every millisecond begun. */
    static long billedMillis(Duration took) {
        return Math.ceilDiv(took.toNanos(), 1_000_000L);
    }

    private static void log(Usage usage, String lines) {
        usage.add(Price.GIGABYTES_LOGGED, lines.getBytes(StandardCharsets.UTF_8).length / Price.GIGABYTE);
    }

    static DynamoDbClient metered(DynamoDbClient client, UsageMeter meter) {
        return InterceptedClients.build(DynamoDbClients.builder(), addressOf(client), meter);
    }

    private static SesClient metered(SesClient client, UsageMeter meter) {
        return InterceptedClients.build(SesClients.builder(UrlConnectionHttpClient.create()), addressOf(client), meter);
    }

    private static URI addressOf(AwsClient client) {
        return client.serviceClientConfiguration().endpointOverride().orElseThrow();
    }
}
