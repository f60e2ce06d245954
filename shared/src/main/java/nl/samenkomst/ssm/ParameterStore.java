package nl.samenkomst.ssm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import nl.samenkomst.http.Json;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Reads parameters of the type SecureString. It makes the one call that the desk needs itself and has the SDK sign it:
 * the SDK's client for this service is a library of its own, with hundreds of other calls.
 */
public final class ParameterStore {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String SERVICE = "ssm";

    private final SdkHttpClient http;
    private final URI endpoint;
    private final Region region;
    private final AwsCredentialsProvider credentials;

    /** Creates one with region, credentials and endpoint from the SDK's default providers. */
    public ParameterStore() {
        this(new DefaultAwsRegionProviderChain().getRegion());
    }

    private ParameterStore(Region region) {
        this(
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(TIMEOUT)
                        .socketTimeout(TIMEOUT)
                        .build(),
                URI.create("https://" + SERVICE + "." + region.id() + "."
                        + region.metadata().partition().dnsSuffix()),
                region,
                DefaultCredentialsProvider.builder().build());
    }

    /** Creates one that calls this endpoint. */
    public ParameterStore(SdkHttpClient http, URI endpoint, Region region, AwsCredentialsProvider credentials) {
        this.http = http;
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
    }

    /**
     * Returns the value of a parameter, decrypted.
     *
     * @throws IllegalStateException if it cannot be read, with its name and the status, and without anything secret
     */
    public String secret(String name) {
        byte[] body = Json.write(Map.of("Name", name, "WithDecryption", true)).getBytes(StandardCharsets.UTF_8);
        SdkHttpFullRequest call = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AmazonSSM.GetParameter")
                .build();
        ContentStreamProvider content = ContentStreamProvider.fromByteArray(body);
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(credentials.resolveCredentials())
                        .request(call)
                        .payload(content)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        try {
            HttpExecuteResponse response = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(content)
                            .build())
                    .call();
            return value(name, response);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private static String value(String name, HttpExecuteResponse response) throws IOException {
        int status = response.httpResponse().statusCode();
        String text = response.responseBody().isPresent()
                ? new String(response.responseBody().get().readAllBytes(), StandardCharsets.UTF_8)
                : "";
        Map<?, ?> tree = status == 200 ? Json.parse(text).orElse(Map.of()) : Map.of();
        if (tree.get("Parameter") instanceof Map<?, ?> parameter && parameter.get("Value") instanceof String value) {
            return value;
        }
        throw new IllegalStateException("the parameter " + name + " cannot be read, status " + status);
    }
}
