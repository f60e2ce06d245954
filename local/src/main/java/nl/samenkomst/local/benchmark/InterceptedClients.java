package nl.samenkomst.local.benchmark;

import java.net.URI;
import nl.samenkomst.local.desk.LocalDynamoDb;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Builds clients of local services, configured as in a function, with an interceptor that sees their calls. */
final class InterceptedClients {

    private InterceptedClients() {}

    static <B extends AwsClientBuilder<B, C>, C> C build(B builder, URI address, ExecutionInterceptor ear) {
        return builder.endpointOverride(address)
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(LocalDynamoDb.CREDENTIALS)
                // Added to the builder's own configuration: time-outs and retries stay those of the function.
                .overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .addExecutionInterceptor(ear)
                        .build())
                .build();
    }
}
