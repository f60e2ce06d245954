package nl.samenkomst.local.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.faults.FaultyHttpClient;
import nl.samenkomst.register.RegisterHandler;
import nl.samenkomst.style.HouseStyle;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * One instance of the register function with its own client; like a Lambda instance, it serves one thread at a time.
 */
final class SignUpDesk implements AutoCloseable {

    private final Meter meter;
    private final DynamoDbClient client;
    private final Wiring wiring;
    private final RegisterHandler handler;
    private final Map<String, Object> form;

    /**
     * Creates an instance.
     *
     * @param faultRate share of calls to the table that fails, from 0 to 1
     * @param seed determines which calls fail, and how
     */
    SignUpDesk(URI table, String tableName, double faultRate, long seed) throws IOException {
        this.meter = new Meter(new FaultyHttpClient(UrlConnectionHttpClient.create(), faultRate, seed));
        this.client = InterceptedClients.build(DynamoDbClients.builder(meter), table, meter);
        Settings settings = new Settings(
                Map.of("TABLE_NAME", tableName, "HOUSE_STYLE", HouseStyle.DEFAULT, "CONFIRM_ADDRESS", "none"));
        this.wiring = new Wiring(settings, Clock.systemUTC(), new SecureRandom(), Sleeper.real(), () -> client, () -> {
            throw new IllegalStateException("signing up sends no letter");
        });
        this.handler = new RegisterHandler(wiring);
        this.form = JSON.std.mapFrom(Files.readString(Path.of("events", "register", "form.json")));
    }

    Wiring wiring() {
        return wiring;
    }

    /** Sends the form in the event that an HTTP API makes of a browser's request. */
    Timing signUp(SessionId session, String name) throws IOException {
        byte[] bytes = event(session, name);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        meter.reset();
        long start = System.nanoTime();
        handler.handleRequest(
                new ByteArrayInputStream(bytes), answer, Invocation.of("register", Duration.ofSeconds(30)));
        long whole = System.nanoTime() - start;
        return new Timing(whole, meter.inSdk(), meter.onTheWire(), meter.roundTrips(), as(answer.toByteArray()));
    }

    byte[] event(SessionId session, String name) throws IOException {
        String body =
                "name=%1$s&email=%1$s%%40example.org&organisation=Gemeente+Ede&lang=nl&leave-empty=".formatted(name);
        Map<String, Object> event = new LinkedHashMap<>(form);
        event.put("pathParameters", Map.of("id", session.value()));
        event.put("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        return JSON.std.asBytes(event);
    }

    /** Publishes a session 30 days ahead, without a limit if {@code places} is empty. */
    void publish(SessionId id, OptionalInt places) {
        wiring.organiser().publishSession().publish(id, document(places), Optional.empty(), Actor.LOCAL);
    }

    @Override
    public void close() {
        client.close();
    }

    private static SessionDocument document(OptionalInt places) {
        OffsetDateTime start = OffsetDateTime.now(ZoneOffset.UTC).plusDays(30).withNano(0);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "Versnellingskamer Participatie");
        fields.put("organiser", "Zorgalliantie");
        fields.put("contact", "contact@example.org");
        fields.put("start", start.toString());
        fields.put("end", start.plusHours(2).toString());
        places.ifPresent(number -> fields.put("places", number));
        return switch (SessionDocumentFields.parse(fields)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid ->
                throw new IllegalStateException(invalid.problems().toString());
        };
    }

    /** Returns the outcome that the response's {@code Location} names. */
    private static String as(byte[] answer) throws IOException {
        if (JSON.std.mapFrom(answer).get("headers") instanceof Map<?, ?> headers
                && headers.get("location") instanceof String location
                && location.contains("?as=")) {
            return location.replaceFirst(".*[?]as=([a-z-]+).*", "$1");
        }
        throw new IllegalStateException("not signed up: " + new String(answer, StandardCharsets.UTF_8));
    }
}
