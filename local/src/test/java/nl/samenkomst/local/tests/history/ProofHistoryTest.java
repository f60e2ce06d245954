package nl.samenkomst.local.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.delivery.DeliveryEvent;
import nl.samenkomst.domain.delivery.DeliveryNews;
import nl.samenkomst.domain.delivery.LetterTags;
import nl.samenkomst.domain.delivery.NoteDelivery;
import nl.samenkomst.domain.erasure.Erase;
import nl.samenkomst.domain.organiser.PublishSession;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.ConfirmAddress;
import nl.samenkomst.domain.own.RegistrationsOfOneLetter;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationKey;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.StoppedClock;
import org.junit.jupiter.api.Test;

/**
 * News of letters, some of it old or repeated, while people sign up, cancel and erase, and faults are injected: each
 * registration ends up with the worst news of its own letters, and no place is lost or doubled.
 */
class BounceHistoryTest {

    private static final int ROUNDS = 8;
    private static final int PLACES = 3;
    private static final SessionId ID = new SessionId("geschiedenis");
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final List<String> PEOPLE = List.of("anna", "bo", "cas", "daan", "eva", "finn", "gijs");

    @Test
    void everyRegistrationHasTheWorstNewsOfItsOwnLetters() {
        assertThat(violations(UnaryOperator.identity(), Long.getLong("bounce.histories", 12)))
                .isEmpty();
    }

    @Test
    void findsAPlaceThatIsFreedWithoutPromoting() {
        UnaryOperator<RegistrationChanges> onlyTheFirst =
                changes -> changes.withChanges(List.of(changes.changes().getFirst()));

        assertThat(violations(onlyTheFirst, 4)).anyMatch(violation -> violation.contains("there is room"));
    }

    @Test
    void findsSomebodyUnconfirmedWhomABounceLeavesActive() {
        UnaryOperator<RegistrationChanges> staysActive = changes -> changes.withChanges(
                changes.changes().stream().map(BounceHistoryTest::withItsState).toList());

        assertThat(violations(staysActive, 4)).anyMatch(violation -> violation.matches(".*heard \\w+, and is \\w+"));
    }

    /** Notes the problem of somebody who lapses, and leaves the state. */
    private static RegistrationChange withItsState(RegistrationChange change) {
        boolean lapses = change.after()
                .filter(after -> after.state() instanceof RegistrationState.Lapsed)
                .isPresent();
        return lapses && change.before().isPresent()
                ? new RegistrationChange(
                        change.before(),
                        change.after()
                                .map(after -> after.with(change.before().get().state())))
                : change;
    }

    private static List<String> violations(UnaryOperator<RegistrationChanges> bug, long seeds) {
        List<String> violations = new ArrayList<>();
        LongStream.rangeClosed(1, seeds)
                .forEach(seed -> new BounceHistory(seed, bug)
                        .violations()
                        .forEach(violation -> violations.add("seed " + seed + ": " + violation)));
        return violations;
    }

    /** One history, which follows from its seed. */
    private static final class BounceHistory {

        private final Random random;
        private final InterleavedRunner turns;
        private final Faults faults;
        private final Retrier retrier;
        private final StoppedClock clock = new StoppedClock(BEGIN);
        private final FreshTable fresh = FreshTable.create();
        private final Registrations table =
                new DynamoDbRegistrations(fresh.client(), fresh.name(), new StoredDeskKey(new Random(1)));
        private final DynamoDbSessions sessions = new DynamoDbSessions(fresh.client(), fresh.name());
        private final Registrations registrations;
        private final ConfirmAddress confirmAddress;

        /** Everything that the mail service ever said. */
        private final List<DeliveryEvent> heard = new ArrayList<>();

        BounceHistory(long seed, UnaryOperator<RegistrationChanges> bug) {
            this.random = new Random(seed);
            this.turns = new InterleavedRunner(new Random(seed + 1));
            this.faults = new Faults(new Random(seed + 2), turns);
            this.retrier = new Retrier(Duration.ofMinutes(2), new Random(seed + 3), duration -> {});
            this.registrations = new FaultyRegistrations(table, faults, bug);
            this.confirmAddress = new ConfirmAddress(
                    table, new RegistrationsOfOneLetter((own, session, now) -> List.of()), clock, retrier);
            SessionPlan plan = SessionPlan.startingAfter(BEGIN).with(Map.of("places", PLACES, "notify", "daily"));
            new PublishSession(sessions, clock, retrier).publish(ID, plan.document(), Optional.empty(), Actor.LOCAL);
        }

        List<String> violations() {
            for (int round = 0; round < ROUNDS; round++) {
                List<Runnable> operations = operations();
                faults.start();
                turns.runAll(operations);
                faults.stop();
                List<String> invalid = invalid();
                if (!invalid.isEmpty()) {
                    int when = round;
                    return invalid.stream()
                            .map(what -> "round " + when + ", " + what)
                            .toList();
                }
                confirmSome();
                clock.advance(Duration.ofSeconds(61 + random.nextInt(3000)));
            }
            return List.of();
        }

        private List<Runnable> operations() {
            Map<String, Registration> known = new HashMap<>();
            everybody().forEach(registration -> known.put(registration.person().name(), registration));
            List<Runnable> operations = new ArrayList<>();
            for (String name : PEOPLE) {
                Optional<Registration> registration = Optional.ofNullable(known.get(name));
                boolean isActive = registration.filter(Registration::isActive).isPresent();
                if (!isActive && random.nextInt(3) > 0) {
                    operations.add(() -> signUp(name));
                }
                if (registration.isPresent() && random.nextInt(2) == 0) {
                    DeliveryEvent event = news(registration.get());
                    heard.add(event);
                    operations.add(() -> note(event));
                }
                if (isActive && random.nextInt(6) == 0) {
                    OwnLink link = registration.orElseThrow().ownLink();
                    operations.add(random.nextInt(3) == 0 ? () -> erase(link) : () -> cancel(link));
                }
            }
            for (int repeated = random.nextInt(3); repeated > 0 && !heard.isEmpty(); repeated--) {
                DeliveryEvent event = heard.get(random.nextInt(heard.size()));
                operations.add(() -> note(event));
            }
            return operations;
        }

        /** Returns news of a letter that was sent in the last second. */
        private DeliveryEvent news(Registration registration) {
            Instant sentAt = clock.instant().minusSeconds(1);
            LetterTags letter =
                    new LetterTags("confirmed", ID, sentAt, List.of(new RegistrationKey(ID, registration.id())));
            DeliveryNews[] all = DeliveryNews.values();
            return new DeliveryEvent(letter, all[random.nextInt(all.length)], sentAt);
        }

        private void note(DeliveryEvent event) {
            Faults.retryUntilAnswered(() -> new NoteDelivery(registrations, clock, retrier).note(event));
        }

        private void signUp(String name) {
            Random links = new Random(name.hashCode() + clock.instant().getEpochSecond());
            Faults.retryUntilAnswered(() -> new Register(registrations, Optional.empty(), clock, links, retrier)
                    .register(ID, new SignUp(person(name), Optional.empty())));
        }

        private void cancel(OwnLink link) {
            Faults.retryUntilAnswered(() -> new Cancel(registrations, clock, retrier).cancel(ID, link));
        }

        private void erase(OwnLink link) {
            Faults.retryUntilAnswered(() -> new Erase(registrations, clock, retrier).erase(ID, link));
        }

        /** Confirms the addresses of half of the new registrations. */
        private void confirmSome() {
            for (Registration registration : everybody()) {
                boolean isNew = registration.signedUpAt().equals(clock.instant());
                if (isNew && registration.isActive() && random.nextBoolean()) {
                    assertThat(confirmAddress.confirm(ID, registration.ownLink()))
                            .isTrue();
                }
            }
        }

        private List<String> invalid() {
            List<String> invalid = new ArrayList<>();
            List<Registration> everybody = everybody();
            for (Registration registration : everybody) {
                Optional<DeliveryNews> worst = worstNews(registration);
                String expected = worst.map(DeliveryNews::name).orElse("none");
                String shown = registration
                        .mailProblem()
                        .map(MailProblem::kind)
                        .filter(MailProblem.Kind::stopsLetters)
                        .map(MailProblem.Kind::name)
                        .orElse("none");
                if (!expected.equals(shown)) {
                    invalid.add("heard " + expected + ", and shows " + shown);
                }
                boolean isUnconfirmed = !registration.proof().isGiven();
                if (worst.isPresent() && isUnconfirmed && registration.isActive()) {
                    invalid.add("heard " + expected + ", and is "
                            + registration.state().word());
                }
                if (registration.state() instanceof RegistrationState.Lapsed && (worst.isEmpty() || !isUnconfirmed)) {
                    invalid.add("lapsed, and heard " + expected);
                }
                // No letter leaves in these histories, so one is owed to everybody who may get it.
                if (registration.isActive()
                        && shown.equals("none") == registration.dueAt().isEmpty()) {
                    invalid.add("shows " + shown + ", and a letter is due: " + registration.dueAt());
                }
            }
            checkCounts(everybody, invalid);
            return invalid;
        }

        /** Returns the worst that was heard of letters since the person signed up; empty if they may get more. */
        private Optional<DeliveryNews> worstNews(Registration registration) {
            List<DeliveryNews> fromBad =
                    List.of(DeliveryNews.SUPPRESSED, DeliveryNews.BOUNCED, DeliveryNews.COMPLAINED);
            return heard.stream()
                    .filter(event ->
                            event.letter().registrations().getFirst().id().equals(registration.id()))
                    .filter(event -> !event.letter().sentAt().isBefore(registration.signedUpAt()))
                    .map(DeliveryEvent::news)
                    .filter(fromBad::contains)
                    .max(Comparator.comparing(fromBad::indexOf));
        }

        private void checkCounts(List<Registration> everybody, List<String> invalid) {
            SessionSnapshot session = sessions.find(ID).orElseThrow();
            Map<Count, Integer> counted = new TreeMap<>();
            Map<Long, RegistrationId> waiting = new TreeMap<>();
            for (Registration registration : everybody) {
                switch (registration.state()) {
                    case RegistrationState.Confirmed _ -> counted.merge(Count.TAKEN, 1, Integer::sum);
                    case RegistrationState.Waitlisted line -> {
                        counted.merge(Count.WAITING, 1, Integer::sum);
                        waiting.put(line.number(), registration.id());
                    }
                    default -> counted.merge(Count.CANCELLED, 1, Integer::sum);
                }
                if (registration.isUnconfirmed()) {
                    counted.merge(Count.UNCONFIRMED, 1, Integer::sum);
                    if (registration.state() instanceof RegistrationState.Confirmed) {
                        counted.merge(Count.UNCONFIRMED_PLACES, 1, Integer::sum);
                    }
                }
                registration
                        .mailProblem()
                        .filter(problem -> problem.kind().stopsLetters())
                        .map(problem -> problem.kind().isReturned() ? Count.BOUNCED : Count.COMPLAINED)
                        .ifPresent(count -> counted.merge(count, 1, Integer::sum));
            }
            Map<Count, Integer> stored = new TreeMap<>(session.places().counts());
            stored.remove(Count.FREED_BY_ERASURE);
            if (!stored.equals(counted)) {
                invalid.add("counted " + stored + ", and there are " + counted);
            }
            int taken = counted.getOrDefault(Count.TAKEN, 0);
            if (taken > PLACES) {
                invalid.add("oversold: " + taken);
            }
            if (taken < PLACES && !waiting.isEmpty()) {
                invalid.add("there is room, and somebody waits");
            }
            Map<Long, RegistrationId> queue = new TreeMap<>();
            table.queue(ID).forEach(entry -> queue.put(entry.number(), entry.registration()));
            if (!queue.equals(waiting)) {
                invalid.add("in the queue are " + queue.keySet() + ", and wait " + waiting.keySet());
            }
        }

        private List<Registration> everybody() {
            List<Registration> everybody = new ArrayList<>();
            table.all(ID, clock.instant()).forEach(everybody::add);
            // Read in no particular order, and a seed must always give the same history.
            everybody.sort(Comparator.comparing(one -> one.person().name()));
            return everybody;
        }

        private static Person person(String name) {
            return new Person(name, new EmailAddress(name + "@example.org"), Optional.empty());
        }
    }
}
