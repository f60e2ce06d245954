package nl.samenkomst.local.tests.kit;

import java.util.ArrayList;
import java.util.List;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.local.desk.LocalDynamoDb;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client of the tests' tables that records its calls in order; each call is one network round trip. */
public final class RecordingTable {

    private final List<String> calls = new ArrayList<>();
    private final DynamoDbClient client = DynamoDbClients.builder(UrlConnectionHttpClient.create())
            .endpointOverride(FreshTable.address())
            .region(LocalDynamoDb.REGION)
            .credentialsProvider(LocalDynamoDb.CREDENTIALS)
            .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(new ExecutionInterceptor() {
                @Override
                public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                    calls.add(context.request().getClass().getSimpleName().replace("Request", ""));
                }
            }))
            .build();

    public List<String> calls() {
        return calls;
    }

    public DynamoDbClient client() {
        return client;
    }
}
