package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.domain.sending.SendReport;
import nl.samenkomst.domain.sending.SendingRun;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.sendreminders.SendRemindersHandler;
import org.junit.jupiter.api.Test;

/** Letters to confirmed addresses overtake all others, and what nobody confirms lapses. */
class LanesTest {

    private static final Instant LAPSES = Gathering.NOW.plus(Duration.ofDays(1));
    private static final Duration LONGER_THAN_A_LOOK_AWAY = SendingRun.LOOK_INTERVAL.plusSeconds(1);
    private static final Duration OLD = Duration.ofMinutes(3).plusMillis(1);

    private final List<String> sent = new ArrayList<>();
    private final Gathering gathering = new Gathering("places", 2, "reminders", List.of());
    private final Mailer accepting = accepting(name -> {});

    @Test
    void lettersToConfirmedAddressesLeaveFirst() {
        unconfirmed("anna");
        unconfirmed("noor");
        gathering.clock.advance(Duration.ofMinutes(1));
        gathering.signUp("piet");

        gathering.sweep(accepting);
        assertThat(sent).containsExactly("piet waiting", "anna confirm-address", "noor confirm-address");
    }

    @Test
    void aLetterThatBecomesOwedMeanwhileLeavesWithinSeconds() {
        unconfirmed("anna");
        unconfirmed("noor");
        unconfirmed("piet");

        gathering.sweep(accepting(name -> {
            gathering.clock.advance(LONGER_THAN_A_LOOK_AWAY);
            if (name.equals("anna")) {
                gathering.signUp("fatma");
            }
        }));
        assertThat(sent)
                .containsExactly(
                        "anna confirm-address", "fatma waiting", "noor confirm-address", "piet confirm-address");
    }

    @Test
    void whoConfirmsMeanwhileIsWrittenToOnce() {
        unconfirmed("anna");
        unconfirmed("noor");
        unconfirmed("piet");

        gathering.sweep(accepting(name -> {
            gathering.clock.advance(LONGER_THAN_A_LOOK_AWAY);
            if (name.equals("anna")) {
                gathering.confirm("piet");
            }
        }));
        assertThat(sent).containsExactly("anna confirm-address", "piet waiting", "noor confirm-address");
    }

    @Test
    void triesALetterThatFailsOnceInARun() {
        gathering.signUp("noor");
        unconfirmed("anna");
        unconfirmed("piet");
        Mailer stumbling = accepting(name -> {
            gathering.clock.advance(LONGER_THAN_A_LOOK_AWAY);
            if (name.equals("noor")) {
                sent.add("noor fails");
                throw new IllegalStateException("no such text");
            }
        });

        assertThatThrownBy(() -> gathering.sweep(stumbling)).isInstanceOf(SendReminders.PartialFailure.class);
        assertThat(sent).containsExactly("noor fails", "anna confirm-address", "piet confirm-address");
    }

    @Test
    void whatNobodyConfirmsLapsesWithoutALetterAndItsPlaceIsNotLost() {
        unconfirmed("anna");
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.sweep(accepting);
        sent.clear();

        gathering.clock.set(LAPSES.minusMillis(1));
        gathering.sweep(accepting);
        assertThat(gathering.find("anna").isActive()).isTrue();
        gathering.clock.set(LAPSES);
        gathering.sweep(accepting);
        assertThat(gathering.find("anna").state().word()).isEqualTo("cancelled");
        assertThat(gathering.find("piet").state().word()).isEqualTo("confirmed");
        assertThat(sent).containsExactly("piet promoted");
    }

    @Test
    void lapsesWaitForNoLetter() {
        unconfirmed("anna");
        gathering.sweep(accepting);
        gathering.clock.set(LAPSES.minusSeconds(60));
        gathering.signUp("noor");
        gathering.awaitProof("noor", LAPSES.plus(Duration.ofDays(1)));
        gathering.clock.set(LAPSES);

        List<String> annaMeanwhile = new ArrayList<>();
        gathering.sweep(accepting(
                name -> annaMeanwhile.add(gathering.find("anna").state().word())));
        assertThat(annaMeanwhile).containsExactly("cancelled");
    }

    @Test
    void whoeverConfirmsInTimeKeepsThePlace() {
        unconfirmed("anna");
        gathering.sweep(accepting);
        gathering.clock.set(LAPSES.minusMillis(1));
        gathering.confirm("anna");

        gathering.clock.set(LAPSES.plus(Duration.ofDays(1)));
        gathering.sweep(accepting);
        assertThat(gathering.find("anna").isActive()).isTrue();
    }

    @Test
    void nothingLapsesInACancelledSessionUntilItGoesOn() {
        unconfirmed("anna");
        gathering.sweep(accepting);
        gathering.callOff();
        gathering.clock.set(LAPSES);
        gathering.sweep(accepting);
        assertThat(gathering.find("anna").isActive()).isTrue();

        gathering.reinstate();
        gathering.sweep(accepting);
        assertThat(gathering.find("anna").isActive()).isFalse();
    }

    @Test
    void aChangeWithAnUnconfirmedLetterIsProcessedWhileItIsFresh() {
        unconfirmed("anna");
        unconfirmed("noor");
        Instant made = gathering.clock.instant();
        SendingRun run = gathering.sendReminders(accepting).run(Deadline.none());

        assertThat(run.processChange(gathering.letterFor("anna"), Optional.of(made))
                        .sent())
                .isEqualTo(1);
        gathering.clock.advance(OLD);
        SendReport left = run.processChange(gathering.letterFor("noor"), Optional.of(made));
        assertThat(left).isEqualTo(SendReport.NOTHING);
        assertThat(sent).containsExactly("anna confirm-address");

        gathering.sweep(accepting);
        assertThat(sent).containsExactly("anna confirm-address", "noor confirm-address");
    }

    @Test
    void anOldChangeStillSendsToTheConfirmedAndLapses() {
        unconfirmed("anna");
        gathering.signUp("noor");
        Instant made = gathering.clock.instant();
        gathering.clock.set(LAPSES);
        SendingRun run = gathering.sendReminders(accepting).run(Deadline.none());

        run.processChange(gathering.letterFor("noor"), Optional.of(made));
        run.processChange(gathering.letterFor("anna"), Optional.of(made));
        assertThat(sent).containsExactly("noor confirmed");
        assertThat(gathering.find("anna").isActive()).isFalse();
    }

    @Test
    void aRunThroughChangesTurnsToTheConfirmedEveryFewSeconds() {
        unconfirmed("anna");
        unconfirmed("noor");
        Instant made = gathering.clock.instant();
        SendingRun run = gathering
                .sendReminders(accepting(name -> gathering.clock.advance(LONGER_THAN_A_LOOK_AWAY)))
                .run(Deadline.none());

        run.processChange(gathering.letterFor("anna"), Optional.of(made));
        gathering.signUp("piet");
        run.processChange(gathering.letterFor("noor"), Optional.of(made));
        assertThat(sent).containsExactly("anna confirm-address", "piet waiting", "noor confirm-address");
        assertThat(run.report().sent()).as("what was sent beside the changes").isEqualTo(1);
    }

    @Test
    void aRunThroughChangesThatWaitedTurnsToTheConfirmedFirst() {
        unconfirmed("anna");
        Instant made = gathering.clock.instant();
        gathering.clock.advance(LONGER_THAN_A_LOOK_AWAY);
        gathering.signUp("piet");

        gathering
                .sendReminders(accepting)
                .run(Deadline.none())
                .processChange(gathering.letterFor("anna"), Optional.of(made));
        assertThat(sent).containsExactly("piet confirmed", "anna confirm-address");
    }

    @Test
    void theStreamsRecordsSayHowOldAChangeIs() throws IOException {
        unconfirmed("anna");
        unconfirmed("noor");
        Instant now = gathering.clock.instant();
        Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
        try (MailEndpoint mail = MailEndpoint.start(mailbox)) {
            SendRemindersHandler handler = new SendRemindersHandler(gathering.wiring(mail::client));
            String event =
                    JSON.std.asString(Map.of("Records", List.of(record("anna", now.minus(OLD)), record("noor", now))));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    answer,
                    Invocation.of("send-reminders", Duration.ofMinutes(2)));
            assertThat(answer.toString(StandardCharsets.UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
        }
        assertThat(mailbox.letters()).extracting(Letter::to).containsExactly("noor@example.org");
    }

    private Map<String, Object> record(String name, Instant madeAt) {
        Map<String, Object> key = Map.of(
                "PK", Map.of("S", "S#" + Gathering.ID.value()),
                "SK", Map.of("S", "R#" + gathering.id(name).value()));
        return Map.of(
                "dynamodb",
                Map.of("SequenceNumber", name, "ApproximateCreationDateTime", madeAt.getEpochSecond(), "Keys", key));
    }

    @Test
    void lettersDoNotWaitUntilAllKnowOfAChangedSession() {
        gathering.signUp("anna");
        gathering.signUp("noor");
        gathering.sweep(accepting);
        sent.clear();
        gathering.publish("places", 2, "reminders", List.of(), "title", "Anders");
        gathering.clock.advance(Duration.ofSeconds(1));
        gathering.signUp("piet");

        List<String> left = new ArrayList<>();
        gathering
                .sendReminders(accepting(name -> left.add(name + (isChangeDue() ? " during it" : " after it"))))
                .sendAllDue(() -> {
                    gathering.clock.advance(LONGER_THAN_A_LOOK_AWAY);
                    return false;
                });
        assertThat(left).containsExactly("piet during it");
        assertThat(isChangeDue()).isFalse();
    }

    private boolean isChangeDue() {
        for (WorkItem due : gathering.workQueue().dueBy(Lane.CONFIRMED, gathering.clock.instant())) {
            if (due instanceof WorkItem.ChangedSession) {
                return true;
            }
        }
        return false;
    }

    private void unconfirmed(String name) {
        gathering.signUpUnconfirmed(name);
        gathering.awaitProof(name, LAPSES);
        gathering.clock.advance(Duration.ofMillis(1));
    }

    /** Takes each letter after something else happened. */
    private Mailer accepting(Consumer<String> meanwhile) {
        return mail -> {
            String name = mail.registration().person().name();
            meanwhile.accept(name);
            sent.add(name + " " + mail.kind().word());
            return new Delivery.Taken("message-" + sent.size());
        };
    }
}
