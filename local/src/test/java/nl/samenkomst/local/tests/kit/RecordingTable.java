package nl.samenkomst.local.tests.kit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.local.desk.LocalDynamoDb;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client of the tests' tables that records its calls in order; each call is one network round trip. */
public final class RecordingTable {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<Thread, Integer> concurrent = new ConcurrentHashMap<>();
    private final DynamoDbClient client = DynamoDbClients.builder(UrlConnectionHttpClient.create())
            .endpointOverride(FreshTable.address())
            .region(LocalDynamoDb.REGION)
            .credentialsProvider(LocalDynamoDb.CREDENTIALS)
            .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(new ExecutionInterceptor() {
                @Override
                public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                    calls.add(context.request().getClass().getSimpleName().replace("Request", ""));
                    if (Thread.currentThread().getName().equals(ConcurrentReads.THREAD_NAME)) {
                        concurrent.merge(Thread.currentThread(), 1, Integer::sum);
                    }
                }
            }))
            .build();

    public List<String> calls() {
        return calls;
    }

    /**
     * Returns how many calls waited for one another: those of the handler's own thread, if no read at the same time
     * takes more than one call.
     */
    public int callsInTurn() {
        if (concurrent.values().stream().anyMatch(count -> count > 1)) {
            throw new AssertionError("a concurrent read of several calls: " + calls);
        }
        return calls.size() - concurrent.size();
    }

    public void clear() {
        calls.clear();
        concurrent.clear();
    }

    public DynamoDbClient client() {
        return client;
    }
}
