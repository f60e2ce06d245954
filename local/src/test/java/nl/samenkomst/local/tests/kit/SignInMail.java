package nl.samenkomst.local.tests.kit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.Wiring;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.sendsignin.SendSignInHandler;
import nl.samenkomst.ses.SesClients;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ses.SesClient;

/** The letters about signing in of a {@link Gathering}, sent whenever a test says that the stream has come by. */
public final class SignInMail implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\\b[2-9B-Z]{4}-[2-9B-Z]{4}\\b");
    private static final Pattern LINK = Pattern.compile("https://\\S+/organise/sign-in/([A-Za-z0-9_-]{22})");

    private final Gathering gathering;
    private final Mailbox mailbox;
    private final MailEndpoint endpoint;
    private final HttpServer refusing;
    private boolean isDown;
    private boolean isFailing;

    /** Starts a mail service, to be closed after the test. */
    public SignInMail(Gathering gathering) {
        this.gathering = gathering;
        try {
            this.mailbox = new Mailbox(gathering.clock, Optional.empty());
            this.endpoint = MailEndpoint.start(mailbox);
            this.refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        refusing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        refusing.start();
    }

    /** Makes the mail service refuse all access, which is unexpected, or end that. */
    public SignInMail failing(boolean isSo) {
        isFailing = isSo;
        return this;
    }

    /** Makes the mail service take no letters, or take them again. */
    public SignInMail down(boolean isSo) {
        isDown = isSo;
        return this;
    }

    public Wiring wiring() {
        return gathering.wiring(FreshTable.overHttp(), ses());
    }

    /** Returns how to reach the mail service. */
    public Supplier<SesClient> ses() {
        if (!isDown && !isFailing) {
            return endpoint::client;
        }
        // Nothing listens at the first port.
        int port = isDown ? 1 : refusing.getAddress().getPort();
        return () -> SesClients.builder(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(LocalDynamoDb.CREDENTIALS)
                .build();
    }

    /** Delivers a change of every request and invitation to the sender, whether or not it changed; returns its response. */
    public String deliver() {
        return deliver(new SendSignInHandler(wiring()));
    }

    public String deliver(RequestStreamHandler sender) {
        List<Map<String, Object>> records = gathering.items().stream()
                .filter(item -> text(item, "PK").startsWith("K#"))
                .map(item -> Map.<String, Object>of(
                        "dynamodb",
                        Map.of(
                                "SequenceNumber",
                                "1",
                                "Keys",
                                Map.of("PK", Map.of("S", text(item, "PK")), "SK", Map.of("S", text(item, "SK"))))))
                .toList();
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            sender.handleRequest(
                    new ByteArrayInputStream(JSON.std.asBytes(Map.of("Records", records))),
                    answer,
                    Invocation.of("SendSignInFunction", Duration.ofMinutes(1)));
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    /** Returns all letters, newest first. */
    public List<Letter> letters() {
        return mailbox.letters();
    }

    /** Returns the code in the newest letter. */
    public String code() {
        return found(CODE, 0);
    }

    /** Returns the path of the link in the newest letter. */
    public String link() {
        return "/organise/sign-in/" + found(LINK, 1);
    }

    private String found(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(mailbox.letters().getFirst().text());
        if (!matcher.find()) {
            throw new AssertionError("the letter has none: " + pattern);
        }
        return matcher.group(group);
    }

    @Override
    public void close() {
        endpoint.close();
        refusing.stop(0);
    }
}
