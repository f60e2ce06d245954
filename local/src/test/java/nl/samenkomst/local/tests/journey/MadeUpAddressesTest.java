package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.bulk.CancelUnconfirmedOutcome;
import nl.samenkomst.domain.bulk.SignUpPeriod;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.HandlerCalls;
import nl.samenkomst.managesessions.ManageSessionsHandler;
import org.junit.jupiter.api.Test;

/** Somebody takes a session with made-up addresses; the organiser clears them out, and the others move up. */
class MadeUpAddressesTest {

    private static final String LIST = "/api/v1/organiser/sessions/{id}/registrations";
    private static final String UNCONFIRMED = LIST + "/unconfirmed/cancellation";
    private static final Map<String, String> SESSION = Map.of("id", Gathering.ID.value());
    private static final Actor ORGANISER = new Actor.ByRole("arn:aws:sts::123456789012:assumed-role/organiser/noor");

    private final Gathering gathering = new Gathering("places", 20);
    private final HandlerCalls calls =
            new HandlerCalls(Map.of("manage-sessions", new ManageSessionsHandler(gathering.wiring())));
    private final List<String> sent = new ArrayList<>();
    private final Mailer mailer = mail -> {
        sent.add(mail.registration().person().name() + " " + mail.kind().word());
        return new Delivery.Taken("message-" + sent.size());
    };

    @Test
    void realPeopleGetThePlacesAndNobodyElseGetsALetter() throws IOException {
        for (int i = 0; i < 28; i++) {
            gathering.signUpUnconfirmed("verzonnen" + i);
        }
        List<String> real = List.of("anna", "bo", "cas", "dirk", "esra");
        for (String name : real) {
            gathering.signUp(name);
        }
        gathering.signUpUnconfirmed("verzonnen28");
        gathering.signUpUnconfirmed("verzonnen29");
        gathering.clock.advance(Duration.ofMinutes(5));
        gathering.sweep(mailer);
        sent.clear();
        assertThat(places("taken, unconfirmed places, waiting")).isEqualTo("20, 20, 15");

        Map<String, Object> counted = get(UNCONFIRMED);
        assertThat(counted).containsEntry("registrations", 30).containsEntry("places", 20);
        String until = String.valueOf(counted.get("until"));
        // These two signed up after the organiser looked, and will confirm in a moment.
        gathering.signUpUnconfirmed("finn");
        gathering.signUpUnconfirmed("gerda");

        assertThat(post(Map.of("until", until, "reason", "Verzonnen adres")))
                .isEqualTo(Map.of("cancelled", 30, "places", 20, "remaining", 0));

        assertThat(real).allSatisfy(name -> assertThat(state(name)).isEqualTo("confirmed"));
        assertThat(List.of(state("finn"), state("gerda"))).containsOnly("confirmed");
        assertThat(places("taken, unconfirmed places, waiting")).isEqualTo("7, 2, 0");
        assertThat(places("cancelled, unconfirmed")).isEqualTo("30, 2");
        assertThat(gathering.find("verzonnen3").state())
                .isEqualTo(
                        new RegistrationState.CancelledByOrganiser(gathering.clock.instant(), true, "Verzonnen adres"));
        assertThat(gathering.find("verzonnen29").state())
                .isEqualTo(new RegistrationState.CancelledByOrganiser(
                        gathering.clock.instant(), false, "Verzonnen adres"));
        gathering.sweep(mailer);
        assertThat(sent).filteredOn(letter -> letter.startsWith("verzonnen")).isEmpty();
        assertThat(sent).contains("anna promoted", "bo promoted", "cas promoted", "dirk promoted", "esra promoted");

        assertThat(post(Map.of("until", until))).isEqualTo(Map.of("cancelled", 0, "places", 0, "remaining", 0));
        assertThat(recorded()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void whoeverConfirmsBeforeTheOrganiserPressesStays() throws IOException {
        gathering.signUpUnconfirmed("noor");
        gathering.signUpUnconfirmed("verzonnen");
        assertThat(get(UNCONFIRMED)).containsEntry("registrations", 2);

        gathering.confirm("noor");
        assertThat(post(Map.of())).containsEntry("cancelled", 1);
        assertThat(state("noor")).isEqualTo("confirmed");
        assertThat(rows("addressConfirmed=true")).isEqualTo(List.of("noor"));
        assertThat(rows("addressConfirmed=false&state=cancelled")).isEqualTo(List.of("verzonnen"));
    }

    @Test
    void cancelsOnlyWhoSignedUpSinceTheAttackBegan() throws IOException {
        gathering.signUpUnconfirmed("noor");
        gathering.clock.advance(Duration.ofHours(1));
        Instant began = gathering.clock.instant();
        gathering.signUpUnconfirmed("verzonnen");

        assertThat(get(UNCONFIRMED + "?since=" + began)).containsEntry("registrations", 1);
        assertThat(post(Map.of("since", began.toString()))).containsEntry("cancelled", 1);
        assertThat(state("noor")).isEqualTo("confirmed");
        assertThat(state("verzonnen")).isEqualTo("cancelled");
    }

    /** A place must not go from one made-up address to another that is cancelled next. */
    @Test
    void nobodyWhoIsCancelledIsPromotedOnTheWay() {
        for (int i = 0; i < 70; i++) {
            gathering.signUpUnconfirmed("verzonnen" + i);
        }

        assertThat(cancel(Deadline.none())).isEqualTo(new CancelUnconfirmedOutcome.Cancelled(70, 20, 0));
        List<Registration> all =
                gathering.listed().stream().map(one -> one.registration()).toList();
        assertThat(all)
                .filteredOn(one ->
                        one.state() instanceof RegistrationState.CancelledByOrganiser cancelled && cancelled.hadPlace())
                .extracting(one -> one.person().name())
                .hasSize(20)
                .allMatch(name -> Integer.parseInt(name.replace("verzonnen", "")) < 20);
    }

    @Test
    void stopsInTimeAndGoesOnWhenAskedAgain() {
        for (int i = 0; i < 25; i++) {
            gathering.signUpUnconfirmed("verzonnen" + i);
        }
        gathering.signUp("noor");
        AtomicInteger looks = new AtomicInteger();

        assertThat(cancel(() -> looks.incrementAndGet() == 1))
                .as("the waiting list and half of a batch of places")
                .isEqualTo(new CancelUnconfirmedOutcome.Cancelled(10, 5, 15));
        assertThat(state("noor")).isEqualTo("confirmed");
        assertThat(cancel(() -> true)).isEqualTo(new CancelUnconfirmedOutcome.Cancelled(10, 10, 5));
        assertThat(cancel(() -> true)).isEqualTo(new CancelUnconfirmedOutcome.Cancelled(5, 5, 0));
        assertThat(cancel(() -> true)).isEqualTo(new CancelUnconfirmedOutcome.Cancelled(0, 0, 0));
        assertThat(places("taken, waiting, unconfirmed, unconfirmed places")).isEqualTo("1, 0, 0, 0");
    }

    @Test
    void theChangesSayWhoCancelledThemAndWhatLapsed() {
        gathering.signUpUnconfirmed("verlopen");
        gathering.change("verlopen", one -> one.with(new RegistrationState.Lapsed(gathering.clock.instant(), true)));
        gathering.clock.advance(Duration.ofMinutes(1));
        gathering.signUpUnconfirmed("verzonnen");
        cancel(Deadline.none());

        assertThat(gathering.changes())
                .filteredOn(entry -> entry.registration().isPresent())
                .containsExactly(
                        new AuditEntry(Gathering.NOW, Actor.DESK, AuditAction.LAPSED, id("verlopen"), ""),
                        new AuditEntry(
                                gathering.clock.instant(),
                                ORGANISER,
                                AuditAction.UNCONFIRMED_CANCELLED,
                                id("verzonnen"),
                                ""));
    }

    private Optional<String> id(String name) {
        return Optional.of(gathering.id(name).value());
    }

    private CancelUnconfirmedOutcome cancel(Deadline deadline) {
        return gathering
                .wiring()
                .organiser()
                .cancelUnconfirmed()
                .cancel(Gathering.ID, SignUpPeriod.ALL, "", ORGANISER, deadline);
    }

    private List<String> recorded() {
        return gathering.changes().stream()
                .filter(entry -> entry.what().equals("unconfirmed-cancelled"))
                .map(entry -> entry.registration().orElseThrow())
                .toList();
    }

    private String state(String name) {
        return gathering.find(name).state().word();
    }

    /** Returns these counters, in this order. */
    private String places(String names) {
        Places places = gathering.sessions().find(Gathering.ID).orElseThrow().places();
        List<String> numbers = new ArrayList<>();
        for (String name : names.split(", ", -1)) {
            Count count = Count.valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_'));
            numbers.add(String.valueOf(places.count(count)));
        }
        return String.join(", ", numbers);
    }

    private List<String> rows(String query) throws IOException {
        List<String> names = new ArrayList<>();
        if (get(LIST + "?" + query).get("registrations") instanceof List<?> rows) {
            rows.forEach(row -> names.add(String.valueOf(((Map<?, ?>) row).get("name"))));
        }
        return names;
    }

    private Map<String, Object> get(String route) throws IOException {
        int query = route.indexOf('?');
        HandlerCalls.Answer answer = query < 0
                ? calls.get("manage-sessions", "GET " + route, SESSION)
                : calls.get("manage-sessions", "GET " + route.substring(0, query), SESSION, route.substring(query + 1));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.std.mapFrom(answer.body());
    }

    private Map<String, Object> post(Map<String, String> body) throws IOException {
        HandlerCalls.Answer answer =
                calls.json("manage-sessions", "POST " + UNCONFIRMED, SESSION, JSON.std.asString(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.std.mapFrom(answer.body());
    }
}
