package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.domain.sending.SendReport;
import nl.samenkomst.local.tests.kit.Gathering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SendRemindersTest {

    private final List<String> sent = new ArrayList<>();
    private final Mailer accepting = mail -> {
        sent.add(toWhom(mail) + " " + mail.kind().word());
        return new Delivery.Taken("message-" + sent.size());
    };

    @Test
    void sendsALetterOnceHoweverOftenTriggered() {
        Gathering gathering = new Gathering();
        gathering.signUp("noor");
        SendReminders sendReminders = gathering.sendReminders(accepting);

        for (int i = 0; i < 10; i++) {
            sendReminders.process(gathering.letterFor("noor"), Deadline.none());
            sendReminders.sendAllDue(Deadline.none());
        }
        assertThat(sent).containsExactly("noor confirmed");
    }

    @Test
    void writesNothingWithoutWork() {
        Gathering gathering = new Gathering("reminders", List.of());
        gathering.signUp("noor");
        gathering.sweep(accepting);
        Version version = gathering.find("noor").version();

        for (int i = 0; i < 3; i++) {
            gathering.sendReminders(accepting).process(gathering.letterFor("noor"), Deadline.none());
        }
        assertThat(gathering.find("noor").version())
                .as("a stream that tells of its own reader's writes would never come to rest")
                .isEqualTo(version);
    }

    @Test
    void sendsEveryReminderAtItsTime() {
        Gathering gathering = new Gathering();
        gathering.signUp("noor");
        gathering.sweep(accepting);

        for (Duration before : List.of(Duration.ofDays(8), Duration.ofDays(1), Duration.ofHours(1))) {
            gathering.clock.set(Gathering.START.minus(before).minusMillis(1));
            gathering.sweep(accepting);
            int soFar = sent.size();
            gathering.clock.set(Gathering.START.minus(before));
            gathering.sweep(accepting);
            gathering.sweep(accepting);
            assertThat(sent).hasSize(soFar + 1);
        }
        gathering.clock.set(Gathering.START);
        gathering.sweep(accepting);
        assertThat(sent).containsExactly("noor confirmed", "noor reminder", "noor reminder", "noor reminder");
    }

    @Test
    void aRefusedAddressDelaysNobodyElse() {
        Gathering gathering = new Gathering();
        gathering.signUp("anna");
        gathering.signUp("noor");
        gathering.signUp("piet");
        Mailer refusingNoor = refusing("noor");

        SendReport report = gathering.sweep(refusingNoor);
        assertThat(report.sent()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(sent).containsExactlyInAnyOrder("anna confirmed", "piet confirmed");
    }

    @Test
    void triesARefusedLetterEightTimesWithBackoff() {
        Gathering gathering = new Gathering("reminders", List.of("P1D"));
        gathering.signUp("noor");
        AtomicInteger tries = new AtomicInteger();
        Mailer refusing = mail -> {
            tries.incrementAndGet();
            return new Delivery.Refused("MessageRejected");
        };
        List<Integer> givenUp = new ArrayList<>();
        for (int minute = 0; minute < 16 * 60; minute++) {
            if (gathering.sweep(refusing).givenUp() > 0) {
                givenUp.add(minute);
            }
            gathering.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(tries).hasValue(8);
        assertThat(givenUp).containsExactly(5 + 10 + 20 + 40 + 80 + 160 + 320);
        assertThat(gathering.find("noor").letters().last().orElseThrow().messageId())
                .isEmpty();
        gathering.clock.set(Gathering.START.minus(Duration.ofDays(1)));
        gathering.sweep(accepting);
        assertThat(sent).as("the next letter has its own chances").containsExactly("noor reminder");
    }

    @Test
    void pausesWhenTheServiceIsBusy() {
        Gathering gathering = new Gathering();
        for (int i = 0; i < 5; i++) {
            gathering.signUp("persoon" + i);
        }
        AtomicInteger asked = new AtomicInteger();
        Mailer throttledAfterTwo =
                mail -> asked.incrementAndGet() > 2 ? new Delivery.Unavailable("Throttling") : accepting.send(mail);

        SendReport report = gathering.sweep(throttledAfterTwo);
        assertThat(report.sent()).isEqualTo(2);
        assertThat(report.finished()).isFalse();
        assertThat(asked).hasValue(3);

        gathering.clock.advance(Duration.ofMinutes(5));
        gathering.sweep(accepting);
        assertThat(new HashSet<>(sent)).hasSize(5);
        assertThat(sent).hasSize(5);
    }

    @Test
    void resendsALetterWithUnknownDelivery() {
        Gathering gathering = new Gathering();
        gathering.signUp("noor");
        Mailer answerless = mail -> {
            accepting.send(mail);
            return new Delivery.Unknown();
        };

        assertThat(gathering.sweep(answerless).unknown()).isEqualTo(1);
        gathering.sweep(accepting);
        assertThat(sent).as("as long as the claim lasts nobody sends it again").hasSize(1);
        gathering.clock.advance(SendReminders.CLAIM_DURATION);
        gathering.sweep(accepting);
        gathering.sweep(accepting);
        assertThat(sent).containsExactly("noor confirmed", "noor confirmed");
    }

    @Test
    void aLetterThatCannotBeWrittenDelaysNobodyElse() {
        Gathering gathering = new Gathering();
        gathering.signUp("anna");
        gathering.signUp("noor");
        gathering.signUp("piet");
        Mailer stumbling = mail -> {
            if (toWhom(mail).equals("noor")) {
                throw new IllegalStateException("no such text");
            }
            return accepting.send(mail);
        };

        assertThatThrownBy(() -> gathering.sweep(stumbling)).isInstanceOf(SendReminders.PartialFailure.class);
        assertThat(sent).containsExactlyInAnyOrder("anna confirmed", "piet confirmed");
    }

    @Test
    void stopsAtItsDeadlineAndContinuesInTheNextRun() {
        Gathering gathering = new Gathering();
        for (int i = 0; i < 6; i++) {
            gathering.signUp("persoon" + i);
        }
        SendReminders sendReminders = gathering.sendReminders(accepting);

        assertThat(sendReminders.sendAllDue(() -> sent.size() >= 4).finished()).isFalse();
        assertThat(sent).hasSize(4);
        assertThat(sendReminders.sendAllDue(Deadline.none()).finished()).isTrue();
        assertThat(sent).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void sendsACancellationMadeDuringSending() {
        Gathering gathering = new Gathering();
        gathering.signUp("noor");
        Mailer slow = mail -> {
            if (mail.kind() == LetterKind.CONFIRMED) {
                gathering.clock.advance(Duration.ofSeconds(1));
                gathering.cancel("noor");
            }
            return accepting.send(mail);
        };

        gathering.sweep(slow);
        assertThat(sent).containsExactly("noor confirmed", "noor cancelled");
        gathering.clock.set(Gathering.START.minus(Duration.ofHours(1)));
        gathering.sweep(accepting);
        assertThat(sent).hasSize(2);
    }

    @Test
    void announcesAMoveOnceDespiteACrash() {
        Gathering gathering = new Gathering("places", 2);
        gathering.signUp("anna");
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.sweep(accepting);
        sent.clear();
        gathering.clock.advance(Duration.ofHours(1));
        gathering.publish("places", 2, "place", "Zaal 2");

        AtomicInteger looks = new AtomicInteger();
        Deadline afterOne = () -> looks.incrementAndGet() > 2;
        gathering.sendReminders(accepting).sendAllDue(afterOne);
        for (int i = 0; i < 3; i++) {
            gathering.sweep(accepting);
        }
        assertThat(sent).containsExactlyInAnyOrder("anna session-moved", "noor session-moved", "piet session-moved");
    }

    @Test
    void recomputesExpiryWhenASessionMoves() {
        Gathering gathering = new Gathering();
        gathering.signUp("noor");
        gathering.sweep(accepting);
        gathering.publish("start", "2027-06-03T15:00:00+02:00", "end", "2027-06-03T17:00:00+02:00");
        gathering.sweep(accepting);

        gathering.clock.set(Gathering.START.plus(Duration.ofDays(40)));
        assertThat(gathering.find("noor").isActive()).isTrue();
    }

    @Test
    void showsTheQueuePositionAtSendingTime() {
        Gathering gathering = new Gathering("places", 1);
        gathering.signUp("anna");
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.cancel("noor");
        Map<String, Integer> positions = new HashMap<>();
        gathering.sweep(mail -> {
            mail.position().ifPresent(position -> positions.put(toWhom(mail), position));
            return accepting.send(mail);
        });

        assertThat(positions).isEqualTo(Map.of("piet", 1));
        assertThat(Set.copyOf(sent)).contains("noor cancelled", "anna confirmed", "piet waiting");
    }

    @ParameterizedTest
    @MethodSource("unsentDeliveries")
    void reportsTheAgeOfTheOldestUnsentLetter(Delivery delivery) {
        Gathering gathering = new Gathering();
        gathering.signUp("noor");
        gathering.clock.advance(Duration.ofMinutes(10));
        gathering.signUp("piet");
        gathering.clock.advance(Duration.ofMinutes(10));

        SendReport first = gathering.sweep(mail -> delivery);
        assertThat(first.owedSince()).contains(Gathering.NOW);
        gathering.clock.advance(SendReminders.CLAIM_DURATION);
        assertThat(gathering
                        .sweep(mail -> toWhom(mail).equals("piet") ? delivery : accepting.send(mail))
                        .owedSince())
                .contains(Gathering.NOW.plus(Duration.ofMinutes(10)));
        gathering.clock.advance(Duration.ofHours(1));
        assertThat(gathering.sweep(accepting).owedSince()).isEmpty();
        assertThat(sent).containsExactlyInAnyOrder("noor confirmed", "piet confirmed");
    }

    static Stream<Delivery> unsentDeliveries() {
        return Stream.of(
                new Delivery.Refused("MessageRejected"),
                new Delivery.Unavailable("Throttling"),
                new Delivery.Unknown());
    }

    private Mailer refusing(String name) {
        return mail -> toWhom(mail).equals(name) ? new Delivery.Refused("MessageRejected") : accepting.send(mail);
    }

    private static String toWhom(LetterRequest mail) {
        return mail.registration().person().name();
    }
}
