package nl.samenkomst.local.desk.sam;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** SAM CLI serving on a loopback port until it is closed. */
final class SamServer implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private SamServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a command that serves on this port; {@link #awaitAnswer} returns once it does. */
    static SamServer start(ProcessBuilder command, int port) throws IOException {
        return new SamServer(command.start(), port);
    }

    /**
     * Returns a free loopback port.
     *
     * @param port the only one that will do; 0 for any
     * @throws java.net.BindException if that one is taken
     */
    static int freePort(int port) throws IOException {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /**
     * Waits until the server answers.
     *
     * @throws IOException if it ends before, or does not answer within two minutes
     */
    void awaitAnswer() throws IOException, InterruptedException {
        Instant last = Instant.now().plus(START_TIMEOUT);
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(last)) {
                    throw new IOException("SAM CLI does not start", notYet);
                }
                Thread.sleep(100);
            }
        }
    }

    /** Returns the process that serves. */
    Process process() {
        return process;
    }

    /**
     * Invokes a function where this serves Lambda's API, and returns the function's answer.
     *
     * @throws IOException if the function fails
     */
    String invoke(String function, String event) throws IOException, InterruptedException {
        URI invocations =
                URI.create("http://127.0.0.1:%d/2015-03-31/functions/%s/invocations".formatted(port, function));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(invocations)
                        .POST(BodyPublishers.ofString(event))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200
                || response.headers().firstValue("x-amz-function-error").isPresent()) {
            throw new IOException("%s answers %d: %s".formatted(function, response.statusCode(), response.body()));
        }
        return response.body();
    }

    /** Terminates SAM CLI so that it can remove its functions' containers; kills it after 20 seconds. */
    @Override
    public void close() {
        process.destroy();
        // Not close, which waits until an invocation ends.
        http.shutdownNow();
        try {
            if (process.waitFor(20, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
