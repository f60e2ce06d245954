package nl.samenkomst.local;

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
import nl.samenkomst.ses.SesClients;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * DynamoDB and SES in a container, on a network of their own where functions in containers find them. It ends when it
 * is closed, and so does every container on that network.
 */
final class LocalStack implements AutoCloseable {

    static final String IMAGE = "localstack/localstack:4.14.0";

    /** It takes any credentials. */
    static final String CREDENTIAL = "test";

    private static final int PORT = 4566;
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Program docker;
    private final String network = "samenkomst-" + UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();

    /** One that is still to be started. */
    LocalStack(Program docker) {
        this.docker = docker;
    }

    /** Returns when it answers; the first time, the image is fetched. */
    void start() throws IOException, InterruptedException {
        docker.run("network", "create", network).orThrow();
        // Eagerly, or it says that it runs before its engine does.
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

    /** Where it answers on this machine. */
    URI address() throws IOException, InterruptedException {
        return URI.create("http://"
                + docker.run("port", network, String.valueOf(PORT))
                        .orThrow()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    /** Where it answers in the containers of its network. */
    URI addressForFunctions() {
        return URI.create("http://localstack:" + PORT);
    }

    String network() {
        return network;
    }

    /** A client of its tables that waits as long as a fresh engine takes; its owner closes it. */
    DynamoDbClient dynamoDb() throws IOException, InterruptedException {
        return DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(address())
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(anybody())
                .build();
    }

    /** Lets letters come from this address. */
    void verify(String sender) throws IOException, InterruptedException {
        try (SesClient ses = SesClients.builder(UrlConnectionHttpClient.create())
                .endpointOverride(address())
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(anybody())
                .build()) {
            ses.verifyEmailIdentity(request -> request.emailAddress(sender));
        }
    }

    /** Every letter that it took, oldest first; it keeps neither their tags nor their envelopes. */
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
        Instant last = Instant.now().plus(LONGEST_START);
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
