package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.managesessions.ManageSessionsHandler;
import nl.samenkomst.sendreminders.SendRemindersHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks that places added by the organiser go to the waiting list: at once, or from the sender if the organiser's call
 * died.
 */
class PlacesAddedTest {

    private final Gathering gathering = new Gathering("places", 1);
    private final Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
    private final MailEndpoint mail = MailEndpoint.start(mailbox);
    private final Wiring wiring = gathering.with(mail).wiring();

    PlacesAddedTest() throws IOException {}

    @BeforeEach
    void signUpThree() {
        gathering.signUp("anna");
        gathering.signUp("noor");
        gathering.signUp("piet");
    }

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void promotesBeforeTheOrganisersResponse() throws IOException {
        Map<String, Object> answer = invoke(
                new ManageSessionsHandler(wiring),
                Map.of(
                        "routeKey",
                        "PUT /api/v1/organiser/sessions/{id}",
                        "pathParameters",
                        Map.of("id", Gathering.ID.value()),
                        "headers",
                        Map.of("content-type", "application/json"),
                        "body",
                        """
                        {"title": "Versnellingskamer participatie", "organiser": "Zorgalliantie",
                         "contact": "zorgalliantie@example.org", "start": "2026-12-03T15:00:00+01:00",
                         "end": "2026-12-03T17:00:00+01:00", "places": 2}"""));

        assertThat(answer).containsEntry("statusCode", 200);
        assertThat(states()).isEqualTo("anna confirmed, noor confirmed, piet waitlisted");
    }

    @Test
    void theSenderPromotesAfterACrashOfTheCall() throws IOException {
        gathering.publish("places", 2);
        assertThat(states()).isEqualTo("anna confirmed, noor waitlisted, piet waitlisted");

        invoke(new SendRemindersHandler(wiring), Map.of());

        assertThat(states()).isEqualTo("anna confirmed, noor confirmed, piet waitlisted");
    }

    private String states() {
        return "anna %s, noor %s, piet %s".formatted(state("anna"), state("noor"), state("piet"));
    }

    private String state(String name) {
        return gathering.find(name).state().word();
    }

    private static Map<String, Object> invoke(RequestStreamHandler handler, Map<String, Object> event)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(JSON.std.asBytes(event)),
                answer,
                Invocation.of("places-added", Duration.ofMinutes(2)));
        return JSON.std.mapFrom(answer.toByteArray());
    }
}
