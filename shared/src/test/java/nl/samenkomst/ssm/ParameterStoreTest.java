package nl.samenkomst.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.samenkomst.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

class ParameterStoreTest {

    private static final String NAME = "/samenkomst/oidc-secret";

    private final Map<String, String> sent = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String answer = Json.write(
            Map.of("Parameter", Map.of("Name", NAME, "Type", "SecureString", "Value", "geheim \"é", "Version", 1)));

    ParameterStoreTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            for (String name : new String[] {"Authorization", "X-Amz-Target", "X-Amz-Security-Token", "Content-Type"}) {
                sent.put(name, String.valueOf(exchange.getRequestHeaders().getFirst(name)));
            }
            sent.put("method", exchange.getRequestMethod());
            sent.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String read() {
        return new ParameterStore(
                        UrlConnectionHttpClient.create(),
                        URI.create("http://localhost:" + server.getAddress().getPort()),
                        Region.EU_WEST_1,
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
                .secret(NAME);
    }

    /** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
    @Test
    void asksForOneParameterDecryptedBySignedRequest() {
        assertThat(read()).isEqualTo("geheim \"é");

        assertThat(sent)
                .containsEntry("method", "POST")
                .containsEntry("X-Amz-Target", "AmazonSSM.GetParameter")
                .containsEntry("Content-Type", "application/x-amz-json-1.1");
        assertThat(Json.parse(sent.getOrDefault("body", "")).orElseThrow())
                .isEqualTo(Map.of("Name", NAME, "WithDecryption", true));
        assertThat(sent.get("Authorization"))
                .matches("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-west-1/ssm/aws4_request, "
                        + "SignedHeaders=\\S+, Signature=[0-9a-f]{64}");
    }

    @Test
    void namesTheParameterThatCannotBeReadAndNothingElse() {
        status = 400;
        answer = "{\"__type\": \"ParameterNotFound\", \"message\": \"iets geheims\"}";
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the parameter " + NAME + " cannot be read, status 400");

        status = 200;
        answer = "{}";
        assertThatThrownBy(this::read).hasMessage("the parameter " + NAME + " cannot be read, status 200");
    }

    @Test
    void failsIfNothingAnswers() {
        server.stop(0);

        assertThatThrownBy(this::read).isInstanceOf(UncheckedIOException.class);
    }
}
