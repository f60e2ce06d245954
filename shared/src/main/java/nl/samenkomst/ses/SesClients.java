package nl.samenkomst.ses;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;

/**
 * Clients of SES that send a letter once. Region, endpoint and credentials are the SDK's own defaults, so
 * {@code AWS_ENDPOINT_URL} works, and SnapStart's credentials do.
 */
public final class SesClients implements Supplier<SesClient> {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    /** A client that gives up a call after ten seconds. */
    @Override
    public SesClient get() {
        return builder(UrlConnectionHttpClient.builder()
                        .socketTimeout(LONGEST_CALL)
                        .build())
                .build();
    }

    /** The same by another way to the network. */
    public static SesClientBuilder builder(SdkHttpClient http) {
        return builder(http, LONGEST_CALL);
    }

    /**
     * SES has no key against sending twice, so nothing is tried again here: a letter whose answer was lost may have
     * left.
     */
    static SesClientBuilder builder(SdkHttpClient http, Duration longestCall) {
        return SesClient.builder()
                .httpClient(http)
                .overrideConfiguration(call ->
                        call.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(longestCall));
    }
}
