package nl.samenkomst.ses;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;

/**
 * Creates SES clients that never retry. Region, endpoint and credentials are the SDK's defaults, so that
 * {@code AWS_ENDPOINT_URL} and SnapStart's credentials work.
 */
public final class SesClients implements Supplier<SesClient> {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    /** Returns a client whose calls time out after ten seconds. */
    @Override
    public SesClient get() {
        return builder(UrlConnectionHttpClient.builder()
                        .socketTimeout(CALL_TIMEOUT)
                        .build())
                .build();
    }

    /** Returns a builder of clients with this HTTP client, whose calls time out after ten seconds. */
    public static SesClientBuilder builder(SdkHttpClient http) {
        return builder(http, CALL_TIMEOUT);
    }

    /**
     * Returns a builder of clients without retries: SES has no idempotency key, and a letter whose response was lost
     * may have been sent.
     */
    static SesClientBuilder builder(SdkHttpClient http, Duration longestCall) {
        return SesClient.builder()
                .httpClient(http)
                .overrideConfiguration(call ->
                        call.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(longestCall));
    }
}
