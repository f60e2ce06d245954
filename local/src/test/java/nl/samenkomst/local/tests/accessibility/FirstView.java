package nl.samenkomst.local.tests.accessibility;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.Compressed;
import nl.samenkomst.local.tests.kit.Visitor;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures when a page is seen on a slow connection, with the style sheet in the page and beside it: {@code mvn test
 * -pl local -am -Dtest=FirstView} prints the figures. Not a test, so its name does not end in one.
 */
class FirstView {

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final int RUNS = 9;

    /** A phone at the edge of coverage: milliseconds of latency, and bytes per second. */
    private static final int LATENCY = 150;

    private static final int BYTES_A_SECOND = 200_000;

    @ParameterizedTest
    @ValueSource(strings = {"/sessions?lang=nl", "/sessions/versnellingskamer-participatie?lang=nl"})
    void styleInThePageOrBesideIt(String path) throws Exception {
        try (Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), true, TemplateTest.FILE))) {
            String inOne = Visitor.at(desk).open(path).body();
            Matcher style = STYLE.matcher(inOne);
            if (!style.find()) {
                throw new IllegalStateException("no style in " + path);
            }
            String inTwo = style.replaceFirst("<link rel=\"stylesheet\" href=\"/style.css\">");
            System.out.printf("%s%n", path);
            measure("style sheet in the page", inOne, style.group(1));
            measure("style sheet beside it", inTwo, style.group(1));
        }
    }

    private static void measure(String what, String page, String style) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        serve(server, "/page", "text/html; charset=utf-8", "no-cache", page);
        serve(server, "/style.css", "text/css", "public, max-age=31536000, immutable", style);
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort() + "/page";
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int time = 0; time < RUNS; time++) {
            try (Browser browser = Browser.open("nl-NL,nl")) {
                browser.slowDown(LATENCY, BYTES_A_SECOND);
                browser.go(address);
                first.add(browser.firstPaint());
                browser.go(address);
                again.add(browser.firstPaint());
            }
        }
        server.stop(0);
        int bytes = sent(page).length + (page.contains("<style>") ? 0 : sent(style).length);
        System.out.printf(
                "  %-24s %,7d bytes, seen after %4.0f ms, again %4.0f ms%n", what, bytes, median(first), median(again));
    }

    private static void serve(HttpServer server, String path, String type, String caching, String text) {
        server.createContext(path, exchange -> {
            try (exchange) {
                byte[] body = sent(text);
                exchange.getResponseHeaders().set("content-type", type);
                exchange.getResponseHeaders().set("cache-control", caching);
                exchange.getResponseHeaders().set("content-encoding", "gzip");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private static byte[] sent(String text) throws IOException {
        return Compressed.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
