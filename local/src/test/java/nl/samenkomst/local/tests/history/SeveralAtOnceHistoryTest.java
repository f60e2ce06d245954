package nl.samenkomst.local.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.ConfirmAddress;
import nl.samenkomst.domain.own.RegistrationsOfOneLetter;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.domain.signup.RegisterTogether;
import nl.samenkomst.domain.signup.SignUp;
import org.junit.jupiter.api.Test;

/**
 * Sign-ups for several sessions at once, some repeated and some cancelled again, while letters are sent and faults are
 * injected: everybody still gets a letter about each session, and none too often.
 */
class SeveralAtOnceHistoryTest {

    private static final int ROUNDS = 4;
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final List<String> PEOPLE = List.of("noor", "piet");
    private static final List<SessionId> SERIES =
            List.of(new SessionId("een"), new SessionId("twee"), new SessionId("drie"));

    @Test
    void everySessionHasItsLetterOnce() {
        List<String> violations = new ArrayList<>();
        LongStream.rangeClosed(1, Long.getLong("several.histories", 5))
                .forEach(seed -> new SeveralSessionsHistory(seed)
                        .day()
                        .forEach(invalid -> violations.add("seed " + seed + ": " + invalid)));
        assertThat(violations).isEmpty();
    }

    /** One history, which follows from its seed. */
    private static final class SeveralSessionsHistory extends SeededHistory {

        private final Registrations registrations;
        private final Letters letters;

        SeveralSessionsHistory(long seed) {
            super(seed, BEGIN);
            this.registrations = new FaultyRegistrations(table, faults);
            this.letters = new Letters(new Random(seed + 4));
            SERIES.forEach(session -> publish(session, Map.of("series", "Reeks", "places", 1)));
        }

        List<String> day() {
            for (int round = 0; round < ROUNDS; round++) {
                play(operations());
                clock.advance(Duration.ofSeconds(61 + random.nextInt(5000)));
            }
            for (int sweep = 0; sweep < 4; sweep++) {
                sendLetters();
                clock.advance(Duration.ofMinutes(20));
            }
            return letters.invalid(everybody());
        }

        private List<Runnable> operations() {
            List<Runnable> operations = new ArrayList<>();
            for (String name : PEOPLE) {
                for (int times = 1 + random.nextInt(2); times > 0; times--) {
                    List<SessionId> asked = new ArrayList<>(SERIES);
                    Collections.shuffle(asked, random);
                    int others = random.nextInt(3);
                    operations.add(() -> signUp(name, asked.getFirst(), asked.subList(1, 1 + others)));
                }
                SessionId given = SERIES.get(random.nextInt(SERIES.size()));
                if (random.nextInt(4) == 0) {
                    operations.add(() -> cancel(name, given));
                }
            }
            for (int sweep = random.nextInt(3); sweep > 0; sweep--) {
                operations.add(this::sendLetters);
            }
            return operations;
        }

        private void signUp(String name, SessionId first, List<SessionId> also) {
            SignUp signUp = new SignUp(person(name), Optional.empty(), Optional.empty(), Map.of(), also);
            Faults.retryUntilAnswered(() -> {
                clock.advance(Duration.ofMillis(1));
                Random links = new Random(random.nextLong());
                Register register = new Register(registrations, Optional.empty(), clock, links, retrier);
                return new RegisterTogether(register, sessions, registrations, clock, retrier).register(first, signUp);
            });
            confirm(name, first);
            also.forEach(other -> confirm(name, other));
        }

        private void confirm(String name, SessionId session) {
            ConfirmAddress confirmAddress = new ConfirmAddress(
                    registrations, new RegistrationsOfOneLetter(otherRegistrations()), clock, retrier);
            table.find(session, person(name).email(), clock.instant())
                    .orElseThrow()
                    .registration()
                    .ifPresent(
                            known -> Faults.retryUntilAnswered(() -> confirmAddress.confirm(session, known.ownLink())));
        }

        private void cancel(String name, SessionId session) {
            table.find(session, person(name).email(), clock.instant())
                    .orElseThrow()
                    .registration()
                    .ifPresent(known -> Faults.retryUntilAnswered(
                            () -> new Cancel(registrations, clock, retrier).cancel(session, known.ownLink())));
        }

        private void sendLetters() {
            letters.sendAllOwed(
                    sessions, sessions, sessions, registrations, stored, messages, workQueue, clock, retrier);
        }

        private Map<RegistrationId, Registration> everybody() {
            Map<RegistrationId, Registration> everybody = new HashMap<>();
            for (SessionId session : SERIES) {
                table.all(session, clock.instant())
                        .forEach(registration -> everybody.put(registration.id(), registration));
            }
            return everybody;
        }
    }
}
