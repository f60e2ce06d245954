package nl.samenkomst.local.benchmark;

import java.net.URI;
import nl.samenkomst.local.LocalDynamoDb;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Clients of what runs on this machine, as a function has them, with somebody who overhears their calls. */
final class OverheardClients {

    private OverheardClients() {}

    static <B extends AwsClientBuilder<B, C>, C> C build(B builder, URI address, ExecutionInterceptor ear) {
        return builder.endpointOverride(address)
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(LocalDynamoDb.ANYBODY)
                // Added to what the builder has: its patience and its retries are the function's.
                .overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .addExecutionInterceptor(ear)
                        .build())
                .build();
    }
}
