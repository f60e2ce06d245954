package nl.samenkomst.local.desk.sam;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.LocalDynamoDb;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * DynamoDB and SES in a container, on a Docker network of their own that functions in containers can join. Closing it
 * removes every container on that network.
 */
final class LocalStack implements AutoCloseable {

    static final String IMAGE = "localstack/localstack:4.14.0";

    /** LocalStack takes any credentials. */
    static final String CREDENTIAL = "test";

    private static final int PORT = 4566;
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final Program docker;
    private final String network = "samenkomst-" + UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();

    /** Creates an instance that is not started yet. */
    LocalStack(Program docker) {
        this.docker = docker;
    }

    /** Starts the container and returns once it is ready; the first time, Docker pulls the image. */
    void start() throws IOException, InterruptedException {
        docker.run("network", "create", network).orThrow();
        // Without eager loading, LocalStack reports a service as running before its engine is.
        docker.run(
                        "run",
                        "--detach",
                        "--name=" + network,
                        "--network=" + network,
                        "--network-alias=localstack",
                        "--publish=127.0.0.1::" + PORT,
                        "--env=SERVICES=dynamodb,dynamodbstreams,ses,sts",
                        "--env=EAGER_SERVICE_LOADING=1",
                        IMAGE)
                .orThrow();
        awaitReady();
    }

    /** Returns its address on this machine. */
    URI address() throws IOException, InterruptedException {
        return URI.create("http://"
                + docker.run("port", network, String.valueOf(PORT))
                        .orThrow()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    /** Returns its address inside the containers of its network. */
    URI addressForFunctions() {
        return URI.create("http://localstack:" + PORT);
    }

    String network() {
        return network;
    }

    /** Creates a client with the SDK's default time-outs, since a fresh engine is slow; the caller closes it. */
    DynamoDbClient dynamoDb() throws IOException, InterruptedException {
        return DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(address())
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(anybody())
                .build();
    }

    /** Verifies this sender address in SES, with the SDK's default time-outs, since a fresh engine is slow. */
    void verify(String sender) throws IOException, InterruptedException {
        try (SesClient ses = SesClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(address())
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(anybody())
                .build()) {
            ses.verifyEmailIdentity(request -> request.emailAddress(sender));
        }
    }

    /**
     * Returns every letter that SES took, oldest first. LocalStack keeps neither tags nor envelopes, so recipient,
     * kind, session and time are unknown.
     */
    List<Letter> letters() throws IOException, InterruptedException {
        List<Letter> letters = new ArrayList<>();
        if (JSON.std.mapFrom(get("/_aws/ses")).get("messages") instanceof List<?> messages) {
            for (Object message : messages) {
                Map<?, ?> mail = (Map<?, ?>) message;
                letters.add(Letter.read(
                        String.valueOf(mail.get("Id")),
                        "",
                        Map.of(),
                        Instant.EPOCH,
                        String.valueOf(mail.get("RawData")).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return letters;
    }

    @Override
    public void close() {
        try {
            List<String> remove = new ArrayList<>(List.of("rm", "--force"));
            remove.addAll(docker.run("ps", "--all", "--quiet", "--filter=network=" + network)
                    .orThrow()
                    .lines()
                    .toList());
            if (remove.size() > 2) {
                docker.run(remove, Map.of()).orThrow();
            }
            docker.run("network", "rm", network).orThrow();
        } catch (IOException notRemoved) {
            System.err.println("Docker keeps something of " + network + ": " + notRemoved.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            http.close();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        Instant last = Instant.now().plus(START_TIMEOUT);
        while (!isReady()) {
            if (Instant.now().isAfter(last)) {
                throw new IOException("LocalStack does not start: "
                        + docker.run("logs", "--tail=20", network).err());
            }
            Thread.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return JSON.std.mapFrom(get("/_localstack/health")).get("services") instanceof Map<?, ?> services
                    && "running".equals(services.get("dynamodb"))
                    && "running".equals(services.get("ses"));
        } catch (IOException notYet) {
            return false;
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address().resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static StaticCredentialsProvider anybody() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(CREDENTIAL, CREDENTIAL));
    }
}
