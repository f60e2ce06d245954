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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.bulk.CancelUnconfirmed;
import nl.samenkomst.domain.bulk.SignUpPeriod;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.erasure.Erase;
import nl.samenkomst.domain.organiser.CancelRegistration;
import nl.samenkomst.domain.organiser.PublishSession;
import nl.samenkomst.domain.own.ConfirmAddress;
import nl.samenkomst.domain.own.RegistrationsOfOneLetter;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.dynamodb.DynamoDbOtherRegistrations;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.StoppedClock;
import org.junit.jupiter.api.Test;

/**
 * Two organisers cancel everybody unconfirmed at the same time, while some of those confirm, some erase themselves, one
 * is cancelled alone and others sign up, in an order that follows from a seed, with faults in a fifth of all writes.
 */
class CancelUnconfirmedHistoryTest {

    private static final SessionId ID = new SessionId("geschiedenis");
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final Person REAL = person("noor");

    @Test
    void nobodyWhoConfirmedIsCancelledAndNoPlaceIsLost() {
        for (long seed = 1; seed <= Long.getLong("cancel.histories", 12); seed++) {
            new Play(seed).check();
        }
    }

    private static final class Play {

        private final long seed;
        private final Random random;
        private final StoppedClock clock = new StoppedClock(BEGIN);
        private final FreshTable fresh = FreshTable.create();
        private final Registrations table =
                new DynamoDbRegistrations(fresh.client(), fresh.name(), new StoredDeskKey(new Random(1)));
        private final DynamoDbSessions goodSessions = new DynamoDbSessions(fresh.client(), fresh.name());
        private final InterleavedRunner turns;
        private final Faults faults;
        private final Registrations registrations;
        private final Sessions sessions;
        private final Retrier retrier;
        private final Set<String> confirmed = new ConcurrentSkipListSet<>();
        private final SessionPlan plan;

        Play(long seed) {
            this.seed = seed;
            this.random = new Random(seed * 7_919);
            this.turns = new InterleavedRunner(new Random(random.nextLong()));
            this.faults = new Faults(new Random(random.nextLong()), turns);
            this.registrations = new FaultyRegistrations(table, faults);
            this.sessions = new FaultySessions(goodSessions, faults);
            this.retrier = new Retrier(Duration.ofMinutes(2), new Random(random.nextLong()), duration -> {});
            this.plan = SessionPlan.startingAfter(BEGIN)
                    .with(random.nextInt(3) == 0 ? SessionPlan.reviewed(random.nextBoolean()) : SessionPlan.OPEN)
                    .withPlaces(3 + random.nextInt(8), random.nextInt(3), random);
        }

        void check() {
            faults.stop();
            new PublishSession(goodSessions, clock, retrier)
                    .publish(ID, plan.document(), Optional.empty(), Actor.LOCAL);
            List<String> madeUp = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                madeUp.add("verzonnen" + i);
                signUp(person("verzonnen" + i));
            }
            signUp(REAL);
            confirmAddress(table)
                    .confirm(ID, find(table, REAL.name()).orElseThrow().ownLink());
            Collections.shuffle(madeUp, random);
            Expectations expectations = new Expectations();
            Map<RegistrationId, Registration> everybody = everybody();
            Expectations.Before before = expectations.before(everybody, sessionSnapshot());

            List<Runnable> tasks = new ArrayList<>(List.of(this::cancelAll, this::cancelAll));
            madeUp.subList(0, 3).forEach(name -> tasks.add(() -> confirm(name)));
            madeUp.subList(3, 5).forEach(name -> tasks.add(() -> erase(name)));
            tasks.add(() -> cancelOne(madeUp.get(5)));
            faults.start();
            turns.runAll(tasks);
            faults.stop();

            Map<RegistrationId, Registration> after = everybody();
            assertThat(expectations.invalid(before, after, sessionSnapshot(), entries()))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(after.values())
                    .as("seed %d: everybody else is cancelled", seed)
                    .noneMatch(Registration::isUnconfirmed);
            assertThat(after.values())
                    .as("seed %d: nobody who confirmed is cancelled", seed)
                    .noneMatch(one -> !one.isActive() && one.proof().isGiven());
            assertThat(after.values().stream()
                            .filter(Registration::isActive)
                            .map(one -> one.person().name())
                            .sorted())
                    .as("seed %d: whoever was told that the address is confirmed stays", seed)
                    .containsExactlyElementsOf(withReal(confirmed));
            checkRecords(after);
        }

        private static Set<String> withReal(Set<String> others) {
            Set<String> all = new TreeSet<>(others);
            all.add(REAL.name());
            return all;
        }

        private void checkRecords(Map<RegistrationId, Registration> everybody) {
            List<String> cancelled = everybody.values().stream()
                    .filter(one -> one.state() instanceof RegistrationState.CancelledByOrganiser)
                    .map(one -> one.id().value())
                    .sorted()
                    .toList();
            assertThat(goodSessions.changes(ID, clock.instant()).stream()
                            .filter(entry -> entry.what().equals("unconfirmed-cancelled")
                                    || entry.what().equals("cancelled"))
                            .map(AuditEntry::registration)
                            .flatMap(Optional::stream)
                            .filter(id -> everybody.keySet().stream()
                                    .anyMatch(one -> one.value().equals(id)))
                            .sorted())
                    .as("seed %d: each is recorded once", seed)
                    .containsExactlyElementsOf(cancelled);
        }

        private void cancelAll() {
            Faults.retryUntilAnswered(() -> new CancelUnconfirmed(sessions, registrations, clock, retrier)
                    .cancel(ID, SignUpPeriod.ALL, "", Actor.LOCAL, Deadline.none()));
        }

        private void cancelOne(String name) {
            Faults.retryUntilAnswered(
                    () -> new CancelRegistration(registrations, clock, retrier).cancel(ID, id(name), "", Actor.LOCAL));
        }

        private void erase(String name) {
            Registration known = find(table, name).orElseThrow();
            Faults.retryUntilAnswered(() -> new Erase(registrations, clock, retrier).erase(ID, known.ownLink()));
        }

        /** Presses the button on the own page; whoever is told that it is confirmed then, counts as told so. */
        private void confirm(String name) {
            OwnLink link = find(table, name).orElseThrow().ownLink();
            Faults.retryUntilAnswered(() -> confirmAddress(registrations).confirm(ID, link));
            find(table, name)
                    .filter(told -> told.isActive() && told.proof().isGiven())
                    .ifPresent(told -> confirmed.add(name));
        }

        private ConfirmAddress confirmAddress(Registrations where) {
            return new ConfirmAddress(
                    where,
                    new RegistrationsOfOneLetter(new DynamoDbOtherRegistrations(
                            fresh.client(), fresh.name(), new StoredDeskKey(new Random(1)))),
                    clock,
                    retrier);
        }

        private void signUp(Person person) {
            Optional<String> wish = Optional.of(ThemeId.ANY);
            new Register(
                            table,
                            Optional.empty(),
                            clock,
                            new Random(person.name().hashCode()),
                            retrier)
                    .register(ID, new SignUp(person, Optional.empty(), wish, Map.of()));
        }

        private Optional<Registration> find(Registrations where, String name) {
            return where.find(ID, id(name), clock.instant()).flatMap(RegistrationSnapshot::registration);
        }

        private RegistrationId id(String name) {
            return retrier.call(table::deskKey).registrationId(ID, person(name).email());
        }

        private Map<RegistrationId, Registration> everybody() {
            Map<RegistrationId, Registration> everybody = new HashMap<>();
            table.all(ID, clock.instant()).forEach(one -> everybody.put(one.id(), one));
            return everybody;
        }

        private SessionSnapshot sessionSnapshot() {
            return goodSessions.find(ID).orElseThrow();
        }

        private Map<Long, RegistrationId> entries() {
            Map<Long, RegistrationId> entries = new TreeMap<>();
            table.queue(ID).forEach(entry -> entries.put(entry.number(), entry.registration()));
            return entries;
        }
    }

    private static Person person(String name) {
        return new Person(name, new EmailAddress(name + "@example.org"), Optional.empty());
    }
}
