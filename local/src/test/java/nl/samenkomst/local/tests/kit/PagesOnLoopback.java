package nl.samenkomst.local.tests.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves given HTML on the loopback address, each page with its own content security policy. */
public final class PagesOnLoopback implements AutoCloseable {

    private record Answer(String html, String policy) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    public PagesOnLoopback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Serves a page under this name from now on, and returns its address. */
    public String serve(String name, String html, String policy) {
        answers.put("/" + name, new Answer(html, policy));
        return "http://localhost:%d/%s".formatted(server.getAddress().getPort(), name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answers.get(exchange.getRequestURI().getPath());
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("content-security-policy", answer.policy());
            byte[] body = answer.html().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
