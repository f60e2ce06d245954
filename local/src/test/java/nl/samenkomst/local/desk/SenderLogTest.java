package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.sendreminders.SendRemindersHandler;
import nl.samenkomst.ses.SesClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ses.SesClient;

/** Checks that the sender logs what the template's alarms are made of. */
class SenderLogTest {

    private static final byte[] REFUSAL = """
            <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <Error><Type>Sender</Type><Code>MessageRejected</Code><Message>no</Message></Error>
              <RequestId>1</RequestId>
            </ErrorResponse>""".getBytes(StandardCharsets.UTF_8);

    private final Gathering gathering = new Gathering();
    private final HttpServer refusing;
    private final SesClient ses;
    private final SendRemindersHandler handler;
    private final List<String> log = new ArrayList<>();

    SenderLogTest() throws IOException {
        refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(400, REFUSAL.length);
            exchange.getResponseBody().write(REFUSAL);
            exchange.close();
        });
        refusing.start();
        ses = SesClients.builder(UrlConnectionHttpClient.create())
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + refusing.getAddress().getPort()))
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(LocalDynamoDb.CREDENTIALS)
                .build();
        handler = new SendRemindersHandler(gathering.wiring(() -> ses));
    }

    @AfterEach
    void close() {
        ses.close();
        refusing.stop(0);
    }

    @Test
    void logsTheAgeOfTheOldestUnsentLetter() throws IOException {
        gathering.signUp("noor");
        gathering.clock.advance(Duration.ofMinutes(10));

        sweep();

        assertThat(JSON.std.mapFrom(log.getLast()))
                .containsEntry("refused", 1)
                .containsEntry("givenUp", 0)
                .containsEntry("oldestOwedSeconds", 600);
    }

    @Test
    void logsHowManyLettersWereGivenUp() throws IOException {
        signUpAndBeRefusedEightTimes();

        assertThat(JSON.std.mapFrom(log.getLast())).containsEntry("givenUp", 1).doesNotContainKey("oldestOwedSeconds");
    }

    @Test
    void logsMetricsEvenIfTheRunFails() {
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.makeUnreadable("piet");
        gathering.clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(this::sweep).isInstanceOf(SendReminders.PartialFailure.class);
        assertThat(log).hasSize(1);
        assertThat(log.getFirst()).contains("\"oldestOwedSeconds\":600");
    }

    @Test
    void everyTemplateMetricIsLogged() throws IOException {
        signUpAndBeRefusedEightTimes();
        Set<String> logged = new TreeSet<>();
        for (String line : log) {
            Map<String, Object> fields = JSON.std.mapFrom(line);
            fields.forEach((name, value) -> {
                if (value instanceof Integer number && number > 0) {
                    logged.add(name);
                }
            });
        }

        Set<String> asked = new TreeSet<>();
        Matcher field = Pattern.compile("(?:FilterPattern: \"\\{ |MetricValue: )\\$\\.(\\w+)(?: > 0 }\")?")
                .matcher(Files.readString(TemplateTest.FILE));
        while (field.find()) {
            asked.add(field.group(1));
        }
        // DamagedItemsTest covers what every function logs of an item that it cannot read.
        assertThat(asked).containsExactly("givenUp", "lost", "oldestOwedSeconds", "unreadableItem");
        asked.remove("unreadableItem");
        // NoteDeliveryHandlerTest covers what is logged of a lost letter.
        asked.remove("lost");
        assertThat(asked).isSubsetOf(logged);
    }

    private void signUpAndBeRefusedEightTimes() throws IOException {
        gathering.signUp("noor");
        for (int tries = 0; tries < 8; tries++) {
            gathering.clock.advance(Duration.ofHours(6));
            sweep();
        }
    }

    private void sweep() throws IOException {
        handler.handleRequest(
                new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                Invocation.of("send-reminders", Duration.ofMinutes(2), log::add));
    }
}
