package nl.samenkomst.local.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An HTTP client on which a share of all calls fails, drawn from a seed. It sits below the SDK, so the SDK's own
 * parsing, retries and exceptions are the real ones.
 */
public final class FaultyHttpClient implements LocalHttpClient {

    private static final List<Fault> WRITES =
            List.of(Fault.CONFLICT, Fault.THROTTLE, Fault.SERVER_ERROR, Fault.LOST_REQUEST, Fault.LOST_RESPONSE);
    private static final List<Fault> READS = List.of(Fault.THROTTLE, Fault.SERVER_ERROR, Fault.LOST_REQUEST);

    private final SdkHttpClient network;
    private final double share;
    private final Random random;
    private final AtomicInteger injected = new AtomicInteger();

    /** Creates a client that fails this share of calls, from 0 to 1. */
    public FaultyHttpClient(SdkHttpClient network, double share, long seed) {
        this.network = network;
        this.share = share;
        this.random = new Random(seed);
    }

    /** Returns how many calls were made to fail so far. */
    public int injected() {
        return injected.get();
    }

    @Override
    public SdkHttpClient network() {
        return network;
    }

    @Override
    public HttpExecuteResponse around(HttpExecuteRequest request, ExecutableHttpRequest call) throws IOException {
        String operation = request.httpRequest()
                .firstMatchingHeader("X-Amz-Target")
                .map(target -> target.substring(target.indexOf('.') + 1))
                .orElse("");
        return shouldFail() ? fail(operation, call) : call.call();
    }

    private synchronized boolean shouldFail() {
        return random.nextDouble() < share;
    }

    private synchronized Fault any(List<Fault> faults) {
        return faults.get(random.nextInt(faults.size()));
    }

    private HttpExecuteResponse fail(String operation, ExecutableHttpRequest call) throws IOException {
        injected.incrementAndGet();
        boolean isTransaction = operation.equals("TransactWriteItems");
        boolean isWrite = isTransaction || operation.equals("PutItem") || operation.equals("UpdateItem");
        return switch (any(isWrite ? WRITES : READS)) {
            case CONFLICT ->
                isTransaction
                        ? failure(400, "TransactionCanceledException", CANCELLATION)
                        : failure(400, "TransactionConflictException", "");
            case THROTTLE -> failure(400, "ProvisionedThroughputExceededException", "");
            case SERVER_ERROR -> failure(500, "InternalServerError", "");
            case LOST_REQUEST -> throw new IOException("the connection broke (injected)");
            case LOST_RESPONSE -> {
                HttpExecuteResponse answer = call.call();
                if (answer.responseBody().isPresent()) {
                    answer.responseBody().get().readAllBytes();
                }
                throw new IOException("the answer got lost (injected)");
            }
        };
    }

    private static final String CANCELLATION =
            ",\"CancellationReasons\":[{\"Code\":\"TransactionConflict\",\"Message\":\"\"},{\"Code\":\"None\"}]";

    private static HttpExecuteResponse failure(int status, String type, String more) {
        byte[] body = ("{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"injected\"" + more
                        + "}")
                .getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(status)
                        .putHeader("Content-Type", "application/x-amz-json-1.0")
                        .putHeader("Content-Length", String.valueOf(body.length))
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }
}
