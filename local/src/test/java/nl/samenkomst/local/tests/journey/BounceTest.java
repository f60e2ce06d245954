package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.StoredDeskKey;
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
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Letters that come back or are reported, as the person, the next in line and the organiser see it. */
final class BounceTest {

    private static final String SESSION = "buurtwerk";
    private static final String REGISTRATIONS = "/api/v1/sessions/" + SESSION + "/registrations";
    private static final String LIST = "/api/v1/organiser/sessions/" + SESSION + "/registrations";

    private Optional<DynamoDbClient> table = Optional.empty();
    private final Desk desk =
            Desk.startPaused(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE), this::create);
    private final Organiser organiser = new Organiser(desk);
    private final Visitor visitor = Visitor.at(desk);
    private final Inbox inbox = new Inbox(desk);
    private final DeskClock clock = new DeskClock(desk);
    private final ZonedDateTime start;

    BounceTest() throws IOException, InterruptedException {
        clock.moveTo(clock.inDays(1).withHour(10));
        start = clock.inDays(20);
        organiser.publish(SESSION, session(Map.of("places", 1)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aMadeUpAddressLosesItsPlaceToTheNextInLineAndTheOrganiserHearsOfIt() throws Exception {
        signUp("Verzonnen", "bounce@verzonnen.example");
        signUp("Noor", "noor@example.org");

        letters("bounce confirmed", "noor waiting");
        letters("noor promoted");

        assertThat(organiser.states(SESSION))
                .containsExactly("bounce@verzonnen.example cancelled", "noor@example.org confirmed");
        assertThat(row("Verzonnen"))
                .containsEntry("mail", "bounced")
                .containsEntry("mailReason", "bounced")
                .containsEntry("cancelledBy", "lapse");
        assertThat(row("Noor")).containsEntry("mail", "ok").containsEntry("mailReason", null);
        assertThat(JSON.std.mapFrom(organiser.look(SESSION).body()).get("mail"))
                .isEqualTo(Map.of("bounced", 1, "complained", 0));

        clock.moveTo(clock.inDays(1).withHour(9));
        letters("vragen organiser");
        assertThat(inbox.lastTo("vragen").text())
                .contains(
                        "2 nieuwe aanmeldingen",
                        "1 plek vrijgekomen",
                        "1 plek gegeven aan iemand van de wachtlijst",
                        "1 mail kwam niet aan: in de lijst zie je van wie");

        clock.moveTo(start.minusHours(2));
        assertThat(inbox.all())
                .filteredOn(mail -> mail.to().startsWith("bounce@"))
                .hasSize(1);
    }

    @Test
    void aConfirmedAddressKeepsItsPlaceGetsNoMoreLettersAndCanBeTriedAgain() throws Exception {
        signUp("Noor", "suppressionlist@example.org");
        confirm("suppressionlist@example.org");
        letters("suppressionlist confirmed");

        assertThat(row("Noor"))
                .containsEntry("state", "confirmed")
                .containsEntry("mail", "bounced")
                .containsEntry("mailReason", "suppressed");
        clock.moveTo(start.minusDays(2));
        inbox.forgetEarlier();
        assertThat(inbox.all())
                .filteredOn(mail -> mail.kind().equals("reminder"))
                .isEmpty();

        HttpResponse<String> sent =
                visitor.call(LIST + "/" + organiser.id(SESSION, "Noor") + "/own-link", Map.of("renew", false));
        assertThat(sent.statusCode()).isEqualTo(200);
        letters("suppressionlist own-link");
        assertThat(row("Noor")).as("it came back again").containsEntry("mail", "bounced");
    }

    @Test
    void nobodyWhoReportedALetterGetsAnother() throws Exception {
        signUp("Noor", "complaint@example.org");
        confirm("complaint@example.org");
        letters("complaint confirmed");

        assertThat(row("Noor")).containsEntry("state", "confirmed").containsEntry("mail", "complained");
        clock.advance("PT2H");
        visitor.call(LIST + "/" + organiser.id(SESSION, "Noor") + "/own-link", Map.of("renew", false));
        visitor.call("/api/v1/sessions/" + SESSION + "/own-link", Map.of("email", "complaint@example.org"));
        clock.moveTo(clock.inDays(1).withHour(9));
        letters("vragen organiser");
        assertThat(inbox.lastTo("vragen").text())
                .contains("1 persoon meldde onze mail als ongewenst en krijgt geen mail meer");
        clock.moveTo(start.minusHours(2));
        assertThat(inbox.all())
                .filteredOn(mail -> mail.to().startsWith("complaint@"))
                .hasSize(1);
    }

    @Test
    void anAutomaticReplyChangesNothing() throws Exception {
        signUp("Noor", "ooto@example.org");
        letters("ooto confirmed");

        assertThat(row("Noor")).containsEntry("mail", "ok").containsEntry("mailReason", null);
        clock.moveTo(start.minusDays(2));
        assertThat(inbox.all())
                .filteredOn(mail -> mail.to().startsWith("ooto@"))
                .extracting(Inbox.Mail::kind)
                .containsExactly("confirmed", "reminder");
    }

    @Test
    void aLetterAboutSeveralSessionsTellsOnAllOfThem() throws Exception {
        for (String id : List.of("een", "twee", "drie", "vier")) {
            organiser.publish(id, session(Map.of("series", "Reeks")));
        }
        HttpResponse<String> answer = visitor.call(
                "/api/v1/sessions/een/registrations",
                Map.of("name", "Noor", "email", "bounce@verzonnen.example", "also", List.of("twee", "drie", "vier")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        letters("bounce confirmed");

        for (String id : List.of("een", "twee", "drie", "vier")) {
            assertThat(JSON.std.mapFrom(organiser.look(id).body()).get("mail"))
                    .as(id)
                    .isEqualTo(Map.of("bounced", 1, "complained", 0));
        }
        clock.moveTo(start.minusHours(2));
        assertThat(inbox.all())
                .filteredOn(mail -> mail.to().startsWith("bounce@"))
                .hasSize(1);
    }

    /** Lets everything that is due leave, and asserts that it is this. */
    private void letters(String... namesAndKinds) throws IOException, InterruptedException {
        clock.settle();
        inbox.hasExactly(namesAndKinds);
    }

    private void signUp(String name, String email) throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor.call(REGISTRATIONS, Map.of("name", name, "email", email));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private Map<String, Object> session(Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("notify", "daily", "reminders", List.of("P7D")));
        fields.putAll(more);
        return Organiser.session("Buurtwerk", start, fields);
    }

    private Map<String, Object> row(String name) throws IOException, InterruptedException {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (JSON.std.mapFrom(organiser.registrations(SESSION).body()).get("registrations") instanceof List<?> list) {
            for (Object row : list) {
                Map<String, Object> fields = new HashMap<>();
                ((Map<?, ?>) row).forEach((field, value) -> fields.put(field.toString(), value));
                rows.add(fields);
            }
        }
        return rows.stream()
                .filter(row -> name.equals(row.get("name")))
                .findFirst()
                .orElseThrow();
    }

    /** Confirms an address before any letter left, since no letter to it arrives. */
    private void confirm(String email) throws IOException, InterruptedException {
        Registration registered = new DynamoDbRegistrations(
                        table.orElseThrow(), "samenkomst", new StoredDeskKey(new Random(1)))
                .find(new SessionId(SESSION), new EmailAddress(email), Instant.EPOCH)
                .flatMap(RegistrationSnapshot::registration)
                .orElseThrow();
        String own = "/sessions/" + SESSION + "/registrations/"
                + registered.ownLink().token();
        assertThat(visitor.sendForm(own + "/confirmation", Map.of()).statusCode())
                .isEqualTo(303);
    }

    private RequestStreamHandler create(TemplateFunction function, LocalEnvironment around) {
        table = Optional.of(around.dynamoDb().get());
        return Handlers.named().create(function, around);
    }
}
