package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.QueueEntry;
import nl.samenkomst.domain.capacity.Recount;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.evaluation.AnswersForm;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.RegisterOutcome;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.restore.Restore;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.CrashPoint;
import nl.samenkomst.local.tests.faults.CrashingRun;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Restores an older copy of a table into the one in use, as the runbook says: what was lost is there again, who was
 * erased since is not, and the places and the queue agree with the registrations.
 */
class RestoreTest {

    private static final Actor ORGANISER = new Actor.ByRole("arn:aws:sts::123456789012:assumed-role/organiser/noor");
    private static final SessionId OTHER = new SessionId("vervolg");
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void anErasedPersonIsNowhereInARestoredSession() {
        Gathering gathering = reviewed();
        FreshTable copy = copyOf(gathering);
        Set<String> traces = tracesOf("noor", gathering);
        gathering.clock.advance(Duration.ofDays(3));
        erase("noor", gathering);

        lose(sort -> sort.equals("SESSION") || sort.equals("PLACES") || sort.startsWith("R#"), gathering);
        assertThat(restore(gathering, copy)).isTrue();

        assertThat(said()).contains("restored 2 registrations, left out 1 that were erased since");
        assertNoneOf(traces, gathering);
        assertThat(gathering.find("piet").state()).isInstanceOf(RegistrationState.Declined.class);
        assertThat(reasons(gathering)).containsExactlyInAnyOrder("erased", "Dubbel");
        assertConsistent(Gathering.ID, gathering);
    }

    @Test
    void anErasedPersonIsNowhereInARestoredTable() {
        Gathering gathering = reviewed();
        FreshTable copy = copyOf(gathering);
        Set<String> traces = tracesOf("noor", gathering);
        gathering.clock.advance(Duration.ofDays(3));
        erase("noor", gathering);
        FreshTable newest = copyOf(gathering);

        lose(sort -> true, gathering);
        assertThat(restore(gathering, copy, Map.of("LATER_COPIES", newest.name())))
                .isTrue();

        assertNoneOf(traces, gathering);
        assertThat(gathering.items()).contains(key(copy));
        assertThat(gathering.find("piet").state()).isInstanceOf(RegistrationState.Declined.class);
        assertThat(reasons(gathering)).containsExactlyInAnyOrder("erased", "Dubbel");
        assertConsistent(Gathering.ID, gathering);
    }

    @Test
    void answersComeBackButNotThoseUnderTheNameOfSomebodyErased() {
        Gathering gathering = answered();
        FreshTable copy = copyOf(gathering);
        Set<String> traces = tracesOf("noor", gathering);
        traces.add("Van noor");
        gathering.clock.advance(Duration.ofDays(3));
        erase("noor", gathering);
        assertNoneOf(traces, gathering);

        lose(sort -> sort.startsWith("R#") || sort.startsWith("V#"), gathering);
        assertThat(restore(gathering, copy)).isTrue();

        assertNoneOf(traces, gathering);
        assertThat(gathering.items().toString()).contains("Van niemand");
        assertThat(gathering.items().stream().map(RestoreTest::sortKey))
                .filteredOn(sort -> sort.startsWith("V#"))
                .hasSize(3);
    }

    @Test
    void whatWasChosenComesBackEvenAfterTheRegistrationsAreForgotten() {
        Gathering gathering = answered();
        FreshTable copy = copyOf(gathering);
        gathering.clock.advance(Duration.ofDays(40));

        lose(sort -> sort.startsWith("R#") || sort.startsWith("V#"), gathering);
        assertThat(restore(gathering, copy)).isTrue();

        assertThat(gathering.items().toString()).contains("Goed").doesNotContain("Van niemand", "Van noor");
        assertThat(gathering.items().stream().map(RestoreTest::sortKey))
                .filteredOn(sort -> sort.startsWith("V#"))
                .hasSize(2);
    }

    /** Two people who had a place and answered: one under her name, one without. */
    private static Gathering answered() {
        Gathering gathering = gathering(
                "questions",
                List.of(
                        Map.of(
                                "id",
                                "oordeel",
                                "label",
                                "Wat vond je ervan?",
                                "kind",
                                "choice",
                                "options",
                                List.of("Goed", "Kon beter"),
                                "when",
                                "after"),
                        Map.of("id", "tip", "label", "Een tip?", "when", "after")));
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.clock.set(Gathering.START.plus(Duration.ofHours(2)));
        gathering
                .wiring()
                .giveAnswers()
                .give(
                        Gathering.ID,
                        gathering.find("noor").ownLink(),
                        new AnswersForm(Map.of("oordeel", "Goed", "tip", "Van noor"), true));
        gathering
                .wiring()
                .giveAnswers()
                .give(
                        Gathering.ID,
                        gathering.find("piet").ownLink(),
                        new AnswersForm(Map.of("oordeel", "Goed", "tip", "Van niemand"), false));
        return gathering;
    }

    /** Somebody restored first and read afterwards that the erasures are in a later copy. */
    @Test
    void erasesAgainWhoWasRestoredWithoutKnowing() {
        Gathering gathering = gathering("places", 1);
        gathering.signUp("noor");
        gathering.signUp("piet");
        Set<String> traces = tracesOf("noor", gathering);
        FreshTable copy = copyOf(gathering);
        gathering.clock.advance(Duration.ofDays(3));
        erase("noor", gathering);
        FreshTable newest = copyOf(gathering);
        lose(sort -> true, gathering);
        restore(gathering, copy);
        assertThat(gathering.find("noor").state()).isInstanceOf(RegistrationState.Confirmed.class);

        assertThat(restore(gathering, copy, Map.of("LATER_COPIES", newest.name())))
                .isTrue();

        assertNoneOf(traces, gathering);
        assertThat(gathering.find("piet").state()).isInstanceOf(RegistrationState.Confirmed.class);
        assertThat(places(gathering).count(Count.FREED_BY_ERASURE)).isEqualTo(1);
        assertConsistent(Gathering.ID, gathering);
    }

    @Test
    void whoSignedUpAgainAfterErasingIsKeptAndRestored() {
        Gathering gathering = gathering();
        gathering.signUp("noor");
        FreshTable before = copyOf(gathering);
        String first = gathering.find("noor").secret().value();
        gathering.clock.advance(Duration.ofDays(1));
        erase("noor", gathering);
        gathering.clock.advance(Duration.ofDays(1));
        gathering.signUp("noor");
        FreshTable after = copyOf(gathering);
        Registration again = gathering.find("noor");

        restore(gathering, before);
        assertThat(gathering.find("noor")).isEqualTo(again);

        lose(sort -> sort.startsWith("R#"), gathering);
        restore(gathering, before);
        assertThat(gathering.items().toString()).as("what she had erased").doesNotContain(first);
        restore(gathering, after);
        assertThat(gathering.find("noor").secret()).isEqualTo(again.secret());
        assertConsistent(Gathering.ID, gathering);
    }

    /** The copy was made while one letter was to tell of both. */
    @Test
    void aRestoredRegistrationDoesNotNameAnotherThatWasErased() {
        Gathering gathering = gathering("series", "Lokale aanpak");
        gathering.publishAs(OTHER, "series", "Lokale aanpak");
        gathering.wiring().registerTogether().register(Gathering.ID, Gathering.form("noor", OTHER));
        FreshTable copy = copyOf(gathering);
        assertThat(gathering.find("noor").letters().bundled()).containsOnlyKeys(OTHER);
        OwnLink other = gathering.find(OTHER, "noor").ownLink();
        gathering.wiring().eraseSeveral().erase(OTHER, other, List.of());
        lose(sort -> sort.equals("R#" + gathering.id("noor").value()), gathering);

        assertThat(restore(gathering, copy)).isTrue();
        assertThat(gathering.find("noor").letters().bundled()).isEmpty();
    }

    @Test
    void whatIsInUseStaysAsItIs() {
        Gathering gathering = gathering("places", 5);
        List.of("noor", "piet", "els").forEach(gathering::signUp);
        FreshTable copy = copyOf(gathering);
        gathering.cancel("noor");
        gathering.signUp("mo");
        gathering.publish("places", 4, "title", "Andere titel");
        List<Map<String, AttributeValue>> before = gathering.items();

        assertThat(restore(gathering, copy)).isTrue();
        assertThat(said()).contains("versnellingskamer: nothing is missing.");
        assertThat(gathering.items()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void saysWhatItWouldDoBeforeItWritesAnything() {
        Gathering gathering = gathering("places", 5);
        gathering.signUp("noor");
        FreshTable copy = copyOf(gathering);
        lose(sort -> sort.startsWith("R#") || sort.equals("KEY"), gathering);
        List<Map<String, AttributeValue>> before = gathering.items();

        assertThat(run(gathering.table(), gathering, copy, Map.of())).isTrue();
        assertThat(said())
                .contains("Missing beside sessions: 1, DESK KEY")
                .contains("versnellingskamer: would restore 1 registrations.")
                .contains("Nothing was written");
        assertThat(gathering.items()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void restoresTheSessionsThatAreNamedAndTheDesksOwnItems() {
        Gathering gathering = gathering("places", 5);
        gathering.publishAs(OTHER);
        gathering.signUp("noor");
        Map<String, AttributeValue> mailbox =
                Map.of("PK", AttributeValue.fromS("M#hash"), "SK", AttributeValue.fromS("MAILBOX"));
        FreshTable copy = copyOf(gathering, List.of(mailbox));
        lose(sort -> true, gathering);

        assertThat(restore(gathering, copy, Map.of("SESSIONS", Gathering.ID + ", ")))
                .isTrue();
        assertThat(gathering.find("noor").isActive()).isTrue();
        assertThat(gathering.sessions().find(OTHER)).isEmpty();
        assertThat(gathering.items()).contains(key(copy)).doesNotContain(mailbox);

        assertThat(restore(gathering, copy)).isTrue();
        assertThat(gathering.sessions().find(OTHER)).isPresent();
        assertThat(gathering.items()).contains(mailbox);
    }

    /** A copy shows somebody as a colleague, signed in, whose access was ended since. */
    @Test
    void bringsBackNobodysAccessToTheOrganisersPages() {
        Gathering gathering = gathering("places", 5);
        OrganiserBrowser.ofAdministrator(gathering);
        OrganiserBrowser els = OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());
        Organiser before = organiser("Els", gathering);
        FreshTable copy = copyOf(gathering, signingIn(before));
        gathering.wiring().organiser().endColleague().end(before.id(), Actor.LOCAL);
        lose(sort -> sort.startsWith("A#"), gathering);

        assertThat(restore(gathering, copy)).isTrue();

        assertThat(organiser("Els", gathering).isActive(gathering.clock.instant()))
                .isFalse();
        assertThat(els.open("/organise").status()).isEqualTo(303);
        assertThat(gathering.organisers().history(9, gathering.clock.instant())).isNotEmpty();
        assertThat(gathering.items()).noneMatch(item -> isOfSigningIn(item, "K#", "T#", "F#"));
        assertThat(gathering.items()).noneMatch(item -> sortKey(item).startsWith("B#" + before.id()));
    }

    @Test
    void restoresLostOrganisersAsTheNewestCopyHasThem() {
        Gathering gathering = gathering("places", 5);
        OrganiserBrowser noor = OrganiserBrowser.ofAdministrator(gathering);
        OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());
        FreshTable copy = copyOf(gathering, signingIn(organiser("Noor", gathering)));
        gathering
                .wiring()
                .organiser()
                .endColleague()
                .end(
                        organiser("Els", gathering).id(),
                        organiser("Noor", gathering).actor());
        FreshTable newest = copyOf(gathering);
        lose(sort -> true, gathering);

        assertThat(restore(gathering, copy, Map.of("LATER_COPIES", newest.name())))
                .isTrue();

        assertThat(organiser("Els", gathering).isActive(gathering.clock.instant()))
                .isFalse();
        assertThat(organiser("Noor", gathering).isActive(gathering.clock.instant()))
                .isTrue();
        assertThat(gathering.items()).anyMatch(item -> isOfSigningIn(item, "F#"));
        assertThat(gathering.items()).noneMatch(item -> isOfSigningIn(item, "K#", "T#"));
        assertThat(noor.open("/organise").status()).isEqualTo(303);
    }

    /** Returns a second factor of this organiser, and what is kept of signing in. */
    private static List<Map<String, AttributeValue>> signingIn(Organiser organiser) {
        return List.of(
                Map.of("PK", AttributeValue.fromS("F#" + organiser.id()), "SK", AttributeValue.fromS("FACTOR")),
                Map.of("PK", AttributeValue.fromS("K#hash"), "SK", AttributeValue.fromS("SIGN-IN")),
                Map.of("PK", AttributeValue.fromS("T#address#hash"), "SK", AttributeValue.fromS("RECENT")));
    }

    private static boolean isOfSigningIn(Map<String, AttributeValue> item, String... prefixes) {
        String partition = Objects.requireNonNull(item.get("PK")).s();
        return List.of(prefixes).stream().anyMatch(partition::startsWith);
    }

    private static Organiser organiser(String name, Gathering gathering) {
        return gathering.organisers().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesATableWithAnotherKeyOfTheDesk() {
        Gathering gathering = gathering("places", 5);
        gathering.signUp("noor");
        FreshTable copy = copyOf(gathering);
        lose(sort -> true, gathering);
        Map<String, AttributeValue> other = new HashMap<>(key(copy));
        other.put("key", AttributeValue.fromS("made anew"));
        put(other, gathering);

        assertThat(restore(gathering, copy)).isFalse();
        assertThat(said()).startsWith("Nothing is restored: DESK KEY is not the same in both tables");
        assertThat(gathering.items()).containsExactly(other);
    }

    /** The copy shows somebody waiting who had been given a place since. */
    @Test
    void givesAFreePlaceToThePersonNextInLine() {
        Gathering gathering = gathering("places", 2);
        List.of("a", "b", "c", "d").forEach(gathering::signUp);
        FreshTable copy = copyOf(gathering);
        gathering.cancel("a");
        lose(sort -> sort.equals("R#" + gathering.id("c")) || sort.equals("R#" + gathering.id("d")), gathering);

        assertThat(restore(gathering, copy)).isTrue();

        assertThat(gathering.find("c").state()).isInstanceOf(RegistrationState.Confirmed.class);
        assertThat(gathering.find("d").state()).isInstanceOf(RegistrationState.Waitlisted.class);
        assertConsistent(Gathering.ID, gathering);
    }

    @Test
    void countsThePlacesOfEachThemeThatUnconfirmedAddressesHold() {
        Gathering gathering = gathering(
                "places",
                5,
                "themes",
                List.of(Map.of("id", "buurt", "title", "Buurt", "places", 3), Map.of("id", "werk", "title", "Werk")));
        gathering.signUp("noor", "buurt");
        gathering
                .wiring()
                .register()
                .register(
                        Gathering.ID,
                        new SignUp(Gathering.form("piet").person(), Optional.empty(), Optional.of("buurt"), Map.of()));
        FreshTable copy = copyOf(gathering);
        lose(sort -> !sort.equals("KEY"), gathering);

        assertThat(restore(gathering, copy)).isTrue();
        assertThat(places(gathering).themes())
                .hasEntrySatisfying(
                        new ThemeId("buurt"),
                        buurt -> assertThat(buurt.unconfirmed()).isEqualTo(1));
        assertConsistent(Gathering.ID, gathering);
    }

    /** Both queues gave out the same numbers, and both sessions had the same revision. */
    @Test
    void putsTogetherASessionThatWasPublishedAnew() {
        Gathering gathering = gathering("places", 1);
        gathering.publish("places", 1, "title", "Tweede versie");
        List.of("a", "b", "c").forEach(gathering::signUp);
        FreshTable copy = copyOf(gathering);
        lose(sort -> !sort.equals("KEY"), gathering);
        gathering.clock.advance(Duration.ofDays(1));
        gathering.publish("places", 1, "title", "Opnieuw");
        List.of("d", "e", "f").forEach(gathering::signUp);

        assertThat(restore(gathering, copy)).isTrue();

        assertThat(said()).contains("2 people have one of its 1 places");
        assertThat(queue(gathering)).containsExactly("b", "c", "e", "f");
        assertThat(gathering.session().document().about().title()).isEqualTo("Opnieuw");
        assertConsistent(Gathering.ID, gathering);
        gathering.cancel("a");
        assertThat(queue(gathering)).as("there was one too many").containsExactly("b", "c", "e", "f");
        gathering.cancel("d");
        assertThat(queue(gathering)).containsExactly("c", "e", "f");
        assertConsistent(Gathering.ID, gathering);
    }

    @Test
    void asksToPublishASessionThatWasChangedSinceTheCopy() {
        Gathering gathering = gathering("places", 1);
        gathering.signUp("noor");
        FreshTable copy = copyOf(gathering);
        gathering.publish("places", 3);
        gathering.signUp("piet");
        lose(sort -> sort.equals("SESSION"), gathering);

        assertThat(restore(gathering, copy)).isTrue();

        assertThat(said()).contains("was changed since: its organiser must publish it again");
        gathering.publish("places", 3);
        gathering.cancel("piet");
        assertThat(gathering.find("piet").state()).isInstanceOf(RegistrationState.CancelledByPerson.class);
        assertConsistent(Gathering.ID, gathering);
    }

    @Test
    void replacesWhatCannotBeReadAndRefusesWhatCanBeReadNowhere() {
        Gathering gathering = gathering("places", 2);
        gathering.signUp("noor");
        gathering.signUp("piet");
        FreshTable copy = copyOf(gathering);
        gathering.makeUnreadable("noor");
        assertThat(restore(gathering, copy)).isTrue();
        assertThat(gathering.find("noor").isActive()).isTrue();

        gathering.makeUnreadable("piet");
        FreshTable damaged = copyOf(gathering);
        assertThat(restore(gathering, damaged)).isFalse();
        assertThat(said())
                .endsWith("versnellingskamer: not restored, R#" + gathering.id("piet")
                        + " can be read in neither table: repair it in the copy, or delete it in both if it is lost.\n"
                        + "Done.\n");
    }

    @Test
    void restoresNobodyWhoseTimeHasPassed() {
        Gathering gathering = gathering("places", 4, "retention", "P1D");
        gathering.signUp("noor");
        gathering.clock.set(Gathering.START);
        gathering
                .wiring()
                .organiser()
                .markPresence()
                .mark(Gathering.ID, gathering.id("noor"), Optional.of(true), ORGANISER);
        FreshTable copy = copyOf(gathering);
        Set<String> traces = tracesOf("noor", gathering);
        lose(sort -> true, gathering);
        gathering.clock.advance(Duration.ofDays(3));

        assertThat(restore(gathering, copy)).isTrue();
        assertNoneOf(traces, gathering);
        assertThat(places(gathering).count(Count.PRESENT)).isEqualTo(1);
    }

    @Test
    void namesATableThatIsNotThere() {
        Gathering gathering = gathering();
        FreshTable copy = copyOf(gathering);

        assertThatThrownBy(() -> restore(gathering, copy, Map.of("LATER_COPIES", "nothing")))
                .hasMessage("there is no table nothing");
        assertThatThrownBy(() -> restore(gathering, copy, Map.of("COPY", ""))).hasMessage("COPY is not set");
    }

    /** What an administrator's laptop may do in the middle of it. */
    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashAtAnyCallRestoresNobodyErasedAndLosesNothing(boolean afterwards) {
        Gathering gathering = gathering("places", 2, "admission", "open");
        List.of("a", "b", "c", "d", "e").forEach(gathering::signUp);
        gathering.wiring().organiser().moveUp().moveUp(Gathering.ID, gathering.id("e"), "Spreekt ook", ORGANISER);
        gathering.wiring().organiser().moveUp().moveUp(Gathering.ID, gathering.id("d"), "Spreekt later", ORGANISER);
        FreshTable copy = copyOf(gathering);
        Set<String> traces = tracesOf("d", gathering);
        traces.add("Spreekt later");
        gathering.clock.advance(Duration.ofDays(1));
        erase("d", gathering);
        lose(sort -> !sort.startsWith("E#"), gathering);
        List<Map<String, AttributeValue>> lost = gathering.items();

        boolean died = true;
        int call = 0;
        while (died) {
            call++;
            gathering.restore(lost);
            CrashPoint life = new CrashPoint(call, afterwards);
            died = !CrashingRun.survives(life, client -> run(client, gathering, copy, Map.of("WRITE", "yes")));
            assertNoneOf(traces, gathering);

            assertThat(restore(gathering, copy)).as("dead at call %d", call).isTrue();
            assertNoneOf(traces, gathering);
            assertConsistent(Gathering.ID, gathering);
            assertThat(queue(gathering)).as("dead at call %d", call).containsExactly("e", "c");
            assertThat(reasons(gathering)).containsExactlyInAnyOrder("Spreekt ook", "erased");
        }
        assertThat(call).isGreaterThan(10);
    }

    @Test
    void peopleMaySignUpMeanwhile() throws Exception {
        Gathering gathering = gathering("places", 30);
        IntStream.range(0, 20).forEach(i -> gathering.signUp("eerder" + i));
        FreshTable copy = copyOf(gathering);
        lose(sort -> sort.startsWith("R#"), gathering);

        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RegisterOutcome>> outcomes = IntStream.range(0, 20)
                    .mapToObj(i -> everybody.submit(
                            () -> gathering.wiring().register().register(Gathering.ID, Gathering.form("later" + i))))
                    .toList();
            Future<Boolean> restored = everybody.submit(() -> restore(gathering, copy));
            assertThat(restored.get()).isTrue();
            for (Future<RegisterOutcome> outcome : outcomes) {
                outcome.get();
            }
        }
        assertThat(everybody(gathering)).hasSize(40);
        assertThat(places(gathering).taken()).isEqualTo(30);
        assertConsistent(Gathering.ID, gathering);
    }

    /** Plays on after the copy, loses something, and restores. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noHistoryBringsBackWhoWasErased(long seed) {
        Random random = new Random(seed * 7919);
        Gathering gathering =
                gathering("places", 2 + random.nextInt(3), "admission", random.nextBoolean() ? "open" : "reviewed");
        play(random, gathering);
        FreshTable copy = copyOf(gathering);
        Map<RegistrationId, Registration> copied = byId(everybody(gathering));
        Map<RegistrationId, Instant> erased = play(random, gathering);
        FreshTable newest = copyOf(gathering);
        Map<RegistrationId, Registration> used = byId(everybody(gathering));
        // Of somebody who was erased and signed up again, records of that may be left although the registration is
        // lost.
        Set<RegistrationId> recorded = new HashSet<>(used.keySet());
        int percent = List.of(10, 50, 100).get(random.nextInt(3));
        lose(sort -> random.nextInt(100) < percent, gathering);
        if (random.nextBoolean()) {
            used.keySet().retainAll(byId(everybody(gathering)).keySet());
        } else {
            used.clear();
            recorded.clear();
            lose(sort -> true, gathering);
        }

        assertThat(restore(gathering, copy, Map.of("LATER_COPIES", newest.name())))
                .isTrue();

        Set<RegistrationId> expected = new HashSet<>(used.keySet());
        copied.forEach((id, registration) -> {
            if (!erased.containsKey(id)) {
                expected.add(id);
            }
        });
        assertThat(byId(everybody(gathering)).keySet()).isEqualTo(expected);
        erased.keySet().stream()
                .filter(id -> !recorded.contains(id))
                .forEach(id -> assertNoneOf(Set.of(id.value()), gathering));
        assertConsistent(Gathering.ID, gathering);
        List<Map<String, AttributeValue>> before = gathering.items();
        said.reset();
        assertThat(restore(gathering, copy, Map.of("LATER_COPIES", newest.name())))
                .isTrue();
        assertThat(said()).contains("versnellingskamer: nothing is missing.");
        assertThat(gathering.items()).containsExactlyInAnyOrderElementsOf(before);
    }

    /** Returns who was erased, and when last. */
    private static Map<RegistrationId, Instant> play(Random random, Gathering gathering) {
        Map<RegistrationId, Instant> erased = new HashMap<>();
        for (int step = 0; step < 25; step++) {
            String name = "persoon" + random.nextInt(8);
            RegistrationId id = gathering.id(name);
            gathering.clock.advance(Duration.ofMinutes(1 + random.nextInt(90)));
            Optional<Registration> known =
                    Optional.ofNullable(byId(everybody(gathering)).get(id));
            switch (random.nextInt(6)) {
                case 0 ->
                    known.ifPresent(one -> {
                        if (gathering.wiring().erase().erase(Gathering.ID, one.ownLink())) {
                            erased.put(id, gathering.clock.instant());
                        }
                    });
                case 1 -> known.ifPresent(one -> gathering.wiring().cancel().cancel(Gathering.ID, one.ownLink()));
                case 2 ->
                    gathering
                            .wiring()
                            .organiser()
                            .decide()
                            .decide(Gathering.ID, id, Decision.ACCEPT, "Goed, " + name, ORGANISER);
                case 3 -> gathering.wiring().organiser().moveUp().moveUp(Gathering.ID, id, "Eerst, " + name, ORGANISER);
                default -> gathering.signUp(name);
            }
        }
        return erased;
    }

    /** Returns a gathering whose table has a stream, as the one in use must. */
    private static Gathering gathering(@Nullable Object... namesAndValues) {
        Gathering gathering = new Gathering(namesAndValues);
        gathering.enableStream();
        return gathering;
    }

    private static Gathering reviewed() {
        Gathering gathering = gathering("admission", "reviewed", "places", 5);
        List.of("noor", "piet", "els").forEach(gathering::signUp);
        gathering
                .wiring()
                .organiser()
                .decide()
                .decide(Gathering.ID, gathering.id("noor"), Decision.DECLINE, "Past niet bij de doelgroep", ORGANISER);
        gathering
                .wiring()
                .organiser()
                .decide()
                .decide(Gathering.ID, gathering.id("piet"), Decision.DECLINE, "Dubbel", ORGANISER);
        return gathering;
    }

    private static void erase(String name, Gathering gathering) {
        assertThat(gathering
                        .wiring()
                        .erase()
                        .erase(Gathering.ID, gathering.find(name).ownLink()))
                .isTrue();
    }

    private static FreshTable copyOf(Gathering gathering) {
        return copyOf(gathering, List.of());
    }

    private static FreshTable copyOf(Gathering gathering, List<Map<String, AttributeValue>> more) {
        List<Map<String, AttributeValue>> items = new ArrayList<>(gathering.items());
        items.addAll(more);
        FreshTable copy = FreshTable.create();
        copy.restore(items);
        return copy;
    }

    private static Map<String, AttributeValue> key(FreshTable copy) {
        return copy.items().stream()
                .filter(item -> AttributeValue.fromS("KEY").equals(item.get("SK")))
                .findFirst()
                .orElseThrow();
    }

    private static void put(Map<String, AttributeValue> item, Gathering gathering) {
        List<Map<String, AttributeValue>> items = new ArrayList<>(gathering.items());
        items.add(item);
        gathering.restore(items);
    }

    /** Loses the items whose sort key is like this. */
    private static void lose(Predicate<String> sort, Gathering gathering) {
        gathering.restore(gathering.items().stream()
                .filter(item -> !sort.test(sortKey(item)))
                .toList());
    }

    private static String sortKey(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("SK")).s();
    }

    private boolean restore(Gathering gathering, FreshTable copy) {
        return restore(gathering, copy, Map.of());
    }

    private boolean restore(Gathering gathering, FreshTable copy, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("WRITE", "yes");
        return run(gathering.table(), gathering, copy, environment);
    }

    private boolean run(DynamoDbClient client, Gathering gathering, FreshTable copy, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TABLE_NAME", Objects.requireNonNull(gathering.settings().get("TABLE_NAME")), "COPY", copy.name()));
        environment.putAll(more);
        return Restore.run(environment, client, gathering.clock, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Returns everything by which an item could name this person, but for the id in the memory of the erasure. */
    private static Set<String> tracesOf(String name, Gathering gathering) {
        Registration known = gathering.find(name);
        Set<String> traces = new HashSet<>(Set.of(
                known.id().value(),
                known.secret().value(),
                known.person().email().value(),
                "S=" + known.person().name() + ")"));
        known.state().organisersReason().ifPresent(traces::add);
        return traces;
    }

    private static void assertNoneOf(Set<String> traces, Gathering gathering) {
        for (Map<String, AttributeValue> item : gathering.items()) {
            if (sortKey(item).startsWith("E#")) {
                assertThat(item).containsOnlyKeys("PK", "SK", "at", "expiresAt");
            } else {
                assertThat(item.toString()).doesNotContain(traces);
            }
        }
    }

    private static List<String> reasons(Gathering gathering) {
        return gathering.changes().stream()
                .map(AuditEntry::reason)
                .filter(reason -> !reason.isEmpty())
                .toList();
    }

    private static Places places(Gathering gathering) {
        return gathering.sessions().find(Gathering.ID).orElseThrow().places();
    }

    private static DynamoDbRegistrations registrations(Gathering gathering) {
        return new DynamoDbRegistrations(
                gathering.table(),
                Objects.requireNonNull(gathering.settings().get("TABLE_NAME")),
                new StoredDeskKey(new Random(1)));
    }

    private static List<Registration> everybody(Gathering gathering) {
        List<Registration> everybody = new ArrayList<>();
        registrations(gathering).all(Gathering.ID, gathering.clock.instant()).forEach(everybody::add);
        return everybody;
    }

    private static Map<RegistrationId, Registration> byId(List<Registration> registrations) {
        Map<RegistrationId, Registration> byId = new HashMap<>();
        registrations.forEach(one -> byId.put(one.id(), one));
        return byId;
    }

    /** Returns the names of those who wait, the first in line first. */
    private static List<String> queue(Gathering gathering) {
        Map<RegistrationId, Registration> byId = byId(everybody(gathering));
        List<String> names = new ArrayList<>();
        registrations(gathering)
                .queue(Gathering.ID)
                .forEach(entry -> names.add(Objects.requireNonNull(byId.get(entry.registration()))
                        .person()
                        .name()));
        return names;
    }

    /** Checks that counts and queue are those of the registrations, and that nobody waits for a free place. */
    private static void assertConsistent(SessionId session, Gathering gathering) {
        List<Registration> everybody = everybody(gathering);
        Places places = gathering.sessions().find(session).orElseThrow().places();
        assertThat(Recount.of(places, everybody).counts()).isEqualTo(places.counts());
        assertThat(Recount.of(places, everybody).themes()).isEqualTo(places.themes());
        assertThat(places.canPromote()).isFalse();
        Map<Long, RegistrationId> waiting = new TreeMap<>();
        everybody.forEach(one -> {
            if (one.state() instanceof RegistrationState.Waitlisted state) {
                assertThat(waiting.put(state.number(), one.id())).isNull();
            }
        });
        Map<Long, RegistrationId> entries = new TreeMap<>();
        for (QueueEntry entry : registrations(gathering).queue(session)) {
            entries.put(entry.number(), entry.registration());
        }
        assertThat(entries).isEqualTo(waiting);
        assertThat(places.highestNumber())
                .isGreaterThanOrEqualTo(waiting.keySet().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0));
    }
}
