package nl.samenkomst.local.tests.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.PromoteWaitlist;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.erasure.Erase;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.organiser.CancelSession;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Decide;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.organiser.Invite;
import nl.samenkomst.domain.organiser.MoveUp;
import nl.samenkomst.domain.organiser.PublishSession;
import nl.samenkomst.domain.own.Amend;
import nl.samenkomst.domain.own.AmendOutcome;
import nl.samenkomst.domain.own.Amendment;
import nl.samenkomst.domain.own.Attend;
import nl.samenkomst.domain.own.AttendOutcome;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.CancelOutcome;
import nl.samenkomst.domain.own.ConfirmAddress;
import nl.samenkomst.domain.own.RegistrationsOfOneLetter;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.domain.signup.RegisterOutcome;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.writing.MessageDraft;
import nl.samenkomst.domain.writing.SendMessage;
import nl.samenkomst.dynamodb.DynamoDbMailboxes;
import nl.samenkomst.dynamodb.DynamoDbMessages;
import nl.samenkomst.dynamodb.DynamoDbOtherRegistrations;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.DynamoDbWorkQueue;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.StoppedClock;

/**
 * Plays the history of one session and its people, all of which follows from a seed: rounds of several operations at
 * once, with injected faults. After each round, and at the end, everything is checked against what people were told.
 */
final class History {

    private static final int ROUNDS = 10;
    private static final int MAX_CONCURRENT_PEOPLE = 4;
    private static final int PEOPLE = 9;
    private static final Duration A_DAY_LATER = Duration.ofHours(25);
    private static final SessionId ID = new SessionId("geschiedenis");
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");

    private final Random random;
    private final InterleavedRunner turns;
    private final Faults faults;
    private final StoppedClock clock = new StoppedClock(BEGIN);
    private final Retrier retrier;
    private final FreshTable fresh;
    private final Registrations table;
    private final Registrations registrations;
    private final DynamoDbSessions goodSessions;
    private final Sessions sessions;
    private final Mailboxes mailboxes;
    private final WorkQueue workQueue;
    private final Messages messages;
    private final WrittenMessages written;
    private final Letters letters;
    private final Expectations expectations;
    private final Announcements announcements = new Announcements();
    private final TimeToCancel timeToCancel = new TimeToCancel();
    private final Proofs proofs = new Proofs();
    private final Random unconfirmed;
    private final Random writing;
    private final boolean asksForProof;
    private SessionPlan current;
    private final boolean startedWithThemes;
    private int venue;
    private boolean isMovedThisRound;
    private Map<RegistrationId, Registration> everybody = Map.of();
    private int operations;

    /** Prepares a history, with a planted bug if there is one. */
    History(long seed, Optional<Bug> bug) {
        // Random's first numbers are alike for neighbouring seeds.
        SplittableRandom seeds = new SplittableRandom(seed);
        this.random = new Random(seeds.nextLong());
        this.turns = new InterleavedRunner(new Random(seeds.nextLong()));
        this.faults = new Faults(new Random(seeds.nextLong()), turns);
        this.retrier = new Retrier(Duration.ofMinutes(2), new Random(seeds.nextLong()), duration -> {});
        this.current = SessionPlan.startingAfter(BEGIN)
                .with(random.nextBoolean() ? Map.of() : everyPlaceIsLate())
                .with(random.nextInt(2) == 0 ? SessionPlan.OPEN : reviewed())
                .withPlaces(2 + random.nextInt(4), random.nextInt(4), random);
        SessionDocument first = current.document();
        this.startedWithThemes = !first.themes().isEmpty();
        this.fresh = FreshTable.create();
        this.table = new DynamoDbRegistrations(fresh.client(), fresh.name(), new StoredDeskKey(new Random(1)));
        Registrations used = bug.<Registrations>map(
                        planted -> new BuggyRegistrations(table, planted, fresh.client(), fresh.name(), first))
                .orElse(table);
        this.registrations = new FaultyRegistrations(used, faults);
        this.goodSessions = new DynamoDbSessions(fresh.client(), fresh.name());
        Sessions usedSessions = bug.<Sessions>map(planted -> new BuggySessions(goodSessions, planted))
                .orElse(goodSessions);
        this.sessions = new FaultySessions(usedSessions, faults);
        this.mailboxes = new DynamoDbMailboxes(fresh.client(), fresh.name());
        this.workQueue = new DynamoDbWorkQueue(fresh.client(), fresh.name());
        Random lettersRandom = new Random(seeds.nextLong());
        this.unconfirmed = new Random(seeds.nextLong());
        this.writing = new Random(seeds.nextLong());
        this.written = new WrittenMessages(writing);
        this.messages = new FaultyMessages(new DynamoDbMessages(fresh.client(), fresh.name()), faults, bug);
        this.letters = new Letters(lettersRandom, written);
        this.asksForProof = unconfirmed.nextBoolean();
        new PublishSession(goodSessions, clock, retrier).publish(ID, first, Optional.empty(), Actor.LOCAL);
        this.expectations = new Expectations();
    }

    /** Plays the history and returns every violation; an empty list if there is none. */
    List<String> violations() {
        SessionSnapshot session = sessionSnapshot();
        for (int round = 0; round < ROUNDS; round++) {
            Expectations.Before before = expectations.before(everybody, session);
            faults.start();
            turns.runAll(operations());
            faults.stop();
            everybody = everybody();
            session = sessionSnapshot();
            List<String> invalid = new ArrayList<>(proofs.invalid(everybody));
            acceptLapses();
            invalid.addAll(expectations.invalid(before, everybody, session, entries()));
            invalid.addAll(expectations.tracesOfErased(everybody.keySet(), fresh.items()));
            invalid.addAll(letters.invalid());
            invalid.addAll(written.invalid());
            if (isMovedThisRound) {
                announcements.moved(session.session().revision());
                timeToCancel.forgetAnswers();
            }
            invalid.addAll(timeToCancel.invalid(before, everybody, announcements.lastMove(), clock.instant()));
            invalid.addAll(invalidLetters());
            announcements.forgetAllBut(everybody.keySet());
            written.forgetAllBut(everybody.keySet());
            if (random.nextInt(4) == 0) {
                cancelAndReinstate();
                invalid.addAll(invalidLetters());
            }
            if (!invalid.isEmpty()) {
                return invalid.stream().map(("round " + round + ": ")::concat).toList();
            }
            if (asksForProof) {
                askForProof();
            }
            clock.advance(random.nextInt(4) == 0 ? A_DAY_LATER : Duration.ofSeconds(61 + random.nextInt(3000)));
        }
        for (int sweep = 0; sweep < 4; sweep++) {
            sendLetters();
            clock.advance(Duration.ofMinutes(20));
        }
        List<String> invalid = new ArrayList<>(letters.invalid(everybody()));
        invalid.addAll(proofs.invalidAtTheEnd(everybody(), clock.instant().minus(Duration.ofMinutes(20))));
        invalid.addAll(invalidLetters());
        invalid.addAll(announcements.invalidAtTheEnd(everybody()));
        invalid.addAll(
                written.invalidAtTheEnd(everybody().values(), clock.instant().minus(Duration.ofMinutes(20))));
        return invalid;
    }

    /** Makes some people's addresses unconfirmed, as if they had just signed up; such a registration soon lapses. */
    private void askForProof() {
        for (Registration registration : everybody.values()) {
            if (registration.isActive() && registration.proof().isGiven() && unconfirmed.nextInt(3) == 0) {
                Instant until = clock.instant().plus(Duration.ofMinutes(unconfirmed.nextInt(120)));
                Registration asked = registration.with(new AddressProof.Awaited(Optional.of(until)));
                Instant now = clock.instant();
                SessionSnapshot session = sessionSnapshot();
                if (table.commit(RegistrationChanges.changing(session, registration, asked, now), now)
                        .isCommitted()) {
                    proofs.awaited(registration.id(), until);
                }
            }
        }
        everybody = everybody();
    }

    private void acceptLapses() {
        for (Registration registration : everybody.values()) {
            if (registration.state() instanceof RegistrationState.Lapsed) {
                expectations.lapsed(registration.id());
            }
        }
    }

    /** Checks what the letters since the last call told about the session itself. */
    private List<String> invalidLetters() {
        List<Letter> left = letters.takeUnchecked();
        timeToCancel.add(left);
        return announcements.invalid(left);
    }

    int operationsDone() {
        return operations;
    }

    int faultsInjected() {
        return faults.injected();
    }

    private List<Runnable> operations() {
        List<Integer> people =
                new ArrayList<>(IntStream.range(0, PEOPLE).boxed().toList());
        Collections.shuffle(people, random);
        List<Runnable> operations = new ArrayList<>();
        int atOnce = 2 + random.nextInt(MAX_CONCURRENT_PEOPLE - 1);
        for (int person : people.subList(0, atOnce)) {
            operations.addAll(operations("persoon" + person));
        }
        isMovedThisRound = false;
        changedPlan().ifPresent(changed -> operations.add(() -> changeSession(changed)));
        // The revision at the end of such a round is taken for that of the move.
        if (!isMovedThisRound) {
            message().ifPresent(operations::add);
        }
        for (int sweep = random.nextInt(3); sweep > 0; sweep--) {
            operations.add(this::sendLetters);
        }
        List<String> others =
                people.stream().skip(atOnce).map(person -> "persoon" + person).toList();
        operations.addAll(lapses(others));
        this.operations += operations.size();
        return operations;
    }

    /** Returns the session's plan with one change, or none. */
    private Optional<SessionPlan> changedPlan() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                int places = 1 + random.nextInt(6);
                boolean keepsNone = !startedWithThemes && random.nextInt(4) > 0;
                yield Optional.of(current.withPlaces(places, keepsNone ? 0 : random.nextInt(4), random));
            }
            case 3, 4 -> {
                isMovedThisRound = true;
                yield Optional.of(random.nextBoolean() ? current.startingAt(otherStart()) : current.with(otherVenue()));
            }
            case 5 -> Optional.of(current.with(sameVenue()));
            case 6, 7 ->
                Optional.of(current.with(current.isOpen() || random.nextInt(3) == 0 ? reviewed() : SessionPlan.OPEN));
            default -> Optional.empty();
        };
    }

    /** Returns the writing of a message, or the withdrawal of one; mostly neither. */
    private Optional<Runnable> message() {
        return switch (writing.nextInt(8)) {
            case 0, 1 -> Optional.of(this::write);
            case 2 -> written.toWithdraw().map(message -> () -> withdraw(message));
            default -> Optional.empty();
        };
    }

    private void write() {
        MessageId id = MessageId.of(clock.instant(), Actor.LOCAL.name());
        MessageDraft draft = written.draft(id, clock.instant());
        Faults.retryUntilAnswered(() -> sendMessage().send(ID, id, draft, OptionalInt.empty(), Actor.LOCAL));
        written.wrote(draft, clock.instant());
    }

    private void withdraw(MessageId message) {
        Faults.retryUntilAnswered(() -> sendMessage().withdraw(ID, message, Actor.LOCAL));
        written.withdrew(message, clock.instant());
    }

    private SendMessage sendMessage() {
        return new SendMessage(sessions, registrations, messages, clock, retrier);
    }

    /** Returns a notice period that began before anybody could sign up. */
    private Map<String, Object> everyPlaceIsLate() {
        return Map.of("noticePeriod", "P200D", "lateCancellation", random.nextBoolean());
    }

    /** Returns an admission rule by which the organiser decides; in half of them, nobody under review holds a place. */
    private Map<String, Object> reviewed() {
        return SessionPlan.reviewed(random.nextBoolean());
    }

    private Instant otherStart() {
        Instant start = current.document().when().start().toInstant();
        Instant other = BEGIN.plus(Duration.ofDays(60 + random.nextInt(50)));
        return other.equals(start) ? other.plus(Duration.ofHours(1)) : other;
    }

    private Map<String, Object> otherVenue() {
        return Map.of("place", "Zaal " + ++venue);
    }

    /** Returns the venue in capitals, or with a full stop: a correction. */
    private Map<String, Object> sameVenue() {
        return Map.of("place", random.nextBoolean() ? "ZAAL " + venue : "Zaal " + venue + ".");
    }

    /** Returns operations on one person; for somebody under review, there may be two decisions at once. */
    private List<Runnable> operations(String name) {
        Optional<Registration> known = find(name);
        if (known.filter(this::mustLapse).isPresent()) {
            return List.of(atTheLastMoment(name, known.get().ownLink()));
        }
        boolean undecided = known.filter(one -> one.state() instanceof RegistrationState.UnderReview)
                .isPresent();
        if (undecided && random.nextBoolean()) {
            return random.nextBoolean() ? List.of(decision(name), decision(name)) : List.of(decision(name));
        }
        return List.of(known.filter(one -> one.state() instanceof RegistrationState.Waitlisted)
                .filter(waiting -> random.nextInt(8) == 0)
                .<Runnable>map(waiting -> () -> moveUp(name))
                .orElseGet(() -> operation(name, known)));
    }

    private boolean mustLapse(Registration registration) {
        return registration.mustLapse(sessionSnapshot().session(), clock.instant());
    }

    /** Returns two runs of the sender if anybody must lapse, and what some of these others do while they lapse. */
    private List<Runnable> lapses(List<String> others) {
        List<Runnable> operations = new ArrayList<>();
        if (everybody.values().stream().anyMatch(this::mustLapse)) {
            operations.add(this::sendLetters);
            operations.add(this::sendLetters);
            others.stream()
                    .filter(name -> find(name).filter(this::mustLapse).isPresent())
                    .forEach(name -> operations.add(
                            atTheLastMoment(name, find(name).orElseThrow().ownLink())));
        }
        return operations;
    }

    /** Returns what somebody does while their registration lapses; whoever is first is right. */
    private Runnable atTheLastMoment(String name, OwnLink link) {
        return switch (unconfirmed.nextInt(6)) {
            case 0 -> () -> cancel(name, link);
            case 1 -> () -> erase(name, link);
            case 2, 3 -> () -> confirm(name);
            default -> () -> {};
        };
    }

    private Runnable decision(String name) {
        Decision decision = random.nextBoolean() ? Decision.ACCEPT : Decision.DECLINE;
        return () -> decide(name, decision);
    }

    /** Returns one operation by a person, which depends on their registration state. */
    private Runnable operation(String name, Optional<Registration> known) {
        Optional<String> wish = wish();
        boolean active = known.filter(Registration::isActive).isPresent();
        if (!active && random.nextInt(3) == 0) {
            return invitation(name, known, wish);
        }
        if (!active || random.nextInt(8) == 0) {
            return () -> signUp(name, wish);
        }
        OwnLink link = known.get().ownLink();
        return switch (random.nextInt(5)) {
            case 0, 1 -> () -> cancel(name, link);
            case 2 -> () -> erase(name, link);
            default -> () -> changeTheme(name, link, wish.orElse(ThemeId.ANY));
        };
    }

    /**
     * Invites somebody who is not registered; somebody who is invited attends or declines, also after having declined.
     */
    private Runnable invitation(String name, Optional<Registration> known, Optional<String> wish) {
        Optional<OwnLink> link =
                known.filter(one -> one.mayAttend(sessionSnapshot().session())).map(Registration::ownLink);
        if (link.isEmpty()) {
            return () -> invite(name);
        }
        return random.nextInt(3) == 0
                ? () -> declineInvitation(name, link.get())
                : () -> accept(name, link.get(), wish);
    }

    private void invite(String name) {
        Random links = new Random(name.hashCode());
        ChangeOutcome outcome = Faults.retryUntilAnswered(() -> new Invite(registrations, clock, links, retrier)
                .invite(ID, new SignUp(person(name), Optional.empty()), Actor.LOCAL));
        Optional<Registration> now = switch (outcome) {
            case ChangeOutcome.Added added -> Optional.of(added.now().registration());
            case ChangeOutcome.Changed changed -> Optional.of(changed.now().registration());
            default -> throw new IllegalStateException("inviting is " + outcome);
        };
        if (now.filter(one -> one.state() instanceof RegistrationState.Invited).isPresent()) {
            expectations.invited(id(name));
        }
    }

    private void accept(String name, OwnLink link, Optional<String> wish) {
        Amendment form = new Amendment(Optional.empty(), Optional.empty(), wish, Optional.empty());
        AttendOutcome outcome = Faults.retryUntilAnswered(
                () -> new Attend(registrations, clock, retrier).attend(ID, link, form),
                () -> expectations.unanswered(id(name), wish));
        switch (outcome) {
            case AttendOutcome.Attending _ -> expectations.signedUp(id(name), wish);
            case AttendOutcome.Invalid _ -> expectations.nothingHappened(id(name));
            case AttendOutcome.Refused _ -> throw new IllegalStateException("the session takes everybody");
            case AttendOutcome.NotInvited _ -> expectations.toldNotRegistered(id(name));
            case AttendOutcome.UnknownLink _ -> expectations.toldNotRegistered(id(name));
        }
    }

    private void declineInvitation(String name, OwnLink link) {
        Faults.retryUntilAnswered(() -> new Cancel(registrations, clock, retrier).cancel(ID, link));
        expectations.declinedInvitation(id(name));
    }

    private void signUp(String name, Optional<String> wish) {
        SignUp signUp = new SignUp(person(name), Optional.empty(), wish, Map.of());
        Random links = new Random(name.hashCode() + clock.instant().getEpochSecond());
        RegisterOutcome outcome = Faults.retryUntilAnswered(
                () -> new Register(registrations, Optional.empty(), clock, links, retrier).register(ID, signUp),
                () -> expectations.unanswered(id(name), wish));
        switch (outcome) {
            case RegisterOutcome.Place _ -> expectations.signedUp(id(name), wish);
            case RegisterOutcome.WaitingList _ -> expectations.signedUp(id(name), wish);
            case RegisterOutcome.Review _ -> expectations.signedUp(id(name), wish);
            case RegisterOutcome.Invalid _ -> expectations.nothingHappened(id(name));
            case RegisterOutcome.Refused _ -> throw new IllegalStateException("the session takes everybody");
            case RegisterOutcome.UnknownSession _ -> throw new IllegalStateException("the session is there");
        }
        confirm(name);
    }

    /** Confirms the address of somebody who signed up, by the link that the letter tells. */
    private void confirm(String name) {
        ConfirmAddress confirmAddress = new ConfirmAddress(
                registrations,
                new RegistrationsOfOneLetter(
                        new DynamoDbOtherRegistrations(fresh.client(), fresh.name(), new StoredDeskKey(new Random(1)))),
                clock,
                retrier);
        stored(name).filter(Registration::isActive).ifPresent(known -> {
            Faults.retryUntilAnswered(() -> confirmAddress.confirm(ID, known.ownLink()));
            stored(name)
                    .filter(told -> told.isActive() && told.proof().isGiven())
                    .ifPresent(told -> proofs.confirmed(told.id()));
        });
    }

    private Optional<Registration> stored(String name) {
        return table.find(ID, id(name), clock.instant()).flatMap(RegistrationSnapshot::registration);
    }

    private void cancel(String name, OwnLink link) {
        CancelOutcome outcome =
                Faults.retryUntilAnswered(() -> new Cancel(registrations, clock, retrier).cancel(ID, link));
        switch (outcome) {
            case CancelOutcome.Cancelled cancelled -> {
                expectations.cancelled(id(name));
                if (cancelled.registration().state() instanceof RegistrationState.Lapsed) {
                    return;
                }
                boolean late = cancelled.registration().state() instanceof RegistrationState.CancelledByPerson state
                        && state.late();
                timeToCancel.answered(
                        id(name), late ? TimeToCancel.Answer.MARKED_AS_LATE : TimeToCancel.Answer.IN_TIME);
            }
            case CancelOutcome.NoticePeriodPassed _ -> {
                expectations.nothingHappened(id(name));
                timeToCancel.answered(id(name), TimeToCancel.Answer.REFUSED);
            }
            case CancelOutcome.SessionStarted _ -> throw new IllegalStateException("nothing is over");
            case CancelOutcome.SessionCancelled _ -> throw new IllegalStateException("the session goes on");
            case CancelOutcome.UnknownLink _ -> expectations.toldNotRegistered(id(name));
        }
    }

    private void erase(String name, OwnLink link) {
        Faults.retryUntilAnswered(() -> new Erase(registrations, clock, retrier).erase(ID, link));
        expectations.erased(id(name));
    }

    private void changeTheme(String name, OwnLink link, String wish) {
        Amendment amendment = new Amendment(Optional.empty(), Optional.empty(), Optional.of(wish), Optional.empty());
        AmendOutcome outcome = Faults.retryUntilAnswered(
                () -> new Amend(registrations, clock, retrier).amend(ID, link, amendment),
                () -> expectations.unanswered(id(name), Optional.of(wish)));
        switch (outcome) {
            case AmendOutcome.Amended _ -> expectations.choseTheme(id(name), wish);
            case AmendOutcome.ThemeFull _ -> expectations.nothingHappened(id(name));
            case AmendOutcome.Invalid _ -> expectations.nothingHappened(id(name));
            case AmendOutcome.Over _ -> throw new IllegalStateException("nothing is over");
            case AmendOutcome.NotRegistered _ -> expectations.toldNotRegistered(id(name));
            case AmendOutcome.UnknownLink _ -> expectations.toldNotRegistered(id(name));
        }
    }

    private void decide(String name, Decision decision) {
        ChangeOutcome outcome = Faults.retryUntilAnswered(
                () -> new Decide(registrations, clock, retrier).decide(ID, id(name), decision, "", Actor.LOCAL));
        if (outcome instanceof ChangeOutcome.Changed) {
            expectations.decided(id(name), decision);
        }
    }

    private void moveUp(String name) {
        Faults.retryUntilAnswered(
                () -> new MoveUp(registrations, clock, retrier).moveUp(ID, id(name), "spreekt", Actor.LOCAL));
        expectations.movedUp(id(name));
    }

    private void changeSession(SessionPlan changed) {
        SessionDocument document = changed.document();
        Faults.retryUntilAnswered(() -> {
            new PublishSession(sessions, clock, retrier).publish(ID, document, Optional.empty(), Actor.LOCAL);
            return new PromoteWaitlist(sessions, registrations, clock, retrier).promoteAll(ID);
        });
        current = changed;
        expectations.sessionChanged();
    }

    /** Cancels the session and reinstates it, before anybody heard of that, or after some did. */
    private void cancelAndReinstate() {
        faults.start();
        CancelSession cancelSession = new CancelSession(sessions, clock, retrier);
        Faults.retryUntilAnswered(() -> cancelSession.cancel(ID, "", Actor.LOCAL));
        announcements.cancelled(clock.instant());
        clock.advance(Duration.ofSeconds(random.nextInt(3) == 0 ? 119 : 120));
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            turns.runAll(Collections.nCopies(1 + random.nextInt(2), this::sendLetters));
        }
        clock.advance(Duration.ofMinutes(random.nextInt(3)));
        Faults.retryUntilAnswered(() -> cancelSession.reinstate(ID, Actor.LOCAL));
        faults.stop();
    }

    private void sendLetters() {
        letters.sendAllOwed(
                goodSessions, goodSessions, sessions, registrations, mailboxes, messages, workQueue, clock, retrier);
    }

    private Optional<String> wish() {
        List<String> themes = new ArrayList<>(current.document().themes().stream()
                .map(theme -> theme.id().value())
                .toList());
        themes.add(ThemeId.ANY);
        return Optional.of(themes.get(random.nextInt(themes.size())));
    }

    /** Returns the registration as it was before this round. */
    private Optional<Registration> find(String name) {
        return Optional.ofNullable(everybody.get(id(name)));
    }

    private Map<RegistrationId, Registration> everybody() {
        Map<RegistrationId, Registration> everybody = new HashMap<>();
        table.all(ID, clock.instant()).forEach(registration -> everybody.put(registration.id(), registration));
        return everybody;
    }

    private SessionSnapshot sessionSnapshot() {
        return goodSessions.find(ID).orElseThrow();
    }

    /** Returns the stored queue: registration ids by queue number. */
    private Map<Long, RegistrationId> entries() {
        Map<Long, RegistrationId> entries = new TreeMap<>();
        table.queue(ID).forEach(entry -> entries.put(entry.number(), entry.registration()));
        return entries;
    }

    private RegistrationId id(String name) {
        return switch (table.deskKey()) {
            case Attempt.Settled<DeskKey> key ->
                key.value().registrationId(ID, person(name).email());
            case Attempt.Conflict<DeskKey> conflict -> throw new AssertionError(conflict.cause());
        };
    }

    private static Person person(String name) {
        return new Person(name, new EmailAddress(name + "@example.org"), Optional.empty());
    }
}
