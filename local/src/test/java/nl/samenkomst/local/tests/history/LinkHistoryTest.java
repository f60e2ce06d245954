package nl.samenkomst.local.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.organiser.PublishSession;
import nl.samenkomst.domain.organiser.SendOwnLink;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.OwnSeries;
import nl.samenkomst.domain.own.RenewOwnLink;
import nl.samenkomst.domain.own.ResendOwnLink;
import nl.samenkomst.domain.registration.LinkKind;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.DynamoDbWorkQueue;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.StoppedClock;
import org.junit.jupiter.api.Test;

/**
 * Links that are renewed, withdrawn, asked for and replaced by signing up anew, while letters are sent and faults are
 * injected: a link that ended stays so, and everybody is mailed the link that works, no more often than asked.
 */
class LinkHistoryTest {

    private static final int ROUNDS = 8;
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final SessionId SESSION = new SessionId("versnellingskamer");
    private static final List<String> PEOPLE = List.of("noor", "piet", "sara");

    @Test
    void everybodyIsMailedTheLinkThatWorks() {
        List<String> violations = new ArrayList<>();
        LongStream.rangeClosed(1, Long.getLong("link.histories", 12))
                .forEach(seed -> new LinkHistory(seed)
                        .day()
                        .forEach(invalid -> violations.add("seed " + seed + ": " + invalid)));
        assertThat(violations).isEmpty();
    }

    /** One history, which follows from its seed. */
    private static final class LinkHistory {

        private final Random random;
        private final InterleavedRunner turns;
        private final Faults faults;
        private final Retrier retrier;
        private final StoppedClock clock = new StoppedClock(BEGIN);
        private final FreshTable fresh = FreshTable.create();
        private final Registrations table = new DynamoDbRegistrations(fresh.client(), fresh.name());
        private final DynamoDbSessions sessions = new DynamoDbSessions(fresh.client(), fresh.name());
        private final WorkQueue workQueue = new DynamoDbWorkQueue(fresh.client(), fresh.name());
        private final Registrations registrations;
        private final Letters letters;
        private final Map<RegistrationId, Set<OwnLink>> everUsed = new HashMap<>();

        LinkHistory(long seed) {
            this.random = new Random(seed);
            this.turns = new InterleavedRunner(new Random(seed + 1));
            this.faults = new Faults(new Random(seed + 2), turns);
            this.retrier = new Retrier(Duration.ofMinutes(2), new Random(seed + 3), duration -> {});
            this.registrations = new FaultyRegistrations(table, faults);
            this.letters = new Letters(new Random(seed + 4));
            new PublishSession(sessions, clock, retrier)
                    .publish(SESSION, SampleDocuments.document("places", 2), Optional.empty(), Actor.LOCAL);
        }

        List<String> day() {
            List<String> invalid = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                faults.start();
                turns.runAll(operations());
                faults.stop();
                invalid.addAll(linksThatWorkAgain());
                clock.advance(Duration.ofSeconds(random.nextInt(3) == 0 ? 0 : random.nextInt(5000)));
            }
            for (int sweep = 0; sweep < 4; sweep++) {
                clock.advance(Duration.ofMinutes(20));
                letters.sendAllOwed(sessions, sessions, registrations, workQueue, clock, retrier);
            }
            invalid.addAll(letters.invalid(everybody()));
            return invalid;
        }

        /** Returns a violation for every registration of which more than one link that was ever used still works. */
        private List<String> linksThatWorkAgain() {
            List<String> invalid = new ArrayList<>();
            everybody().forEach((id, registration) -> {
                long working = everUsed.getOrDefault(id, Set.of()).stream()
                        .filter(link -> registration.secrets().kindOf(link.secret()) == LinkKind.OWN)
                        .count();
                if (working > 1) {
                    invalid.add(working + " links of one person work");
                }
            });
            return invalid;
        }

        private List<Runnable> operations() {
            List<Runnable> operations = new ArrayList<>();
            for (String name : PEOPLE) {
                Optional<Registration> known = find(name);
                for (int times = 1 + random.nextInt(2); times > 0; times--) {
                    operations.add(known.map(one -> operation(name, one)).orElse(() -> signUp(name)));
                }
            }
            for (int sweep = 1 + random.nextInt(3); sweep > 0; sweep--) {
                operations.add(() -> letters.sendAllOwed(sessions, sessions, registrations, workQueue, clock, retrier));
            }
            return operations;
        }

        private Runnable operation(String name, Registration known) {
            everUsed.computeIfAbsent(known.id(), _ -> new HashSet<>()).add(known.ownLink());
            OwnLink link = known.ownLink();
            return switch (random.nextInt(8)) {
                case 0 -> () -> signUp(name);
                case 1 ->
                    () -> Faults.retryUntilAnswered(
                            () -> new Cancel(registrations, clock, retrier).cancel(SESSION, link));
                case 2, 3, 4 -> () -> renew(link);
                case 5 -> () -> withdraw(known.id());
                case 6 -> () -> resend(known.calendarLink());
                default -> () -> resend(somethingEnded(known));
            };
        }

        private OwnLink somethingEnded(Registration known) {
            return known.secrets().ended().isEmpty()
                    ? known.ownLink()
                    : new OwnLink(known.id(), known.secrets().ended().getFirst());
        }

        private void signUp(String name) {
            SignUp signUp = new SignUp(person(name), Optional.empty(), Optional.empty(), Map.of());
            Faults.retryUntilAnswered(
                    () -> new Register(registrations, clock, links(), retrier).register(SESSION, signUp));
        }

        private void renew(OwnLink link) {
            OwnSeries none = new OwnSeries(sessions, registrations);
            Faults.retryUntilAnswered(
                    () -> new RenewOwnLink(registrations, none, clock, links(), retrier).renew(SESSION, link));
        }

        private void withdraw(RegistrationId id) {
            Faults.retryUntilAnswered(
                    () -> new SendOwnLink(registrations, clock, links(), retrier).renew(SESSION, id, Actor.LOCAL));
        }

        private void resend(OwnLink link) {
            Faults.retryUntilAnswered(() -> new ResendOwnLink(registrations, clock, retrier).resend(SESSION, link));
        }

        private Random links() {
            return new Random(random.nextLong());
        }

        private Optional<Registration> find(String name) {
            return table.find(SESSION, RegistrationId.of(SESSION, person(name).email()), clock.instant())
                    .orElseThrow()
                    .registration();
        }

        private Map<RegistrationId, Registration> everybody() {
            Map<RegistrationId, Registration> everybody = new HashMap<>();
            table.all(SESSION, clock.instant()).forEach(registration -> everybody.put(registration.id(), registration));
            return everybody;
        }

        private static Person person(String name) {
            return new Person(name, new EmailAddress(name + "@example.org"), Optional.empty());
        }
    }
}
