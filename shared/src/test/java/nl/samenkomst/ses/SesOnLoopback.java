package nl.samenkomst.ses;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A fake SES endpoint on the loopback address that supports sending and gives scripted responses. */
final class SesOnLoopback implements AutoCloseable {

    /** The response to a request that was read completely. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer = accepted("message-1");

    SesOnLoopback() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(form(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            answer.to(exchange);
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the form fields of each request received, in order. */
    List<Map<String, String>> requests() {
        return List.copyOf(requests);
    }

    void answers(Answer next) {
        answer = next;
    }

    static Answer accepted(String messageId) {
        return exchange -> respond(exchange, 200, """
                <SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
                  <SendRawEmailResult><MessageId>%s</MessageId></SendRawEmailResult>
                  <ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata>
                </SendRawEmailResponse>""".formatted(messageId));
    }

    static Answer error(int status, String code) {
        return exchange -> respond(exchange, status, """
                <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
                  <Error><Type>Sender</Type><Code>%s</Code><Message>person@example.org</Message></Error>
                  <RequestId>request-1</RequestId>
                </ErrorResponse>""".formatted(code));
    }

    static Answer bare(int status) {
        return exchange -> respond(exchange, status, "out of order");
    }

    static Answer hangsUp() {
        return HttpExchange::close;
    }

    Answer neverAnswers() {
        return exchange -> {
            try {
                closing.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8), pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
