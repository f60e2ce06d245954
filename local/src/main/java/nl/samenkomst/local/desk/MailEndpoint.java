package nl.samenkomst.local.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.http.Form;
import nl.samenkomst.ses.SesClients;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * Serves the only SES call that the desk makes (SendRawEmail, Query protocol), on loopback; letters go to the mailbox.
 */
public final class MailEndpoint implements AutoCloseable {

    private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

    private final HttpServer server;
    private final Mailbox mailbox;
    private final BiConsumer<Letter, Map<String, String>> onTaken;
    private final SesClient client;

    private MailEndpoint(HttpServer server, Mailbox mailbox, BiConsumer<Letter, Map<String, String>> onTaken) {
        this.server = server;
        this.mailbox = mailbox;
        this.onTaken = onTaken;
        this.client = client(UrlConnectionHttpClient.create());
    }

    public static MailEndpoint start(Mailbox mailbox) throws IOException {
        return start(mailbox, (letter, tags) -> {});
    }

    /** Starts an endpoint that passes on each letter that it took, with its tags. */
    public static MailEndpoint start(Mailbox mailbox, BiConsumer<Letter, Map<String, String>> onTaken)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        MailEndpoint endpoint = new MailEndpoint(server, mailbox, onTaken);
        server.createContext("/", endpoint::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return endpoint;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the shared client of this endpoint. */
    public SesClient client() {
        return client;
    }

    /** Creates another client of this endpoint, over the given HTTP client; the caller closes it. */
    public SesClient client(SdkHttpClient http) {
        return SesClients.builder(http)
                .endpointOverride(address())
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(LocalDynamoDb.CREDENTIALS)
                .build();
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> form = Form.parse(sent);
            if (!"SendRawEmail".equals(form.get("Action"))) {
                refuse(exchange, "InvalidAction", "Only SendRawEmail is known here.");
                return;
            }
            try {
                byte[] mime = Base64.getMimeDecoder().decode(form.getOrDefault("RawMessage.Data", ""));
                Map<String, String> tags = tags(form);
                Letter letter = mailbox.add(recipients(form), tags, mime);
                onTaken.accept(letter, tags);
                answer(exchange, 200, """
                        <SendRawEmailResponse xmlns="%s">
                          <SendRawEmailResult><MessageId>%s</MessageId></SendRawEmailResult>
                          <ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>
                        </SendRawEmailResponse>
                        """.formatted(NAMESPACE, letter.id(), UUID.randomUUID()));
            } catch (IOException | IllegalArgumentException notAMail) {
                refuse(exchange, "InvalidParameterValue", "The message cannot be read.");
            }
        }
    }

    private static String recipients(Map<String, String> form) {
        return numbered(form, "Destinations.member.%d", "")
                .mapToObj(number -> form.getOrDefault("Destinations.member." + number, ""))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> tags(Map<String, String> form) {
        Map<String, String> tags = new LinkedHashMap<>();
        numbered(form, "Tags.member.%d", ".Name").forEach(number -> {
            String tag = "Tags.member." + number;
            tags.put(form.getOrDefault(tag + ".Name", ""), form.getOrDefault(tag + ".Value", ""));
        });
        return tags;
    }

    /** Returns the numbers of a list's members; in the Query protocol they start at 1. */
    private static IntStream numbered(Map<String, String> form, String member, String field) {
        return IntStream.iterate(1, number -> form.containsKey(member.formatted(number) + field), number -> number + 1);
    }

    private static void refuse(HttpExchange exchange, String code, String message) throws IOException {
        answer(exchange, 400, """
                <ErrorResponse xmlns="%s">
                  <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
                  <RequestId>%s</RequestId>
                </ErrorResponse>
                """.formatted(NAMESPACE, code, message, UUID.randomUUID()));
    }

    private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
