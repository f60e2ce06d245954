package nl.samenkomst.local.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.delivery.LetterTags;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationKey;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.faults.FaultyHttpClient;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.Crash;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.CrashPoint;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.LetterNews;
import nl.samenkomst.notedelivery.NoteDeliveryHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checks that a bounce is noted once, whatever happens to the function that notes it, and whenever SES says it. */
class BounceCrashTest {

    private final Gathering gathering = new Gathering("places", 1, "notify", "daily");
    private final List<String> log = new ArrayList<>();

    /** Anna has the place and nobody confirmed her address; Noor waits. */
    private void signUp() {
        gathering.signUpUnconfirmed("anna");
        gathering.signUp("noor");
    }

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashAtAnyCallFreesThePlaceOnceAndGivesItToTheNextInLine(boolean afterwards) throws IOException {
        signUp();
        String bounce = news("anna").bounce();
        List<Map<String, AttributeValue>> items = gathering.items();
        long entries = entries();
        boolean died = true;
        int call = 0;
        while (died) {
            call++;
            gathering.restore(items);
            died = dies(bounce, new CrashPoint(call, afterwards));
            note(bounce);

            assertThatAnnaBouncedAndNoorComes("dead at call " + call);
            // One change, of which the organiser is told once.
            assertThat(entries()).as("dead at call %d", call).isEqualTo(entries + 1);
        }
        assertThat(call).isGreaterThan(4);
    }

    @Test
    void notesABounceDespiteFaultsInAFifthOfAllCalls() throws IOException {
        signUp();
        String bounce = news("anna").bounce();
        List<Map<String, AttributeValue>> items = gathering.items();
        int injected = 0;
        for (int seed = 0; seed < 40; seed++) {
            gathering.restore(items);
            FaultyHttpClient faulty = new FaultyHttpClient(UrlConnectionHttpClient.create(), 0.2, seed);
            try (DynamoDbClient table = CrashingRun.table(faulty)) {
                untilNoted(table, bounce);
            }
            injected += faulty.injected();

            assertThatAnnaBouncedAndNoorComes("seed " + seed);
        }
        assertThat(injected).isGreaterThan(20);
    }

    /** Lambda and the queue keep an event until it was noted. */
    private void untilNoted(DynamoDbClient table, String event) throws IOException {
        for (int tries = 0; tries < 20; tries++) {
            try {
                handle(table, event);
                return;
            } catch (RuntimeException tryAgain) {
                assertThat(tryAgain).isNotInstanceOf(AssertionError.class);
            }
        }
        throw new AssertionError("not noted in 20 tries");
    }

    @Test
    void notesABounceThatArrivesBeforeTheSendIsRecorded() throws IOException {
        signUp();
        List<LetterRequest> sent = new ArrayList<>();
        gathering.sweep(mail -> {
            sent.add(mail);
            if (mail.registration().person().name().equals("anna")) {
                RegistrationKey key = new RegistrationKey(
                        mail.session().id(), mail.registration().id());
                LetterTags tags = new LetterTags("confirmed", key.session(), mail.now(), List.of(key));
                noteUnchecked(new LetterNews(tags, mail.now()).bounce());
            }
            return new Delivery.Taken("message");
        });

        assertThatAnnaBouncedAndNoorComes("after the send was recorded");
        Registration anna = gathering.find("anna");
        assertThat(anna.letters().last()).isPresent();
        assertThat(anna.dueAt()).isEmpty();
        assertThat(gathering.sweep(mail -> new Delivery.Taken("message")).sent())
                .as("Noor, who has the place")
                .isOne();
        gathering.clock.advance(Duration.ofHours(1));
        assertThat(gathering.sweep(mail -> new Delivery.Taken("message")).sent())
                .isZero();
        assertThat(sent).map(mail -> mail.registration().person().name()).contains("noor");
    }

    @Test
    void changesNothingTheSecondTimeOrOutOfOrder() throws IOException {
        signUp();
        LetterNews anna = news("anna");
        for (String event : List.of(
                anna.complaint(),
                anna.bounce(),
                anna.bounce(),
                anna.suppression(),
                anna.delivery(),
                anna.lateDelivery(),
                anna.delay(),
                anna.complaint())) {
            note(event);
        }

        assertThat(gathering.find("anna").mailProblem())
                .contains(new MailProblem(MailProblem.Kind.COMPLAINED, gathering.clock.instant()));
        assertThat(gathering.find("anna").state()).isInstanceOf(RegistrationState.Lapsed.class);
        assertThat(places().count(Count.COMPLAINED)).isOne();
        assertThat(places().count(Count.BOUNCED)).isZero();
    }

    @Test
    void aDelayEndsWithTheDeliveryWhicheverComesFirst() throws IOException {
        signUp();
        LetterNews delayed = news("anna").at(Gathering.NOW.plusSeconds(60));
        LetterNews arrived = news("anna").at(Gathering.NOW.plusSeconds(600));
        LetterNews noors = news("noor");
        long entries = entries();

        note(delayed.delay());
        assertThat(problem("anna")).isEqualTo("DELAYED");
        note(arrived.lateDelivery());
        assertThat(problem("anna")).isEqualTo("LATE");

        note(noors.at(Gathering.NOW.plusSeconds(600)).lateDelivery());
        note(noors.at(Gathering.NOW.plusSeconds(60)).delay());
        assertThat(problem("noor")).isEqualTo("LATE");
        assertThat(gathering.find("anna").isActive()).isTrue();
        assertThat(entries()).as("no organiser is told of a delay").isEqualTo(entries);
    }

    @Test
    void ignoresNewsOfALetterToSomebodyWhoSignedUpAnewOrWasErased() throws IOException {
        signUp();
        String bounce = news("anna").bounce();
        gathering.clock.advance(Duration.ofMinutes(1));
        gathering.cancel("anna");
        gathering.signUp("anna");
        note(bounce);
        assertThat(gathering.find("anna").mailProblem()).isEmpty();

        String later = news("anna").bounce();
        gathering.wiring().erase().erase(Gathering.ID, gathering.find("anna").ownLink());
        note(later);
        assertThat(log).containsExactly("{\"outdated\":1}", "{\"outdated\":1}");
        assertThat(places().count(Count.BOUNCED)).isZero();
    }

    @Test
    void aFreshSignUpAfterABounceHasNoProblemAndIsCountedNoMore() throws IOException {
        signUp();
        note(news("anna").bounce());
        assertThat(places().count(Count.BOUNCED)).isOne();
        gathering.clock.advance(Duration.ofMinutes(1));

        gathering.signUp("anna");

        assertThat(gathering.find("anna").mailProblem()).isEmpty();
        assertThat(gathering.find("anna").state()).isInstanceOf(RegistrationState.Waitlisted.class);
        assertThat(places().count(Count.BOUNCED)).isZero();
    }

    @Test
    void logsARejectedLetterByItsRegistration() throws IOException {
        signUp();
        note(news("anna").rejection());

        assertThat(log)
                .containsExactly("{\"lost\":1,\"because\":\"rejected\",\"about\":\"S#%s R#%s\"}"
                        .formatted(Gathering.ID, gathering.find("anna").id()));
        assertThat(gathering.find("anna").mailProblem()).isEmpty();
    }

    /** The event stays in the queue until somebody has repaired the registration. */
    @Test
    void failsOnARegistrationThatCannotBeReadAndLogsItsKey() {
        signUp();
        String bounce = news("anna").bounce();
        gathering.makeUnreadable("anna");
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> note(bounce)).isInstanceOf(UnreadableItem.class);
        } finally {
            System.setOut(out);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("{\"unreadableItem\": \"S#versnellingskamer R#");
    }

    private void assertThatAnnaBouncedAndNoorComes(String when) {
        assertThat(gathering.find("anna").state()).as(when).isInstanceOf(RegistrationState.Lapsed.class);
        assertThat(problem("anna")).as(when).isEqualTo("BOUNCED");
        assertThat(gathering.find("noor").state())
                .as(when)
                .isInstanceOfSatisfying(
                        RegistrationState.Confirmed.class,
                        place -> assertThat(place.fromWaitingList()).isTrue());
        assertThat(places().counts()).as(when).isEqualTo(Map.of(Count.TAKEN, 1, Count.CANCELLED, 1, Count.BOUNCED, 1));
    }

    /** Returns how many changes the organiser is told of. */
    private long entries() {
        return gathering.workQueue().organiserNotice(Gathering.ID).orElseThrow().entries();
    }

    private Places places() {
        return gathering.sessions().find(Gathering.ID).orElseThrow().places();
    }

    private String problem(String name) {
        return gathering
                .find(name)
                .mailProblem()
                .map(known -> known.kind().name())
                .orElse("none");
    }

    private LetterNews news(String name) {
        return LetterNews.of(gathering.find(name));
    }

    private void note(String event) throws IOException {
        handle(gathering.table(), event);
    }

    private void noteUnchecked(String event) {
        try {
            note(event);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private boolean dies(String event, CrashPoint life) throws IOException {
        try (DynamoDbClient table =
                CrashingRun.table(new CrashingHttpClient(UrlConnectionHttpClient.create(), life, false))) {
            handle(table, event);
            return false;
        } catch (Crash death) {
            return true;
        }
    }

    private void handle(DynamoDbClient table, String event) throws IOException {
        new NoteDeliveryHandler(gathering.wiring(table))
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayOutputStream(),
                        Invocation.of("note-delivery", Duration.ofSeconds(20), log::add));
    }
}
