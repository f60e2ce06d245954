package nl.samenkomst.local.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import nl.samenkomst.domain.CalendarPeriod;
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
import nl.samenkomst.domain.erasure.RefuseMail;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.ConfirmAddress;
import nl.samenkomst.domain.own.RegistrationsOfOneLetter;
import nl.samenkomst.domain.own.ResendOwnLink;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationKey;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.domain.signup.SignUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All that may befall a registration that nobody confirmed, at once and with faults: it is confirmed, lapses, waits, is
 * promoted, cancelled or erased; its letters leave and come back, are too many for the mailbox, or its owner refuses all.
 */
class ProofHistoryTest {

    private static final int ROUNDS = 10;
    private static final int PLACES = 2;
    private static final SessionId ID = new SessionId("geschiedenis");
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final Optional<CalendarPeriod> TWO_HOURS = CalendarPeriod.parse("PT2H");

    /** Some have one mailbox under several tags. */
    private static final List<String> PEOPLE =
            List.of("anna", "anna+1", "anna+2", "anna+3", "bo", "bo+1", "cas", "daan");

    /** A fault in what is committed, which must be found. */
    private enum PlantedBug {
        FREES_A_PLACE_WITHOUT_PROMOTING,
        STAYS_ACTIVE_AFTER_A_BOUNCE,
        FORGETS_THE_BOUNCE,
        COUNTS_NO_LETTER,
        REGISTERS_WHO_REFUSED;

        RegistrationChanges plant(RegistrationChanges changes) {
            return switch (this) {
                case FREES_A_PLACE_WITHOUT_PROMOTING ->
                    changes.withChanges(List.of(changes.changes().getFirst()));
                case STAYS_ACTIVE_AFTER_A_BOUNCE -> each(changes, ProofHistoryTest::withoutLapse);
                case FORGETS_THE_BOUNCE -> each(changes, ProofHistoryTest::withoutBounce);
                case COUNTS_NO_LETTER ->
                    changes.refusedBy().isPresent() ? changes : with(changes, Optional.empty(), changes.isDecoy());
                case REGISTERS_WHO_REFUSED ->
                    changes.isDecoy() && changes.kept().isEmpty() ? with(changes, changes.mailbox(), false) : changes;
            };
        }

        private static RegistrationChanges each(
                RegistrationChanges changes, UnaryOperator<RegistrationChange> planted) {
            return changes.withChanges(changes.changes().stream().map(planted).toList());
        }

        private static RegistrationChanges with(
                RegistrationChanges changes, Optional<Mailbox> mailbox, boolean isDecoy) {
            return new RegistrationChanges(
                    changes.seen(),
                    changes.changes(),
                    changes.records(),
                    mailbox,
                    changes.refusedBy(),
                    isDecoy,
                    changes.kept());
        }
    }

    @Test
    void noPlaceAndNoLetterIsLostOrDoubled() {
        assertThat(violations(Optional.empty(), LongStream.rangeClosed(1, Long.getLong("proof.histories", 6))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPlantedBugIsFound(PlantedBug bug) {
        assertThat(LongStream.rangeClosed(1, 6)
                        .anyMatch(seed -> !violations(Optional.of(bug), LongStream.of(seed))
                                .isEmpty()))
                .isTrue();
    }

    private static List<String> violations(Optional<PlantedBug> bug, LongStream seeds) {
        List<String> violations = new ArrayList<>();
        seeds.forEach(seed -> new ProofHistory(seed, bug)
                .violations()
                .forEach(violation -> violations.add("seed " + seed + ": " + violation)));
        return violations;
    }

    /** Returns the change of somebody whom a bounce leaves active. */
    private static RegistrationChange withoutLapse(RegistrationChange change) {
        boolean lapses = change.after()
                .filter(after -> after.state() instanceof RegistrationState.Lapsed)
                .filter(ProofHistoryTest::hasBadNews)
                .isPresent();
        return lapses
                ? new RegistrationChange(
                        change.before(),
                        change.after()
                                .map(after ->
                                        after.with(change.before().orElseThrow().state())))
                : change;
    }

    private static RegistrationChange withoutBounce(RegistrationChange change) {
        return new RegistrationChange(
                change.before(),
                change.after().map(after -> hasBadNews(after) ? after.withMailProblem(Optional.empty()) : after));
    }

    /** Returns whether letters came back or were reported, rather than being kept back by the desk. */
    private static boolean hasBadNews(Registration registration) {
        return !registration.mayBeMailed() && !registration.isWithheld();
    }

    /** What a letter tells to whom; two equal ones are one too many. */
    private record Told(RegistrationId to, LetterKind kind, Instant of) {

        static Told by(LetterRequest mail) {
            Registration to = mail.registration();
            return new Told(
                    to.id(),
                    mail.kind(),
                    switch (mail.kind()) {
                        case OWN_LINK -> to.letters().linkAskedAt();
                        case CONFIRM_ADDRESS -> to.signedUpAt();
                        default -> to.state().since();
                    });
        }
    }

    /** One sign-up: a later one with the same address has another moment. */
    private record Signed(RegistrationId id, Instant at) {

        static Signed of(Registration registration) {
            return new Signed(registration.id(), registration.signedUpAt());
        }
    }

    /** One history, which follows from its seed; shorter than a day, so that no letter is forgotten. */
    private static final class ProofHistory extends SeededHistory {

        private final Mailboxes mailboxes;
        private final Registrations registrations;
        private final DeskKey key;

        /** Everything that the mail service ever said. */
        private final List<DeliveryEvent> heard = new ArrayList<>();

        /** Sign-ups of which it was known before this round that letters do not arrive. */
        private final Set<Signed> unreachable = new HashSet<>();

        private final Map<String, OwnLink> refusedBy = new TreeMap<>();
        private final Map<Told, Integer> sent = new HashMap<>();
        private final Map<Told, Integer> repeatable = new HashMap<>();
        private final Map<MailboxId, Integer> asked = new HashMap<>();
        private final Set<String> violations = new TreeSet<>();

        ProofHistory(long seed, Optional<PlantedBug> bug) {
            super(seed, BEGIN);
            this.registrations = new FaultyRegistrations(
                    table,
                    faults,
                    changes -> bug.map(planted -> planted.plant(changes)).orElse(changes));
            this.mailboxes = new FaultyMailboxes(stored, faults);
            publish(ID, Map.of("places", PLACES, "notify", "daily"));
            this.key = retrier.call(table::deskKey);
        }

        Set<String> violations() {
            for (int round = 0; round < ROUNDS && violations.isEmpty(); round++) {
                everybody().stream()
                        .filter(ProofHistoryTest::hasBadNews)
                        .map(Signed::of)
                        .forEach(unreachable::add);
                play(operations());
                check();
                clock.advance(Duration.ofSeconds(61 + random.nextInt(3000)));
            }
            for (int sweep = 0; sweep < 4; sweep++) {
                sendLetters();
                clock.advance(Duration.ofMinutes(40));
            }
            check();
            checkEnd();
            return violations;
        }

        private List<Runnable> operations() {
            Map<String, Registration> known = new HashMap<>();
            everybody().forEach(registration -> known.put(registration.person().name(), registration));
            List<Runnable> operations = new ArrayList<>();
            for (String name : PEOPLE) {
                Optional<Registration> registration = Optional.ofNullable(known.get(name));
                registration.filter(_ -> random.nextInt(5) == 0).ifPresent(one -> operations.add(news(one)));
                registration
                        .filter(Registration::isActive)
                        .ifPresentOrElse(
                                one -> operations.add(operation(name, one.ownLink())),
                                () -> operations.add(
                                        random.nextInt(3) > 0 ? () -> signUp(name) : () -> takeBack(name)));
            }
            for (int again = random.nextInt(3); again > 0 && !heard.isEmpty(); again--) {
                DeliveryEvent event = heard.get(random.nextInt(heard.size()));
                operations.add(() -> note(event));
            }
            for (int sweep = 1 + random.nextInt(2); sweep > 0; sweep--) {
                operations.add(this::sendLetters);
            }
            return operations;
        }

        /** Returns what somebody does with the own link, if anything. */
        private Runnable operation(String name, OwnLink link) {
            return switch (random.nextInt(12)) {
                case 0, 1, 2 -> () -> confirm(link);
                case 3 -> () -> cancel(link);
                case 4 -> () -> erase(link);
                case 5 -> () -> refuse(name, link);
                case 6, 7 -> () -> askForLink(name);
                default -> () -> {};
            };
        }

        /** Returns the arrival of news of a letter that was sent in the last second. */
        private Runnable news(Registration registration) {
            Instant sentAt = clock.instant().minusSeconds(1);
            LetterTags letter =
                    new LetterTags("confirmed", ID, sentAt, List.of(new RegistrationKey(ID, registration.id())));
            DeliveryNews[] all = DeliveryNews.values();
            DeliveryEvent event = new DeliveryEvent(letter, all[random.nextInt(all.length)], sentAt);
            heard.add(event);
            return () -> note(event);
        }

        private void note(DeliveryEvent event) {
            Faults.retryUntilAnswered(() -> new NoteDelivery(registrations, clock, retrier).note(event));
        }

        private void signUp(String name) {
            Faults.retryUntilAnswered(() -> {
                clock.advance(Duration.ofMillis(1));
                return new Register(registrations, TWO_HOURS, clock, new Random(random.nextLong()), retrier)
                        .register(ID, new SignUp(person(name), Optional.empty()));
            });
        }

        private void askForLink(String name) {
            Faults.retryUntilAnswered(() -> {
                clock.advance(Duration.ofMillis(1));
                new ResendOwnLink(registrations, clock, retrier)
                        .resend(ID, person(name).email());
                return true;
            });
        }

        private void confirm(OwnLink link) {
            ConfirmAddress confirmAddress = new ConfirmAddress(
                    registrations, new RegistrationsOfOneLetter(otherRegistrations()), clock, retrier);
            Faults.retryUntilAnswered(() -> confirmAddress.confirm(ID, link));
        }

        private void cancel(OwnLink link) {
            Faults.retryUntilAnswered(() -> new Cancel(registrations, clock, retrier).cancel(ID, link));
        }

        private void erase(OwnLink link) {
            Faults.retryUntilAnswered(() -> new Erase(registrations, clock, retrier).erase(ID, link));
        }

        private void refuse(String name, OwnLink link) {
            if (Faults.retryUntilAnswered(() -> refuseMail().refuse(ID, link))) {
                refusedBy.put(name, link);
            }
        }

        private void takeBack(String name) {
            Optional.ofNullable(refusedBy.remove(name))
                    .ifPresent(
                            link -> Faults.retryUntilAnswered(() -> refuseMail().takeBack(ID, link)));
        }

        private RefuseMail refuseMail() {
            return new RefuseMail(registrations, mailboxes, clock, retrier);
        }

        private void sendLetters() {
            sendAllOwed(registrations, mailboxes, this::deliver)
                    .ifPresent(unrecorded -> repeatable.merge(Told.by(unrecorded), 1, Integer::sum));
        }

        private Delivery deliver(LetterRequest mail) {
            Mailbox mailbox = mailbox(mail.registration());
            if (mailbox.isRefused()) {
                violations.add("a letter to a mailbox that refused them");
            }
            if (unreachable.contains(Signed.of(mail.registration()))) {
                violations.add("a letter to somebody whom none reaches");
            }
            sent.merge(Told.by(mail), 1, Integer::sum);
            if (mail.kind() == LetterKind.CONFIRM_ADDRESS || mail.kind() == LetterKind.OWN_LINK) {
                asked.merge(mailbox.id(), 1, Integer::sum);
            }
            return new Delivery.Taken("message");
        }

        private void check() {
            List<Registration> everybody = everybody();
            everybody.forEach(this::check);
            checkCounts(everybody);
        }

        private void check(Registration registration) {
            Mailbox mailbox = mailbox(registration);
            Optional<DeliveryNews> worst = worstNews(registration);
            Optional<MailProblem> shown =
                    registration.mailProblem().filter(problem -> problem.kind().stopsLetters());
            if (worst.isPresent() || hasBadNews(registration)) {
                String heardWorst = worst.map(DeliveryNews::name).orElse("nothing");
                String isShown = shown.map(problem -> problem.kind().name()).orElse("nothing");
                if (!isShown.equals(heardWorst)) {
                    violations.add("heard " + heardWorst + ", and shows " + isShown);
                }
            }
            boolean hadRoom = shown.filter(problem -> problem.kind() == MailProblem.Kind.TOO_MANY)
                    .filter(problem -> lettersBefore(problem.since(), mailbox) < Mailbox.MAX_PER_HOUR)
                    .isPresent();
            if (hadRoom) {
                violations.add("a letter is kept back from a mailbox that had room for it");
            }
            if (worst.isPresent() && registration.isUnconfirmed()) {
                violations.add("heard " + worst.get() + ", and is "
                        + registration.state().word());
            }
            Optional<Instant> lapses = registration.proof().lapsesAt();
            boolean mayLapse = worst.isPresent()
                    || lapses.filter(moment ->
                                    !moment.isAfter(registration.state().since()))
                            .isPresent();
            if (registration.state() instanceof RegistrationState.Lapsed && !mayLapse) {
                violations.add("lapsed before its time");
            }
            boolean isLate = mailbox.refusal()
                    .filter(refusal -> registration.signedUpAt().isAfter(refusal.since()))
                    .isPresent();
            if (isLate) {
                violations.add("somebody is registered whose mailbox refused letters");
            }
        }

        private static long lettersBefore(Instant moment, Mailbox mailbox) {
            return mailbox.letters().stream()
                    .filter(letter -> letter.isAfter(moment.minus(Duration.ofHours(1))))
                    .filter(letter -> !letter.isAfter(moment))
                    .count();
        }

        /** Checks what must be true once nothing is owed any more. */
        private void checkEnd() {
            for (Registration registration : everybody()) {
                if (registration.isUnconfirmed()) {
                    violations.add("nobody confirmed it, and it did not lapse");
                }
                boolean isTold = registration.letters().last().isPresent();
                if (registration.isActive() && registration.mayBeMailed() && !isTold) {
                    violations.add("somebody who is " + registration.state().word() + " got no letter");
                }
            }
            sent.forEach((told, times) -> {
                if (times > 1 + repeatable.getOrDefault(told, 0)) {
                    violations.add("%s was sent %d times".formatted(told.kind(), times));
                }
            });
            int mayBeRepeated =
                    repeatable.values().stream().mapToInt(Integer::intValue).sum();
            asked.forEach((id, letters) -> {
                Mailbox mailbox = stored.find(id);
                if (letters > mailbox.letters().size() + mayBeRepeated) {
                    violations.add("%d letters, %d counted"
                            .formatted(letters, mailbox.letters().size()));
                }
                if (mailbox.letters().stream()
                        .anyMatch(letter -> lettersBefore(letter, mailbox) > Mailbox.MAX_PER_HOUR)) {
                    violations.add("too many letters in an hour");
                }
            });
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

        private void checkCounts(List<Registration> everybody) {
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
                if (hasBadNews(registration)) {
                    counted.merge(registration.isReturned() ? Count.BOUNCED : Count.COMPLAINED, 1, Integer::sum);
                }
            }
            Map<Count, Integer> places = new TreeMap<>(session.places().counts());
            places.remove(Count.FREED_BY_ERASURE);
            if (!places.equals(counted)) {
                violations.add("counted " + places + ", and there are " + counted);
            }
            int taken = counted.getOrDefault(Count.TAKEN, 0);
            if (taken > PLACES) {
                violations.add("oversold: " + taken);
            }
            if (taken < PLACES && !waiting.isEmpty()) {
                violations.add("there is room, and somebody waits");
            }
            Map<Long, RegistrationId> queue = new TreeMap<>();
            table.queue(ID).forEach(entry -> queue.put(entry.number(), entry.registration()));
            if (!queue.equals(waiting)) {
                violations.add("in the queue are " + queue.keySet() + ", and wait " + waiting.keySet());
            }
        }

        private Mailbox mailbox(Registration registration) {
            return stored.find(key.mailboxId(registration.person().email()));
        }

        private List<Registration> everybody() {
            List<Registration> everybody = new ArrayList<>();
            table.all(ID, clock.instant()).forEach(everybody::add);
            // Read in no particular order, and a seed must always give the same history.
            everybody.sort(Comparator.comparing(one -> one.person().name()));
            return everybody;
        }
    }
}
