package nl.samenkomst.local.tests.kit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.samenkomst.http.Json;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.ssm.ParameterStore;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** A Parameter Store on loopback that has one secret, and records which function reads it. */
public final class SecretsOnLoopback implements AutoCloseable {

    private final HttpServer server;

    /** Starts one, to be closed after the test. */
    public SecretsOnLoopback(String secret) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        server.createContext("/", exchange -> {
            byte[] body =
                    Json.write(Map.of("Parameter", Map.of("Value", secret))).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Reads the secret with this name, as a function does. */
    public String read(String name) {
        SdkHttpClient plain = UrlConnectionHttpClient.create();
        SdkHttpClient recording = new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                CallsOfFunctions.readSecret(name);
                return plain.prepareRequest(request);
            }

            @Override
            public void close() {
                plain.close();
            }
        };
        return new ParameterStore(
                        recording,
                        URI.create("http://localhost:" + server.getAddress().getPort()),
                        LocalDynamoDb.REGION,
                        LocalDynamoDb.CREDENTIALS)
                .secret(name);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
