package nl.samenkomst.ses;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;

/**
 * Clients of SES that send a letter once. Region, endpoint and credentials are the SDK's own defaults, so
 * {@code AWS_ENDPOINT_URL} works, and SnapStart's credentials do.
 */
public final class SesClients {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private SesClients() {}

    /** A client that gives up a call after ten seconds. */
    public static SesClient create() {
        return builder(LONGEST_CALL).build();
    }

    /**
     * SES has no key against sending twice, so nothing is tried again here: a letter whose answer was lost may have
     * left.
     */
    public static SesClientBuilder builder(Duration longestCall) {
        return SesClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(longestCall))
                .overrideConfiguration(call ->
                        call.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(longestCall));
    }
}
