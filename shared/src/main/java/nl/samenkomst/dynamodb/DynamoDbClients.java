package nl.samenkomst.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The table's client as the desk needs it: it gives up in time for the person who waits at the other end. */
public final class DynamoDbClients {

    /** With a fifth of all calls failing, one request in 400 000 still does; three, the SDK's own number, is one in 100. */
    private static final int MOST_ATTEMPTS = 8;

    /** The SDK's own first pause after a throttle is a second; a person waits at the other end. */
    private static final BackoffStrategy PAUSES =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofSeconds(1));

    private static final Duration ONE_ATTEMPT = Duration.ofSeconds(3);
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(10);

    private DynamoDbClients() {}

    /** Finds region, credentials and endpoint where the SDK looks for them. */
    public static DynamoDbClientBuilder builder() {
        return builder(UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(ONE_ATTEMPT)
                .build());
    }

    /** The same by another way to the network. */
    public static DynamoDbClientBuilder builder(SdkHttpClient http) {
        return DynamoDbClient.builder()
                .httpClient(http)
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(MOST_ATTEMPTS)
                                .backoffStrategy(PAUSES)
                                .throttlingBackoffStrategy(PAUSES)
                                .build())
                        .apiCallAttemptTimeout(ONE_ATTEMPT)
                        .apiCallTimeout(ALL_ATTEMPTS));
    }
}
