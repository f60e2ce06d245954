package nl.samenkomst.local.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.desk.Handlers;
import nl.samenkomst.local.desk.LocalEnvironment;
import nl.samenkomst.local.desk.TemplateFunction;
import nl.samenkomst.local.tests.kit.DeskClock;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Visitor;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;
import software.amazon.awssdk.services.ses.model.SendRawEmailResponse;
import software.amazon.awssdk.services.ses.model.SesException;

/** Checks that, whatever happens, no log line reveals who signed up or their own link. */
final class PrivacyTest {

    /** Occurs in everything about the person, and survives any change of case and any escaping. */
    private static final String MARK = "zzmerk";

    private static final String SESSION = "besloten-kring";
    private static final String REGISTRATIONS = "/sessions/" + SESSION + "/registrations";
    private static final String TABLE = "samenkomst";

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final FailingMail mail = new FailingMail();
    private final Table table = new Table();

    @BeforeEach
    void listen() {
        PrintStream listening = new PrintStream(written, true, UTF_8);
        System.setOut(listening);
        System.setErr(listening);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void logsNeitherPeopleNorOwnLinks() throws Exception {
        List<String> links = new ArrayList<>();
        try (Desk desk =
                Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE), this::failingHandler)) {
            Visitor visitor = Visitor.at(desk);
            Organiser organiser = new Organiser(desk);
            DeskClock clock = new DeskClock(desk);
            Inbox inbox = new Inbox(desk);
            organiser.publish(SESSION, Organiser.session("Besloten kring", clock.inDays(20), Map.of("places", 2)));

            // Valid and invalid sign-ups, waiting, and promotion.
            for (String name : List.of("een", "twee", "drie")) {
                assertThat(visitor.sendForm(REGISTRATIONS, person(name)).statusCode())
                        .isEqualTo(303);
            }
            visitor.sendForm(REGISTRATIONS, Map.of("name", MARK + "\r\n" + MARK, "email", MARK));
            visitor.call("/api/v1" + REGISTRATIONS, Map.of("name", MARK, MARK, MARK));
            visitor.call("/api/v1" + REGISTRATIONS, "{\"name\":\"" + MARK + "\",\"name\":\"" + MARK);
            visitor.post(REGISTRATIONS, MARK + "/" + MARK, MARK.getBytes(UTF_8));
            visitor.open(REGISTRATIONS + "/" + MARK);
            inbox.hasExactly(MARK + "een confirmed", MARK + "twee confirmed", MARK + "drie waiting");
            for (Inbox.Mail letter : inbox.all()) {
                links.add(letter.ownPage());
                visitor.open(letter.ownPage());
            }
            visitor.sendForm(links.getFirst() + "/cancellation", Map.of());
            inbox.hasExactly(MARK + "een cancelled", MARK + "drie promoted");
            assertThat(organiser.registrations(SESSION).body()).contains(MARK);
            String list = "/api/v1/organiser/sessions/" + SESSION + "/registrations";
            assertThat(visitor.call(list, person("vier")).statusCode()).isEqualTo(201);
            visitor.call(list, Map.of("name", MARK, MARK, MARK));
            visitor.call(list + "/" + MARK + "/decision", Map.of("decision", MARK, "reason", MARK));
            visitor.open(list + ".csv?state=" + MARK);
            assertThat(visitor.open(list + ".csv").body()).contains(MARK);
            visitor.open(list + ".xlsx?state=" + MARK);
            assertThat(visitor.open(list + ".xlsx").statusCode()).isEqualTo(200);
            assertThat(visitor.open(list + ".html").body()).contains("Zzmerk twee");
            links.addAll(table.secrets());

            // Letters that come back or are reported, also about a registration that cannot be read.
            for (String mailbox : List.of("bounce", "complaint", "suppressionlist")) {
                Map<String, String> form = new HashMap<>(person(mailbox));
                form.put("email", mailbox + "+" + MARK + "@example.org");
                visitor.sendForm(REGISTRATIONS, form);
                advance(visitor, "PT1M");
            }
            assertThat(logged()).contains("{\"bounced\":1,", "{\"complained\":1,", "{\"suppressed\":1,");

            // A mail service that refuses a letter, is unavailable, or answers with an unexpected error.
            for (String code : List.of("MessageRejected", "Throttling", "AccessDenied", "InternalFailure")) {
                mail.failWith(code);
                visitor.sendForm(REGISTRATIONS, person(code.toLowerCase(Locale.ROOT)));
                advance(visitor, "PT30M");
                mail.recover();
                advance(visitor, "PT30M");
            }
            assertThat(logged()).contains("\"refused\":1", "SesException");
            mail.failWith("AccessDenied");
            advance(visitor, "P13D");
            mail.recover();
            advance(visitor, "P1D");

            // A registration in the table that cannot be read.
            Map<String, AttributeValue> sound = table.aRegistration();
            for (String attribute : sound.keySet()) {
                for (Map<String, AttributeValue> spoiled : spoiled(sound, attribute)) {
                    table.put(spoiled);
                    visitor.open(links.get(1));
                    visitor.sendForm(links.get(1) + "/cancellation", Map.of());
                    visitor.sendForm(REGISTRATIONS, person("twee"));
                    organiser.registrations(SESSION);
                    organiser.look(SESSION);
                }
            }
            advance(visitor, "PT30M");
            table.put(sound);
            assertThat(logged()).contains("\tat nl.samenkomst.dynamodb");
        }

        assertThat(links).hasSizeGreaterThan(5);
        String log = logged();
        assertThat(log.lines().filter(line -> line.toLowerCase(Locale.ROOT).contains(MARK)))
                .isEmpty();
        for (String link : links) {
            assertThat(log).doesNotContain(link.substring(link.lastIndexOf('/') + 1));
        }
    }

    private String logged() {
        return written.toString(UTF_8);
    }

    /** Moves the clock on, so that failures are retried; also works if a whole run fails. */
    private static void advance(Visitor visitor, String span) throws Exception {
        visitor.sendForm("/local/clock", Map.of("advance", span));
    }

    private static Map<String, String> person(String name) {
        return Map.of(
                "name", "Zzmerk " + name,
                "email", MARK + name + "@example.org",
                "organisation", "Stichting Zzmerk");
    }

    /** Returns the item without the attribute, with a value of another type, and with an invalid text. */
    private static List<Map<String, AttributeValue>> spoiled(Map<String, AttributeValue> item, String attribute) {
        if (List.of("PK", "SK", "due", "dueAt").contains(attribute)) {
            return List.of();
        }
        Map<String, AttributeValue> without = new HashMap<>(item);
        without.remove(attribute);
        Map<String, AttributeValue> otherType = new HashMap<>(item);
        otherType.put(attribute, AttributeValue.fromBool(true));
        Map<String, AttributeValue> nonsense = new HashMap<>(item);
        nonsense.put(
                attribute,
                AttributeValue.fromS("\u0000 "
                        + item.getOrDefault(attribute, AttributeValue.fromS("")).s()));
        return List.of(without, otherType, nonsense);
    }

    private RequestStreamHandler failingHandler(TemplateFunction function, LocalEnvironment around) {
        table.client = Optional.of(around.dynamoDb().get());
        return Handlers.named()
                .create(
                        function,
                        new LocalEnvironment(
                                around.environment(),
                                around.clock(),
                                around.dynamoDb(),
                                () -> mail.before(around.ses().get())));
    }

    /** Gives direct access to the desk's table. */
    private static final class Table {

        private volatile Optional<DynamoDbClient> client = Optional.empty();

        List<String> secrets() {
            return registrations().stream()
                    .map(item -> item.getOrDefault("secret", AttributeValue.fromS(""))
                            .s())
                    .toList();
        }

        Map<String, AttributeValue> aRegistration() {
            return registrations().stream()
                    .filter(item -> item.getOrDefault("email", AttributeValue.fromS(""))
                            .s()
                            .startsWith(MARK + "twee@"))
                    .findFirst()
                    .orElseThrow();
        }

        void put(Map<String, AttributeValue> item) {
            client.orElseThrow().putItem(request -> request.tableName(TABLE).item(item));
        }

        private List<Map<String, AttributeValue>> registrations() {
            return client.orElseThrow().scan(request -> request.tableName(TABLE)).items().stream()
                    .filter(item -> item.containsKey("email"))
                    .toList();
        }
    }

    /** A mail service that fails on demand; like SES, it names the address in the error. */
    private static final class FailingMail {

        private volatile String code = "";

        void failWith(String errorCode) {
            code = errorCode;
        }

        void recover() {
            code = "";
        }

        SesClient before(SesClient real) {
            return new SesClient() {
                @Override
                public SendRawEmailResponse sendRawEmail(SendRawEmailRequest request) {
                    if (code.isEmpty()) {
                        return real.sendRawEmail(request);
                    }
                    throw SesException.builder()
                            .statusCode(code.equals("InternalFailure") ? 500 : 400)
                            .awsErrorDetails(AwsErrorDetails.builder()
                                    .errorCode(code)
                                    .errorMessage("not for identity/" + request.destinations())
                                    .build())
                            .build();
                }

                @Override
                public String serviceName() {
                    return real.serviceName();
                }

                @Override
                public void close() {}
            };
        }
    }
}
