package nl.samenkomst.local.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.CrashPoint;
import nl.samenkomst.local.tests.kit.Gathering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Checks that the process may die at any call while it signs somebody up for several sessions or sends the letter about
 * them: the person is told about every session.
 */
class SeveralAtOnceCrashTest {

    private static final EmailAddress ADDRESS = new EmailAddress("noor@example.org");
    private static final SessionId SECOND = new SessionId("tweede");
    private static final SessionId THIRD = new SessionId("derde");
    private static final Duration AFTER_LETTER_DELAY = Duration.ofMinutes(11);

    private final List<LetterRequest> letters = new ArrayList<>();

    @Test
    void oneLetterCoversAllSessionsWithoutACrash() {
        Gathering gathering = series();
        assertThat(CrashingRun.survives(new CrashPoint(0, false), client -> signUp(gathering, client)))
                .isTrue();
        gathering.sweep(this::send);

        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.bundled())
                        .extracting(other -> other.session().id())
                        .containsExactlyInAnyOrder(SECOND, THIRD));
        gathering.clock.advance(AFTER_LETTER_DELAY);
        gathering.sweep(this::send);
        assertThat(letters).hasSize(1);
    }

    @Test
    void aLetterBeingSentIsNotBundled() {
        Gathering gathering = series();
        CrashingRun.survives(new CrashPoint(0, false), client -> signUp(gathering, client));
        gathering.clock.advance(AFTER_LETTER_DELAY);

        gathering
                .sendReminders(mail -> {
                    gathering.sweep(this::send);
                    return send(mail);
                })
                .process(
                        new WorkItem.Letter(SECOND, gathering.id(SECOND, "noor"), gathering.clock.instant()),
                        Deadline.none());

        assertThat(lettersPerSession()).isEqualTo(Map.of(Gathering.ID, 1L, SECOND, 1L, THIRD, 1L));
    }

    @Test
    void aLetterAboutToLeaveIsNotBundled() {
        Gathering gathering = series();
        CrashingRun.survives(new CrashPoint(0, false), client -> signUp(gathering, client));
        gathering.clock.advance(Duration.ofMinutes(6));
        gathering.sweep(this::send);
        assertThat(lettersPerSession()).isEqualTo(Map.of(Gathering.ID, 1L));

        gathering.clock.advance(AFTER_LETTER_DELAY);
        gathering.sweep(this::send);
        assertThat(lettersPerSession()).isEqualTo(Map.of(Gathering.ID, 1L, SECOND, 1L, THIRD, 1L));
    }

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashWhileSigningUpLosesAndDoublesNoLetter(boolean afterwards) {
        boolean lived = false;
        int call = 0;
        while (!lived) {
            call++;
            letters.clear();
            Gathering gathering = series();
            CrashPoint life = new CrashPoint(call, afterwards);
            lived = CrashingRun.survives(life, client -> signUp(gathering, client));
            gathering.sweep(this::send);
            gathering.clock.advance(Duration.ofSeconds(20));
            assertThat(CrashingRun.survives(new CrashPoint(0, false), client -> signUp(gathering, client)))
                    .isTrue();
            gathering.sweep(this::send);
            gathering.clock.advance(AFTER_LETTER_DELAY);
            gathering.sweep(this::send);

            assertThat(lettersPerSession())
                    .as("dead at call %d", call)
                    .isEqualTo(Map.of(Gathering.ID, 1L, SECOND, 1L, THIRD, 1L));
        }
        assertThat(call).isGreaterThan(8);
    }

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashWhileSendingDoublesOnlySentLetters(boolean afterwards) {
        boolean lived = false;
        int call = 0;
        while (!lived) {
            call++;
            letters.clear();
            Gathering gathering = series();
            CrashingRun.survives(new CrashPoint(0, false), client -> signUp(gathering, client));
            CrashPoint life = new CrashPoint(call, afterwards);
            lived = CrashingRun.survives(
                    life,
                    client -> gathering
                            .sendReminders(client, this::send, mail -> new Delivery.Taken("to the organiser"))
                            .sendAllDue(Deadline.none()));
            boolean left = !lived && !letters.isEmpty();
            gathering.clock.advance(AFTER_LETTER_DELAY);
            gathering.sweep(this::send);

            assertThat(lettersPerSession()).as("dead at call %d", call).containsOnlyKeys(Gathering.ID, SECOND, THIRD);
            assertThat(lettersPerSession().values())
                    .as("dead at call %d", call)
                    .allMatch(times -> times == 1 || (left && times == 2));
        }
        assertThat(call).isGreaterThan(5);
    }

    private static Gathering series() {
        Gathering gathering = new Gathering("series", "Lokale aanpak");
        gathering.publishAs(SECOND, "series", "Lokale aanpak", "reminders", List.of());
        gathering.publishAs(THIRD, "series", "Lokale aanpak", "reminders", List.of());
        return gathering;
    }

    private static void signUp(Gathering gathering, DynamoDbClient client) {
        Person noor = new Person("noor", ADDRESS, Optional.empty());
        gathering
                .wiring(client)
                .registerTogether()
                .register(
                        Gathering.ID,
                        new SignUp(noor, Optional.empty(), Optional.empty(), Map.of(), List.of(SECOND, THIRD)));
    }

    private Delivery send(LetterRequest mail) {
        letters.add(mail);
        return new Delivery.Taken("message");
    }

    /** Returns how many letters covered each session. */
    private Map<SessionId, Long> lettersPerSession() {
        return letters.stream()
                .flatMap(letter -> Stream.concat(Stream.of(letter), letter.bundled().stream()))
                .collect(Collectors.groupingBy(mail -> mail.session().id(), Collectors.counting()));
    }
}
