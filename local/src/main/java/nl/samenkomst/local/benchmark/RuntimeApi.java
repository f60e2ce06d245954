package nl.samenkomst.local.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Serves Lambda's Runtime API to one instance, on loopback, and records its requests with their times
 * (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
 */
final class RuntimeApi implements AutoCloseable {

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Duration WAIT_TIMEOUT = Duration.ofSeconds(60);
    private static final String REQUEST = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    /** A request of the instance, and the {@link System#nanoTime()} at which it came in. */
    record ReceivedRequest(long at, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<ReceivedRequest> readiness = new LinkedBlockingQueue<>();
    private final BlockingQueue<ReceivedRequest> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> restores = new LinkedBlockingQueue<>();

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT, this::handle);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Waits until the instance is ready for its next event, or for its snapshot.
     *
     * @throws IllegalStateException after 60 seconds
     */
    ReceivedRequest ready() throws InterruptedException {
        return next(readiness);
    }

    /** Restores the instance from its snapshot; returns the {@link System#nanoTime()} of that. */
    long restore() {
        long now = System.nanoTime();
        restores.add(new byte[0]);
        return now;
    }

    /**
     * Sends an event to an instance that is ready for one, and waits for its response.
     *
     * @throws IllegalStateException after 60 seconds
     */
    ReceivedRequest invoke(byte[] event) throws InterruptedException {
        events.add(event);
        return next(answers);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            long now = System.nanoTime();
            String path = exchange.getRequestURI().getPath().substring(ROOT.length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (path) {
                case "restore/next" -> {
                    readiness.add(new ReceivedRequest(now, ""));
                    answer(exchange, 200, restores.take());
                }
                case "invocation/next" -> {
                    readiness.add(new ReceivedRequest(now, ""));
                    byte[] event = events.take();
                    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", REQUEST);
                    exchange.getResponseHeaders()
                            .set(
                                    "Lambda-Runtime-Invoked-Function-Arn",
                                    "arn:aws:lambda:eu-west-1:123456789012:function:x");
                    exchange.getResponseHeaders()
                            .set(
                                    "Lambda-Runtime-Deadline-Ms",
                                    String.valueOf(
                                            Instant.now().plusSeconds(120).toEpochMilli()));
                    answer(exchange, 200, event);
                }
                case "invocation/" + REQUEST + "/response" -> {
                    answers.add(new ReceivedRequest(now, body));
                    answer(exchange, 202, new byte[0]);
                }
                default -> {
                    ReceivedRequest failure = new ReceivedRequest(now, path + ": " + body);
                    readiness.add(failure);
                    answers.add(failure);
                    answer(exchange, 202, new byte[0]);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static ReceivedRequest next(BlockingQueue<ReceivedRequest> queue) throws InterruptedException {
        ReceivedRequest heard = queue.poll(WAIT_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        if (heard == null) {
            throw new IllegalStateException("nothing heard in " + WAIT_TIMEOUT.toSeconds() + " s");
        }
        return heard;
    }
}
