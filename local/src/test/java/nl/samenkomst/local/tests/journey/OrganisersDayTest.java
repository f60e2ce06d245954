package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Prerequisites;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.xlsx.ReadWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command in docs/api.md, from first to last, and checks that it does what the document says, and that
 * the document has a command for everything an organiser can do.
 */
class OrganisersDayTest {

    private static final Path DOCUMENT = Path.of("../docs/api.md");
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    private static final Pattern SIGNING = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");

    /** A call of curl, as {@code bash -x} prints it. */
    private static final Pattern CALL = Pattern.compile("(?m)^\\++ curl (.*?)\\bhttp://[^/]+(/[^\\s'?]*)(.*)$");

    private static final Pattern METHOD = Pattern.compile("-X ([A-Z]+)");

    @TempDir
    private Path folder;

    @Test
    void everyDocumentedCommandWorks() throws Exception {
        Prerequisites.program("bash");
        Prerequisites.program("curl");
        try (Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE))) {
            String said = run("set -euo pipefail\n" + commands(desk));

            Organiser organiser = new Organiser(desk);
            assertThat(organiser.states("jongeren"))
                    .as(said)
                    .containsExactly(
                            "noor@gemeente.example.org cancelled",
                            "piet@example.org confirmed",
                            "els@example.com declined",
                            "fatima@example.org waitlisted",
                            "jan@example.org confirmed");
            assertThat(organiser.look("volgende").body()).contains("\"revision\":4", "\"cancelled\":null");
            String file = Files.readString(folder.resolve("aanmeldingen.csv"));
            assertThat(file).startsWith("\uFEFF\"Stand\"").contains("\"'=1+1\"", "\"Wat wil je weten?\"");
            assertThat(ReadWorkbook.of(Files.readAllBytes(folder.resolve("aanmeldingen.xlsx")))
                            .rows(1))
                    .extracting(row -> row.get(2), row -> row.get(8))
                    .contains(tuple("Piet", "=1+1"));
            assertThat(folder.resolve("aanmeldingen-3.csv")).content().contains("jan@example.org");
            assertThat(folder.resolve("aanmeldingen-4.csv")).doesNotExist();
            List<Route> calls = callsOf(said);
            Template template = Template.read(TemplateTest.FILE, TemplateTest.NAMES);
            assertThat(template.function("ManageSessionsFunction").routes())
                    // HEAD has the same answer as the GET of its path.
                    .filteredOn(route -> !route.method().equals("HEAD"))
                    .allSatisfy(route -> assertThat(calls)
                            .as(route.key())
                            .anyMatch(call ->
                                    route.match(call.method(), call.path()).isPresent()));
        }
    }

    @Test
    void curlSignsWithoutAKeyOnItsCommandLine() throws Exception {
        Prerequisites.program("bash");
        Prerequisites.program("curl");
        String document = Files.readString(DOCUMENT);
        String signing =
                SIGNING.matcher(document).results().map(block -> block.group(1)).collect(Collectors.joining());
        List<Headers> sent = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            sent.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            run("set -euo pipefail; AWS_ACCESS_KEY_ID=AKID; AWS_SECRET_ACCESS_KEY=a/b+c; AWS_SESSION_TOKEN=d+e==\n"
                    + signing
                    + "curl -sSf 'http://localhost:%d/a?b=c'"
                            .formatted(server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }

        assertThat(sent).singleElement().satisfies(headers -> {
            assertThat(headers.getFirst("authorization"))
                    .startsWith("AWS4-HMAC-SHA256 Credential=AKID/")
                    .contains("/eu-west-1/execute-api/aws4_request", "x-amz-security-token");
            assertThat(headers.getFirst("x-amz-security-token")).isEqualTo("d+e==");
        });
        assertThat(document).doesNotContain("--user", "-u ");
    }

    /** Returns the method and path of every request in the output of {@code bash -x}. */
    private static List<Route> callsOf(String output) {
        return CALL.matcher(output)
                .results()
                .map(call -> new Route(methodOf(call.group(1) + call.group(3)), call.group(2)))
                .toList();
    }

    /** Returns the method that curl uses with these options. */
    private static String methodOf(String options) {
        Matcher method = METHOD.matcher(options);
        if (method.find()) {
            return method.group(1);
        }
        return options.contains(" -d ") ? "POST" : "GET";
    }

    /** Returns the document's commands with their dates in next year, so that the sessions are always upcoming. */
    private static String commands(Desk desk) throws IOException {
        String next = String.valueOf(Year.now(ZoneOffset.UTC).getValue() + 1);
        return COMMANDS.matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"))
                .replace("2027-", next + "-")
                .replace("http://localhost:8080", desk.address().toString());
    }

    private String run(String script) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process bash = new ProcessBuilder("bash", "-x", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = bash.waitFor(2, TimeUnit.MINUTES);
        String output = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as(output).isTrue();
        assertThat(bash.exitValue()).as(output).isZero();
        return output;
    }
}
