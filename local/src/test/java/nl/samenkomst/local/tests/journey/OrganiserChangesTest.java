package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.LinkKind;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.faults.FaultyHttpClient;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.Gathering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tests the organiser's changes to registrations, against a real table. */
class OrganiserChangesTest {

    private static final Actor ORGANISER = new Actor.ByRole("arn:aws:sts::123456789012:assumed-role/organiser/noor");

    private static final ThemeId BUURT = new ThemeId("buurt");

    private final List<String> sent = new ArrayList<>();
    private final Mailer mailer = mail -> {
        sent.add(mail.registration().person().name() + " " + mail.kind().word());
        return new Delivery.Taken("message");
    };

    @Test
    void acceptingKeepsThePlaceThatWasHeld() {
        Gathering gathering = reviewed("places", 1);
        gathering.signUp("noor");
        assertThat(decide(gathering, "noor", Decision.ACCEPT)).isEqualTo("confirmed");
        assertThat(counted(gathering)).isEqualTo("1 taken, 0 held, 0 reviewing, 0 waiting, 0 declined");
        assertThat(letters(gathering)).containsExactly("noor confirmed");
    }

    @Test
    void acceptingWithoutAHeldPlaceConfirmsOrQueues() {
        Gathering gathering = reviewed("places", 1, "reviewHoldsPlace", false);
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.signUp("els");
        assertThat(decide(gathering, "noor", Decision.ACCEPT)).isEqualTo("confirmed");
        assertThat(decide(gathering, "piet", Decision.ACCEPT)).isEqualTo("waitlisted 1");
        assertThat(decide(gathering, "els", Decision.ACCEPT)).isEqualTo("waitlisted 2");
        assertThat(counted(gathering)).isEqualTo("1 taken, 0 held, 0 reviewing, 2 waiting, 0 declined");
    }

    @Test
    void acceptingForAClosedThemeSeatsAnywhere() {
        Gathering gathering = reviewed("reviewHoldsPlace", false, "themes", List.of(theme("buurt"), theme("werk")));
        gathering.signUp("noor", "buurt");
        gathering.publish("admission", "reviewed", "reviewHoldsPlace", false, "themes", List.of(theme("werk")));

        decide(gathering, "noor", Decision.ACCEPT);
        assertThat(gathering.find("noor").state().theme()).contains(new ThemeId("werk"));
    }

    @Test
    void aReopenedThemeSeatsThoseAcceptedMeanwhile() {
        List<Map<String, Object>> both = List.of(theme("buurt"), theme("werk"));
        Gathering gathering = reviewed("places", 1, "reviewHoldsPlace", false, "themes", both);
        gathering.signUp("noor", "werk");
        gathering.signUp("piet", "buurt");
        gathering.publish(
                "admission", "reviewed", "places", 1, "reviewHoldsPlace", false, "themes", List.of(theme("werk")));
        decide(gathering, "noor", Decision.ACCEPT);

        assertThat(decide(gathering, "piet", Decision.ACCEPT)).isEqualTo("waitlisted 1");
        assertThat(gathering.find("piet").state().theme()).contains(BUURT);
        gathering.sweep(mailer);
        assertThat(letters(gathering)).containsSubsequence("piet waiting", "piet choose-theme");

        gathering.publish("admission", "reviewed", "places", 2, "reviewHoldsPlace", false, "themes", both);
        letters(gathering);
        assertThat(gathering.find("piet").state())
                .isEqualTo(new RegistrationState.Confirmed(gathering.clock.instant(), true, Optional.of(BUURT)));
    }

    @Test
    void decliningPromotesInTheSameTransaction() {
        Gathering gathering = reviewed("places", 1, "admitDomains", List.of("example.org"));
        gathering.publish("admission", "reviewed", "places", 1);
        gathering.signUp("noor");
        gathering.publish("admission", "reviewed", "places", 1, "admitDomains", List.of("example.org"));
        gathering.signUp("piet");

        assertThat(decide(gathering, "noor", Decision.DECLINE)).isEqualTo("declined");
        assertThat(gathering.find("piet").state()).isInstanceOf(RegistrationState.Confirmed.class);
        assertThat(counted(gathering)).isEqualTo("1 taken, 0 held, 0 reviewing, 0 waiting, 1 declined");
        assertThat(letters(gathering)).containsExactlyInAnyOrder("noor declined", "piet promoted");
    }

    @Test
    void repeatsADecisionButRefusesItsOpposite() {
        Gathering gathering = reviewed();
        gathering.signUp("noor");
        gathering.signUp("piet");

        decide(gathering, "noor", Decision.ACCEPT);
        Registration accepted = gathering.find("noor");
        assertThat(decide(gathering, "noor", Decision.ACCEPT)).isEqualTo("confirmed");
        assertThat(decide(gathering, "noor", Decision.DECLINE)).isEqualTo("DECIDED");
        assertThat(gathering.find("noor")).isEqualTo(accepted);
        decide(gathering, "piet", Decision.DECLINE);
        assertThat(decide(gathering, "piet", Decision.DECLINE)).isEqualTo("declined");
        assertThat(decide(gathering, "piet", Decision.ACCEPT)).isEqualTo("DECIDED");
        assertThat(actionsOf(gathering)).containsExactlyInAnyOrder("accepted", "declined");
    }

    @Test
    void refusesDecisionsOnceCancelledOrStarted() {
        Gathering gathering = reviewed();
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.cancel("piet");
        assertThat(decide(gathering, "piet", Decision.ACCEPT)).isEqualTo("CANCELLED");
        assertThat(decide(gathering, "nobody", Decision.ACCEPT)).isEqualTo("UnknownRegistration");

        gathering.clock.set(Gathering.START);
        assertThat(decide(gathering, "noor", Decision.ACCEPT)).isEqualTo("SESSION_STARTED");
        gathering.clock.set(Gathering.NOW);
        gathering.wiring().organiser().cancelSession().cancel(Gathering.ID, "", ORGANISER);
        assertThat(decide(gathering, "noor", Decision.DECLINE)).isEqualTo("SESSION_CANCELLED");
    }

    @Test
    void concurrentDecisionsCountOnce() throws Exception {
        Gathering gathering = reviewed("places", 4);
        for (String name : List.of("a", "b", "c", "d")) {
            gathering.signUp(name);
        }
        for (String name : List.of("a", "b", "c", "d")) {
            List<String> answers = atOnce(
                    () -> decide(gathering, name, Decision.ACCEPT), () -> decide(gathering, name, Decision.DECLINE));
            assertThat(answers).containsAnyOf("confirmed", "declined").containsOnlyOnce("DECIDED");
        }
        assertThat(actionsOf(gathering)).hasSize(4);
        Places places = places(gathering);
        assertThat(places.taken() + places.count(Count.DECLINED)).isEqualTo(4);
        assertThat(places.count(Count.REVIEWING)).isZero();
    }

    @Test
    void cancellingPromotesAndGivesTheReason() {
        Gathering gathering = new Gathering("places", 1, "noticePeriod", "P20D");
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.clock.set(Gathering.START.minus(Duration.ofDays(2)));

        assertThat(cancel(gathering, "noor", "Dubbel aangemeld")).isEqualTo("cancelled");
        assertThat(cancel(gathering, "noor", "Nog eens")).isEqualTo("cancelled");
        assertThat(gathering.find("noor").state())
                .isEqualTo(new RegistrationState.CancelledByOrganiser(
                        Gathering.START.minus(Duration.ofDays(2)), true, "Dubbel aangemeld"));
        assertThat(gathering.find("piet").state()).isInstanceOf(RegistrationState.Confirmed.class);
        assertThat(letters(gathering)).containsExactlyInAnyOrder("noor cancelled", "piet promoted");
        assertThat(actionsOf(gathering)).containsExactly("cancelled");
        gathering.clock.set(Gathering.START);
        assertThat(cancel(gathering, "piet", "")).isEqualTo("SESSION_STARTED");
    }

    @Test
    void addingRespectsPlacesButNoOtherRule() {
        Gathering gathering = new Gathering(
                "places",
                1,
                "admission",
                "reviewed",
                "waitingList",
                false,
                "closes",
                "2026-11-03T10:00:00+01:00",
                "questions",
                List.of(Map.of("id", "q", "label", "Q", "required", true)));
        gathering.clock.advance(Duration.ofDays(5));

        assertThat(add(gathering, "noor")).isEqualTo("Added confirmed");
        assertThat(add(gathering, "piet")).isEqualTo("Added waitlisted 1");
        assertThat(add(gathering, "noor")).isEqualTo("confirmed");
        assertThat(letters(gathering)).containsExactlyInAnyOrder("noor confirmed", "piet waiting");
        gathering.clock.set(Gathering.START);
        assertThat(add(gathering, "els")).isEqualTo("SESSION_STARTED");
        assertThat(actionsOf(gathering)).containsExactly("added", "added");
    }

    @Test
    void addingAgainConfirmsADeclinedOrCancelledPerson() {
        Gathering gathering = reviewed("places", 5);
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.signUp("els");
        LinkSecret link = gathering.find("piet").secret();
        decide(gathering, "noor", Decision.DECLINE);
        gathering.cancel("piet");

        assertThat(add(gathering, "noor")).isEqualTo("Added confirmed");
        assertThat(add(gathering, "piet")).isEqualTo("Added confirmed");
        assertThat(add(gathering, "els")).as("who is under review is accepted").isEqualTo("confirmed");
        assertThat(gathering.find("piet").secrets().kindOf(link)).isEqualTo(LinkKind.ENDED);
        assertThat(counted(gathering)).isEqualTo("3 taken, 0 held, 0 reviewing, 0 waiting, 0 declined");
        assertThat(actionsOf(gathering)).containsExactlyInAnyOrder("declined", "added", "added", "accepted");
    }

    @Test
    void movesAPersonToTheHeadOfTheQueueOnce() {
        Gathering gathering = new Gathering("places", 1);
        for (String name : List.of("noor", "piet", "els", "mo")) {
            gathering.signUp(name);
        }
        gathering.sweep(mailer);
        sent.clear();

        assertThat(moveUp(gathering, "els")).isEqualTo("waitlisted 1");
        assertThat(moveUp(gathering, "els")).isEqualTo("waitlisted 1");
        assertThat(moveUp(gathering, "mo")).isEqualTo("waitlisted 1");
        assertThat(moveUp(gathering, "noor")).isEqualTo("NOT_WAITING");
        assertThat(letters(gathering)).as("nobody is told twice that they wait").isEmpty();
        assertThat(counted(gathering)).isEqualTo("1 taken, 0 held, 0 reviewing, 3 waiting, 0 declined");
        for (String first : List.of("mo", "els", "piet")) {
            gathering.cancel(List.of("noor", "mo", "els").get(sent.size()));
            assertThat(gathering.find(first).state()).as(first).isInstanceOf(RegistrationState.Confirmed.class);
            sent.add(first);
        }
        assertThat(actionsOf(gathering)).containsExactly("moved-up", "moved-up");
    }

    @Test
    void twoConcurrentMovesAreBothFirst() throws Exception {
        Gathering gathering = new Gathering("places", 1);
        for (String name : List.of("noor", "piet", "els", "mo")) {
            gathering.signUp(name);
        }
        assertThat(atOnce(() -> moveUp(gathering, "els"), () -> moveUp(gathering, "mo")))
                .allMatch(answer -> answer.startsWith("waitlisted"));
        gathering.cancel("noor");
        assertThat(gathering.find("piet").state()).isInstanceOf(RegistrationState.Waitlisted.class);
        assertThat(counted(gathering)).isEqualTo("1 taken, 0 held, 0 reviewing, 2 waiting, 0 declined");
    }

    @Test
    void marksPresenceFromAnHourBeforeTheStart() {
        Gathering gathering = new Gathering("places", 1, "reminders", List.of());
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.sweep(mailer);
        sent.clear();
        gathering.clock.set(Gathering.START.minus(Duration.ofHours(1)).minusMillis(1));
        assertThat(mark(gathering, "noor", Optional.of(true))).isEqualTo("TOO_EARLY");
        gathering.clock.advance(Duration.ofMillis(1));
        assertThat(mark(gathering, "piet", Optional.of(true))).isEqualTo("NOT_CONFIRMED");

        Registration before = gathering.find("noor");
        assertThat(mark(gathering, "noor", Optional.of(true))).isEqualTo("confirmed");
        assertThat(mark(gathering, "noor", Optional.of(true))).isEqualTo("confirmed");
        Registration after = gathering.find("noor");
        assertThat(after.present()).contains(true);
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.letters()).isEqualTo(before.letters());
        assertThat(after.sequence()).isEqualTo(before.sequence());
        gathering.clock.set(Gathering.START.plus(Duration.ofDays(29)));
        mark(gathering, "noor", Optional.of(false));
        mark(gathering, "noor", Optional.empty());
        assertThat(gathering.find("noor").present()).isEmpty();
        assertThat(letters(gathering)).containsExactly("piet last-word");
        assertThat(actionsOf(gathering)).containsExactly("marked-present", "marked-absent", "mark-removed");
    }

    @Test
    void presenceOutlivesTheNames() {
        Gathering gathering = new Gathering("places", 4, "retention", "P30D");
        List<String> names = List.of("noor", "piet", "els", "mo");
        names.forEach(gathering::signUp);
        gathering.clock.set(Gathering.START);
        assertThat(presence(gathering)).isEqualTo("0 present, 0 absent");
        mark(gathering, "noor", Optional.of(true));
        mark(gathering, "piet", Optional.of(true));
        mark(gathering, "els", Optional.of(false));
        mark(gathering, "mo", Optional.of(false));
        mark(gathering, "mo", Optional.of(true));
        mark(gathering, "mo", Optional.empty());
        assertThat(presence(gathering)).isEqualTo("2 present, 1 absent");

        gathering.wiring().erase().erase(Gathering.ID, gathering.find("noor").ownLink());
        assertThat(presence(gathering)).isEqualTo("2 present, 1 absent");
        gathering.clock.set(Gathering.START.plus(Duration.ofDays(31)));
        assertThat(gathering.listed()).isEmpty();
        assertThat(presence(gathering)).isEqualTo("2 present, 1 absent");
    }

    @Test
    void recordsTimeAndActorUntilRetentionEnds() {
        Gathering gathering = reviewed();
        gathering.signUp("noor");
        gathering.clock.advance(Duration.ofMinutes(5));
        decide(gathering, "noor", Decision.DECLINE);

        AuditEntry entry = changes(gathering).getLast();
        assertThat(entry.at()).isEqualTo(Gathering.NOW.plus(Duration.ofMinutes(5)));
        assertThat(entry.actor()).isEqualTo(ORGANISER);
        assertThat(entry.registration()).contains(gathering.find("noor").id().value());
        assertThat(entry.reason()).isEqualTo("Daarom");
        assertThat(entry.toString()).doesNotContain("noor@");
        gathering.clock.advance(Duration.ofMinutes(5));
        gathering.wiring().organiser().cancelSession().cancel(Gathering.ID, "Ziek", ORGANISER);
        assertThat(changes(gathering))
                .extracting(AuditEntry::what)
                .containsExactly("session-published", "declined", "session-cancelled");
        gathering.clock.set(Gathering.START.plus(Duration.ofDays(31)));
        assertThat(changes(gathering)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changesAndRecordsOnceUnderFaults(long seed) throws Exception {
        Gathering gathering = reviewed("places", 3);
        List<String> people = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        people.forEach(gathering::signUp);
        try (DynamoDbClient failing = DynamoDbClients.builder(
                        new FaultyHttpClient(UrlConnectionHttpClient.create(), 0.2, seed))
                .endpointOverride(FreshTable.address())
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(LocalDynamoDb.CREDENTIALS)
                .build()) {
            Wiring failingWiring = gathering.wiring(failing);
            List<String> answers = new ArrayList<>();
            for (String name : people) {
                answers.addAll(atOnce(
                        () -> decide(gathering, failingWiring, name, Decision.ACCEPT),
                        () -> decide(gathering, failingWiring, name, Decision.DECLINE)));
            }
            assertThat(answers.stream().filter("DECIDED"::equals)).hasSize(people.size());
            assertThat(actionsOf(gathering)).hasSize(people.size());
            add(failingWiring, "i");
            add(failingWiring, "j");
            add(failingWiring, "k");
            add(failingWiring, "l");
            moveUp(gathering, failingWiring, "l");
            cancel(gathering, failingWiring, "i", "");
        }

        Places places = places(gathering);
        assertThat(places.taken()).isEqualTo(3);
        assertThat(places.taken() + places.waiting() + places.count(Count.DECLINED) + places.count(Count.CANCELLED))
                .isEqualTo(12);
        assertThat(changes(gathering)).doesNotHaveDuplicates().hasSizeBetween(1 + 8 + 4 + 1, 1 + 8 + 4 + 2);
        List<String> standings = gathering.listed().stream()
                .map(one -> one.registration().state().word())
                .toList();
        assertThat(standings.stream().filter("confirmed"::equals)).hasSize(places.taken());
        assertThat(standings.stream().filter("waitlisted"::equals)).hasSize(places.waiting());
    }

    private List<String> letters(Gathering gathering) {
        gathering.sweep(mailer);
        return sent.stream().filter(letter -> !letter.endsWith("under-review")).toList();
    }

    private static Gathering reviewed(Object... more) {
        List<Object> all = new ArrayList<>(List.of("admission", "reviewed"));
        all.addAll(List.of(more));
        return new Gathering(all.toArray());
    }

    private static Map<String, Object> theme(String id) {
        return Map.of("id", id, "title", id);
    }

    private static String decide(Gathering gathering, String name, Decision decision) {
        return decide(gathering, gathering.wiring(), name, decision);
    }

    private static String decide(Gathering gathering, Wiring wiring, String name, Decision decision) {
        return outcomeOf(
                wiring.organiser().decide().decide(Gathering.ID, gathering.id(name), decision, "Daarom", ORGANISER));
    }

    private static String cancel(Gathering gathering, String name, String reason) {
        return cancel(gathering, gathering.wiring(), name, reason);
    }

    private static String cancel(Gathering gathering, Wiring wiring, String name, String reason) {
        return outcomeOf(
                wiring.organiser().cancelRegistration().cancel(Gathering.ID, gathering.id(name), reason, ORGANISER));
    }

    private static String moveUp(Gathering gathering, String name) {
        return moveUp(gathering, gathering.wiring(), name);
    }

    private static String moveUp(Gathering gathering, Wiring wiring, String name) {
        return outcomeOf(
                wiring.organiser().moveUp().moveUp(Gathering.ID, gathering.id(name), "Spreekt zelf", ORGANISER));
    }

    private static String mark(Gathering gathering, String name, Optional<Boolean> present) {
        return outcomeOf(gathering
                .wiring()
                .organiser()
                .markPresence()
                .mark(Gathering.ID, gathering.id(name), present, ORGANISER));
    }

    private static String presence(Gathering gathering) {
        Places places = gathering.sessions().find(Gathering.ID).orElseThrow().places();
        return "%d present, %d absent".formatted(places.count(Count.PRESENT), places.count(Count.ABSENT));
    }

    private static String add(Gathering gathering, String name) {
        return add(gathering.wiring(), name);
    }

    private static String add(Wiring wiring, String name) {
        return outcomeOf(wiring.organiser().addRegistration().add(Gathering.ID, Gathering.form(name), ORGANISER));
    }

    private static String outcomeOf(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed changed ->
                changed.now().registration().state().word()
                        + (changed.now().position().isPresent()
                                ? " " + changed.now().position().getAsInt()
                                : "");
            case ChangeOutcome.Added added -> "Added " + outcomeOf(new ChangeOutcome.Changed(added.now()));
            case ChangeOutcome.Refused refused -> refused.why().name();
            case ChangeOutcome.Invalid invalid -> invalid.problems().toString();
            case ChangeOutcome.UnknownSession _ -> "UnknownSession";
            case ChangeOutcome.UnknownRegistration _ -> "UnknownRegistration";
        };
    }

    private static Places places(Gathering gathering) {
        return gathering.sessions().find(Gathering.ID).orElseThrow().places();
    }

    private static String counted(Gathering gathering) {
        Places places = places(gathering);
        return "%d taken, %d held, %d reviewing, %d waiting, %d declined"
                .formatted(
                        places.taken(),
                        places.count(Count.HELD),
                        places.count(Count.REVIEWING),
                        places.waiting(),
                        places.count(Count.DECLINED));
    }

    private static List<AuditEntry> changes(Gathering gathering) {
        return gathering.changes();
    }

    /** Returns what the audit trail says was done to registrations. */
    private static List<String> actionsOf(Gathering gathering) {
        return changes(gathering).stream()
                .filter(entry ->
                        entry.registration().isPresent() && !entry.actor().equals(Actor.PERSON))
                .map(AuditEntry::what)
                .toList();
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other) throws Exception {
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : both.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
