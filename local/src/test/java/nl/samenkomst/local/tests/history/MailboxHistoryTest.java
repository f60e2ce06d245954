package nl.samenkomst.local.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.erasure.RefuseMail;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.mailbox.MailRefusal;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.mailbox.RefusedLink;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.ResendOwnLink;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.domain.signup.RegisterTogether;
import nl.samenkomst.domain.signup.SignUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Strangers sign two mailboxes up under many tags, for several sessions, and ask for their links, while their owners
 * refuse all letters and take that back, letters are sent and faults are injected.
 */
class MailboxHistoryTest {

    private static final int ROUNDS = 8;
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final List<String> OWNERS = List.of("noor", "piet");
    private static final List<SessionId> SERIES = List.of(new SessionId("een"), new SessionId("twee"));

    /** A fault that must be found. */
    private enum PlantedBug {
        COUNTS_NO_LETTER,
        LOOKS_AT_NO_MAILBOX,
        REGISTERS_WHO_REFUSED,
        ERASES_WITHOUT_REFUSING
    }

    @Test
    void aMailboxIsProtectedWhateverHappens() {
        List<String> violations = new ArrayList<>();
        LongStream.rangeClosed(1, Long.getLong("mailbox.histories", 6))
                .forEach(seed -> new MailboxHistory(seed, Optional.empty())
                        .violations()
                        .forEach(invalid -> violations.add("seed " + seed + ": " + invalid)));
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPlantedBugIsFound(PlantedBug bug) {
        assertThat(LongStream.rangeClosed(1, 6)
                        .anyMatch(seed -> !new MailboxHistory(seed, Optional.of(bug))
                                .violations()
                                .isEmpty()))
                .isTrue();
    }

    /** One history, which follows from its seed; shorter than a day, so that no letter is forgotten. */
    private static final class MailboxHistory extends SeededHistory {

        private final Optional<PlantedBug> bug;
        private final Registrations registrations;
        private final Mailboxes mailboxes;
        private final DeskKey key;
        private final Map<String, OwnLink> refusedBy = new HashMap<>();
        private final Map<MailboxId, Map<LetterKind, Integer>> sent = new HashMap<>();
        private final Set<String> violations = new TreeSet<>();

        /** Letters that may have left twice, or about each session since a sign-up for several died halfway. */
        private int repeatable;

        MailboxHistory(long seed, Optional<PlantedBug> bug) {
            super(seed, BEGIN);
            this.bug = bug;
            this.registrations = new FaultyRegistrations(
                    table,
                    faults,
                    changes -> bug.map(planted -> planted(planted, changes)).orElse(changes));
            this.mailboxes = new FaultyMailboxes(stored, faults);
            SERIES.forEach(session -> publish(session, Map.of("series", "Reeks")));
            this.key = retrier.call(table::deskKey);
        }

        List<String> violations() {
            for (int round = 0; round < ROUNDS; round++) {
                play(operations());
                clock.advance(Duration.ofSeconds(61 + random.nextInt(4000)));
            }
            for (int sweep = 0; sweep < 4; sweep++) {
                sendLetters();
                clock.advance(Duration.ofMinutes(20));
            }
            OWNERS.forEach(this::check);
            SERIES.forEach(this::checkPlaces);
            return List.copyOf(violations);
        }

        private List<Runnable> operations() {
            List<Runnable> operations = new ArrayList<>();
            for (String owner : OWNERS) {
                for (int times = 1 + random.nextInt(3); times > 0; times--) {
                    String name = random.nextInt(3) == 0 ? owner : owner + "+" + random.nextInt(40);
                    boolean both = random.nextBoolean();
                    SessionId session = SERIES.get(random.nextInt(SERIES.size()));
                    operations.add(() -> signUp(name, session, both));
                }
                SessionId asked = SERIES.get(random.nextInt(SERIES.size()));
                switch (random.nextInt(5)) {
                    case 0 -> operations.add(() -> askLink(owner, asked));
                    case 1 -> operations.add(() -> cancel(owner, asked));
                    case 2 -> operations.add(() -> refuse(owner, asked));
                    case 3 -> operations.add(() -> takeBack(owner));
                    default -> operations.add(this::sendLetters);
                }
            }
            operations.add(this::sendLetters);
            return operations;
        }

        private void signUp(String name, SessionId first, boolean both) {
            List<SessionId> also = SERIES.stream()
                    .filter(other -> both && !other.equals(first))
                    .toList();
            SignUp signUp = new SignUp(person(name), Optional.empty(), Optional.empty(), Map.of(), also);
            Faults.retryUntilAnswered(
                    () -> {
                        clock.advance(Duration.ofMillis(1));
                        Register register = new Register(
                                registrations, Optional.empty(), clock, new Random(random.nextLong()), retrier);
                        return new RegisterTogether(register, sessions, registrations, clock, retrier)
                                .register(first, signUp);
                    },
                    () -> repeatable += also.size());
        }

        private void askLink(String owner, SessionId session) {
            Faults.retryUntilAnswered(() -> {
                clock.advance(Duration.ofMillis(1));
                new ResendOwnLink(registrations, clock, retrier)
                        .resend(session, person(owner).email());
                return true;
            });
        }

        private void cancel(String owner, SessionId session) {
            registered(owner, session)
                    .ifPresent(known -> Faults.retryUntilAnswered(
                            () -> new Cancel(registrations, clock, retrier).cancel(session, known.ownLink())));
        }

        private void refuse(String owner, SessionId session) {
            registered(owner, session).ifPresent(known -> {
                OwnLink link = known.ownLink();
                Boolean refused = Faults.retryUntilAnswered(() -> refuseMail().refuse(session, link));
                if (!mailbox(person(owner).email()).isRefused()) {
                    violations.add("a refusal was accepted that is not in force");
                }
                if (refused) {
                    refusedBy.put(owner + " " + session, link);
                }
            });
        }

        private void takeBack(String owner) {
            for (SessionId session : SERIES) {
                Optional.ofNullable(refusedBy.remove(owner + " " + session))
                        .ifPresent(link ->
                                Faults.retryUntilAnswered(() -> refuseMail().takeBack(session, link)));
            }
        }

        private RefuseMail refuseMail() {
            return new RefuseMail(registrations, mailboxes, clock, retrier);
        }

        private Optional<Registration> registered(String name, SessionId session) {
            return table.find(session, person(name).email(), clock.instant())
                    .orElseThrow()
                    .registration();
        }

        private void sendLetters() {
            Mailboxes asked = bug.equals(Optional.of(PlantedBug.LOOKS_AT_NO_MAILBOX)) ? new NoMailboxes() : mailboxes;
            sendAllOwed(registrations, asked, this::deliver).ifPresent(unrecorded -> repeatable++);
        }

        private Delivery deliver(LetterRequest mail) {
            Mailbox mailbox = mailbox(mail.registration().person().email());
            if (mailbox.isRefused()) {
                violations.add("a letter to a mailbox that refused them");
            }
            sent.computeIfAbsent(mailbox.id(), first -> new EnumMap<>(LetterKind.class))
                    .merge(mail.kind(), 1, Integer::sum);
            return new Delivery.Taken("message");
        }

        private void check(String owner) {
            Mailbox mailbox = mailbox(person(owner).email());
            for (Instant letter : mailbox.letters()) {
                long withinTheHour = mailbox.letters().stream()
                        .filter(other -> !other.isBefore(letter) && other.isBefore(letter.plus(Duration.ofHours(1))))
                        .count();
                if (withinTheHour > Mailbox.MAX_PER_HOUR) {
                    violations.add("%d letters in an hour".formatted(withinTheHour));
                }
            }
            Map<LetterKind, Integer> letters = sent.getOrDefault(mailbox.id(), Map.of());
            int asked = Stream.of(LetterKind.CONFIRMED, LetterKind.CONFIRM_ADDRESS, LetterKind.OWN_LINK)
                    .mapToInt(kind -> letters.getOrDefault(kind, 0))
                    .sum();
            if (asked > mailbox.letters().size() + repeatable) {
                violations.add("%d letters, %d counted"
                        .formatted(asked, mailbox.letters().size()));
            }
            for (SessionId session : SERIES) {
                for (Registration known : table.all(session, clock.instant())) {
                    if (mailbox(known.person().email()).id().equals(mailbox.id())) {
                        check(known, mailbox);
                    }
                }
            }
        }

        private void check(Registration known, Mailbox mailbox) {
            boolean isLate = mailbox.refusal()
                    .filter(refusal -> known.signedUpAt().isAfter(refusal.since()))
                    .isPresent();
            if (isLate) {
                violations.add("somebody is registered whose mailbox refused letters");
            }
            boolean isTold = known.letters().last().isPresent();
            if (known.mayBeMailed() && !mailbox.isRefused() && !isTold) {
                violations.add("somebody who is " + known.state().word() + " got no letter");
            }
        }

        private void checkPlaces(SessionId session) {
            List<Registration> all = new ArrayList<>();
            table.all(session, clock.instant()).forEach(all::add);
            long confirmed = all.stream()
                    .filter(known -> known.state() instanceof RegistrationState.Confirmed)
                    .count();
            int taken = sessions.find(session).orElseThrow().places().taken();
            if (taken != confirmed) {
                violations.add("%d places taken by %d people".formatted(taken, confirmed));
            }
        }

        private Mailbox mailbox(EmailAddress address) {
            return stored.find(key.mailboxId(address));
        }

        private static RegistrationChanges planted(PlantedBug bug, RegistrationChanges changes) {
            boolean isRefusal = changes.refusedBy().isPresent();
            return switch (bug) {
                case COUNTS_NO_LETTER -> isRefusal ? changes : without(changes, changes.isDecoy());
                case LOOKS_AT_NO_MAILBOX -> changes;
                case REGISTERS_WHO_REFUSED ->
                    changes.isDecoy() && changes.kept().isEmpty() ? without(changes, false) : changes;
                case ERASES_WITHOUT_REFUSING -> isRefusal ? without(changes, false) : changes;
            };
        }

        private static RegistrationChanges without(RegistrationChanges changes, boolean isDecoy) {
            return new RegistrationChanges(
                    changes.seen(),
                    changes.changes(),
                    changes.records(),
                    Optional.empty(),
                    Optional.empty(),
                    isDecoy,
                    changes.kept());
        }
    }

    /** Knows nothing of any mailbox. */
    private static final class NoMailboxes implements Mailboxes {

        @Override
        public Mailbox find(MailboxId id) {
            return Mailbox.unknown(id);
        }

        @Override
        public Optional<Mailbox> refusedBy(RefusedLink link, Instant now) {
            return Optional.empty();
        }

        @Override
        public WriteResult takeBack(MailRefusal refusal, Mailbox accepting, Instant now) {
            throw new AssertionError("the sender takes nothing back");
        }
    }
}
