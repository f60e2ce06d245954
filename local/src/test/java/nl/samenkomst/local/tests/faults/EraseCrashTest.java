package nl.samenkomst.local.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.erasure.ErasureOutcome;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.CrashPoint;
import nl.samenkomst.local.tests.kit.Gathering;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks that the process may die at any call while it erases somebody, and that organisers may act at the same moment:
 * no place is lost or given twice, nothing that was done is lost, and nothing of an erased person is left.
 */
class EraseCrashTest {

    private static final SessionId SECOND = new SessionId("tweede");
    private static final SessionId THIRD = new SessionId("derde");
    private static final Actor ORGANISER = new Actor.ByRole("arn:aws:sts::123456789012:assumed-role/organiser/noor");

    /** More records of what organisers did than are erased in one transaction with the registration. */
    private static final int RECORDS = 20;

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashWhileErasingLosesNoPlaceAndLeavesNoTrace(boolean afterwards) {
        Gathering gathering = new Gathering("places", 1);
        List.of("noor", "piet", "els").forEach(gathering::signUp);
        gathering.clock.set(Gathering.START.minusSeconds(60));
        for (int times = 0; times < RECORDS; times++) {
            gathering
                    .wiring()
                    .organiser()
                    .markPresence()
                    .mark(Gathering.ID, gathering.id("noor"), Optional.of(times % 2 == 0), ORGANISER);
        }
        OwnLink link = gathering.find("noor").ownLink();
        List<Map<String, AttributeValue>> items = gathering.items();
        boolean died = true;
        int call = 0;
        while (died) {
            call++;
            gathering.restore(items);
            CrashPoint life = new CrashPoint(call, afterwards);
            died = !CrashingRun.survives(
                    life, client -> gathering.wiring(client).erase().erase(Gathering.ID, link));

            boolean isThere = isRegistered("noor", gathering);
            assertThat(confirmed(gathering)).as("dead at call %d", call).containsExactly(isThere ? "noor" : "piet");
            if (!isThere) {
                assertNoTrace(Gathering.ID, link, gathering);
            }
            assertThat(gathering.wiring().erase().erase(Gathering.ID, link))
                    .as("dead at call %d", call)
                    .isEqualTo(isThere);
            assertNoTrace(Gathering.ID, link, gathering);
            Places places =
                    gathering.sessions().find(Gathering.ID).orElseThrow().places();
            assertThat(places.taken()).isEqualTo(1);
            assertThat(places.waiting()).isEqualTo(1);
            assertThat(records(gathering))
                    .filteredOn(Optional.of("erased")::equals)
                    .hasSize(RECORDS);
        }
        assertThat(call).isGreaterThan(5);
    }

    /** The registration whose link it is goes last, so that the link can finish the work. */
    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashWhileErasingSeveralCanBeFinishedWithTheSameLink(boolean afterwards) {
        Gathering gathering = series();
        OwnLink link = gathering.find("noor").ownLink();
        List<Map<String, AttributeValue>> items = gathering.items();
        List<SessionId> also = List.of(SECOND, THIRD);
        boolean died = true;
        int call = 0;
        while (died) {
            call++;
            gathering.restore(items);
            CrashPoint life = new CrashPoint(call, afterwards);
            died = !CrashingRun.survives(
                    life, client -> gathering.wiring(client).eraseSeveral().erase(Gathering.ID, link, also));

            if (isRegistered("noor", gathering)) {
                assertThat(gathering.wiring().eraseSeveral().erase(Gathering.ID, link, also))
                        .isInstanceOf(ErasureOutcome.Erased.class);
            }
            assertThat(gathering.items().toString())
                    .as("dead at call %d", call)
                    .doesNotContain("noor@example.org", link.secret().value());
        }
        assertThat(call).isGreaterThan(8);
    }

    /** One letter was to tell of all three; what stays must not name what was erased. */
    @Test
    void aLetterThatWaitsForgetsTheErasedSession() {
        Gathering gathering = series();
        Registration first = gathering.find("noor");
        assertThat(first.letters().bundled()).containsOnlyKeys(SECOND, THIRD);
        OwnLink second = gathering.find(SECOND, "noor").ownLink();

        assertThat(gathering.wiring().eraseSeveral().erase(SECOND, second, List.of()))
                .isEqualTo(new ErasureOutcome.Erased(List.of(), List.of(THIRD, Gathering.ID)));

        assertThat(gathering.find("noor").letters().bundled()).containsOnlyKeys(THIRD);
    }

    @RepeatedTest(10)
    void whatAnOrganiserDoesAtTheSameMomentIsErasedOrRefused() throws Exception {
        Gathering gathering = new Gathering("admission", "reviewed", "places", 2);
        gathering.signUp("noor");
        gathering.signUp("piet");
        OwnLink link = gathering.find("noor").ownLink();
        RegistrationId id = link.registration();
        List<Callable<Object>> acts = List.of(
                () -> gathering.wiring().erase().erase(Gathering.ID, link),
                () -> gathering
                        .wiring()
                        .organiser()
                        .decide()
                        .decide(Gathering.ID, id, Decision.DECLINE, "Past niet", ORGANISER),
                () -> gathering
                        .wiring()
                        .organiser()
                        .decide()
                        .decide(Gathering.ID, id, Decision.ACCEPT, "Past wel", ORGANISER),
                () -> gathering.wiring().organiser().sendOwnLink().send(Gathering.ID, id, ORGANISER));
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> done : all.invokeAll(acts)) {
                done.get();
            }
        }
        assertThat(isRegistered("noor", gathering)).isFalse();
        assertNoTrace(Gathering.ID, link, gathering);
        assertThat(gathering.items().toString()).doesNotContain("Past niet", "Past wel");
        assertThat(gathering
                        .sessions()
                        .find(Gathering.ID)
                        .orElseThrow()
                        .places()
                        .taken())
                .isEqualTo(1);
    }

    private static Gathering series() {
        Gathering gathering = new Gathering("series", "Lokale aanpak");
        for (SessionId other : List.of(SECOND, THIRD)) {
            gathering.publishAs(other, "series", "Lokale aanpak");
        }
        gathering.wiring().registerTogether().register(Gathering.ID, Gathering.form("noor", SECOND, THIRD));
        gathering.clock.advance(Duration.ofSeconds(1));
        return gathering;
    }

    private static boolean isRegistered(String name, Gathering gathering) {
        return gathering.listed().stream()
                .anyMatch(listed -> listed.registration().person().name().equals(name));
    }

    private static List<String> confirmed(Gathering gathering) {
        return gathering.listed().stream()
                .map(listed -> listed.registration())
                .filter(registration -> registration.state() instanceof RegistrationState.Confirmed)
                .map(registration -> registration.person().name())
                .toList();
    }

    private static List<Optional<String>> records(Gathering gathering) {
        return gathering.changes().stream().map(AuditEntry::registration).toList();
    }

    private static void assertNoTrace(SessionId session, OwnLink link, Gathering gathering) {
        for (Map<String, AttributeValue> item : gathering.items()) {
            if (Objects.requireNonNull(item.get("SK")).s().equals("E#" + link.registration())) {
                assertThat(item.get("PK")).isEqualTo(AttributeValue.fromS("S#" + session));
                assertThat(item).containsOnlyKeys("PK", "SK", "at", "expiresAt");
            } else {
                assertThat(item.toString())
                        .doesNotContain(
                                link.registration().value(), link.secret().value(), "noor@example.org");
            }
        }
    }
}
