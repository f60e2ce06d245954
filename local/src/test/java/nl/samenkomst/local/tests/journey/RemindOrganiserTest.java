package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.OrganiserMailer;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.domain.sending.SendReport;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.local.desk.LocalEnvironment;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.CrashPoint;
import nl.samenkomst.local.tests.faults.CrashingRun;
import nl.samenkomst.local.tests.kit.Gathering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks that the organiser hears once each morning whose registrations are under review, and nothing if there are
 * none.
 */
class RemindOrganiserTest {

    /** 08:00 in Amsterdam, in winter. */
    private static final Instant FIRST_MORNING = Instant.parse("2026-11-03T07:00:00Z");

    private static final Duration DAY = Duration.ofDays(1);

    private final List<String> lettersSent = new ArrayList<>();
    private final OrganiserMailer organiser = mail -> {
        lettersSent.add(String.join(
                " ", mail.undecided().stream().map(one -> one.person().name()).toList()));
        return new Delivery.Taken("message");
    };

    @Test
    void remindsEachMorningWhileSomebodyIsUnderReview() {
        Gathering gathering = new Gathering("admission", "reviewed");
        gathering.signUp("noor");
        gathering.clock.advance(Duration.ofHours(1));
        gathering.signUp("piet");

        gathering.clock.set(FIRST_MORNING.minusMillis(1));
        sweep(gathering);
        assertThat(lettersSent).isEmpty();
        gathering.clock.set(FIRST_MORNING);
        sweep(gathering);
        gathering.clock.advance(Duration.ofHours(12));
        sweep(gathering);
        decide(gathering, "noor");
        gathering.clock.set(FIRST_MORNING.plus(DAY));
        sweep(gathering);
        assertThat(lettersSent).containsExactly("noor piet", "piet");
    }

    @ParameterizedTest
    @CsvSource({
        "noor@example.org, https://aanmelden.example.org/organise/sessions/versnellingskamer/participants",
        "none, https://organiser.example.org/api/v1/organiser/sessions/versnellingskamer/registrations"
    })
    void leadsToTheListInTheBrowserIfTheDeskHasOrganisers(String firstOrganiser, String list) throws Exception {
        Gathering gathering = new Gathering("admission", "reviewed");
        gathering.signUp("noor");
        gathering.clock.set(FIRST_MORNING);
        Map<String, String> settings = new HashMap<>(gathering.settings());
        settings.put("FIRST_ORGANISER", firstOrganiser);
        Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
        try (MailEndpoint mail = MailEndpoint.start(mailbox)) {
            new LocalEnvironment(settings, gathering.clock, gathering::table, mail::client)
                    .wiring()
                    .sendReminders()
                    .sendAllDue(Deadline.none());
        }

        assertThat(mailbox.letters())
                .filteredOn(letter -> letter.kind().equals("review"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains(list + "?state=under-review"));
    }

    @Test
    void stopsWhenAllAreDecidedAndStartsAgain() {
        Gathering gathering = new Gathering("admission", "reviewed");
        gathering.signUp("noor");
        decide(gathering, "noor");
        gathering.clock.set(FIRST_MORNING);
        sweep(gathering);
        assertThat(due(gathering)).as("it is struck off").isEmpty();
        gathering.signUp("piet");
        gathering.clock.set(FIRST_MORNING.plus(DAY));
        sweep(gathering);
        assertThat(lettersSent).containsExactly("piet");
    }

    @Test
    void stopsAtTheStartOrCancellation() {
        Gathering begun = new Gathering("admission", "reviewed");
        begun.signUp("noor");
        begun.clock.set(Gathering.START);
        sweep(begun);
        assertThat(due(begun)).isEmpty();

        Gathering cancelled = new Gathering("admission", "reviewed");
        cancelled.signUp("noor");
        cancelled.wiring().organiser().cancelSession().cancel(Gathering.ID, "", Actor.LOCAL);
        cancelled.clock.set(FIRST_MORNING);
        sweep(cancelled);
        assertThat(due(cancelled)).isEmpty();
        assertThat(lettersSent).isEmpty();
    }

    @Test
    void includesSignUpsOfTheSameNight() {
        Gathering gathering = new Gathering("admission", "reviewed");
        gathering.clock.set(FIRST_MORNING.minus(Duration.ofHours(5)));
        gathering.signUp("noor");
        gathering.clock.set(FIRST_MORNING);
        sweep(gathering);
        assertThat(lettersSent).containsExactly("noor");
    }

    @Test
    void retriesARefusedLetterAndAgainTheNextMorning() {
        Gathering gathering = new Gathering("admission", "reviewed");
        gathering.signUp("noor");
        gathering.sweep(mail -> new Delivery.Taken("to noor"));
        gathering.clock.set(FIRST_MORNING);
        AtomicInteger tries = new AtomicInteger();
        SendReminders refusing = gathering.sendReminders(mail -> new Delivery.Taken(""), mail -> {
            tries.incrementAndGet();
            return new Delivery.Refused("MessageRejected");
        });
        int givenUp = 0;
        for (int run = 0; run < 23 * 12; run++) {
            givenUp += refusing.sendAllDue(Deadline.none()).givenUp();
            gathering.clock.advance(Duration.ofMinutes(5));
        }
        assertThat(tries).hasValue(8);
        assertThat(givenUp).isOne();
        gathering.clock.set(FIRST_MORNING.plus(DAY));
        sweep(gathering);
        assertThat(lettersSent).containsExactly("noor");
    }

    @Test
    void waitsAMinuteWhenThrottledAndForTheClaimWhenUnknown() {
        Gathering gathering = new Gathering("admission", "reviewed");
        gathering.signUp("noor");
        gathering.sweep(mail -> new Delivery.Taken("to noor"));
        gathering.clock.set(FIRST_MORNING);
        SendReport busy = gathering
                .sendReminders(mail -> new Delivery.Taken(""), mail -> new Delivery.Unavailable("x"))
                .sendAllDue(Deadline.none());
        assertThat(busy.finished()).isFalse();
        sweep(gathering);
        assertThat(lettersSent).isEmpty();
        gathering.clock.advance(Duration.ofMinutes(1));
        SendReport lost = gathering
                .sendReminders(mail -> new Delivery.Taken(""), mail -> new Delivery.Unknown())
                .sendAllDue(Deadline.none());
        assertThat(lost.unknown()).isOne();
        sweep(gathering);
        assertThat(lettersSent).isEmpty();
        gathering.clock.advance(SendReminders.CLAIM_DURATION);
        sweep(gathering);
        sweep(gathering);
        assertThat(lettersSent).containsExactly("noor");
    }

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashAtAnyCallStillRemindsTheOrganiser(boolean afterwards) throws Exception {
        Gathering gathering = new Gathering("admission", "reviewed");
        gathering.signUp("noor");
        gathering.sweep(mail -> new Delivery.Taken("to noor"));
        List<Map<String, AttributeValue>> items = gathering.items();
        boolean died = true;
        int call = 0;
        while (died) {
            call++;
            gathering.restore(items);
            gathering.clock.set(FIRST_MORNING);
            Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
            CrashPoint life = new CrashPoint(call, afterwards);

            died = CrashingRun.diesAndIsFollowed(gathering, mailbox, life);
            CrashingRun.dies(gathering, mailbox, new CrashPoint(0, false));

            assertThat(mailbox.letters())
                    .as("dead at call %d", call)
                    .hasSize(life.crashedAfterALetter() ? 2 : 1)
                    .allMatch(letter ->
                            letter.kind().equals("review") && letter.to().equals("zorgalliantie@example.org"));
        }
        assertThat(call).isGreaterThan(5);
    }

    private void sweep(Gathering gathering) {
        gathering
                .sendReminders(mail -> new Delivery.Taken("to somebody"), organiser)
                .sendAllDue(Deadline.none());
    }

    private static void decide(Gathering gathering, String name) {
        gathering
                .wiring()
                .organiser()
                .decide()
                .decide(Gathering.ID, gathering.id(name), Decision.DECLINE, "", Actor.LOCAL);
    }

    private static List<WorkItem> due(Gathering gathering) {
        List<WorkItem> due = new ArrayList<>();
        gathering.workQueue().dueBy(Lane.CONFIRMED, Gathering.START.plus(DAY)).forEach(one -> {
            if (one instanceof WorkItem.Notice) {
                due.add(one);
            }
        });
        return due;
    }
}
