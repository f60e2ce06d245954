package nl.samenkomst.local.tests.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.organiser.PublishSession;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.dynamodb.DynamoDbMailboxes;
import nl.samenkomst.dynamodb.DynamoDbMessages;
import nl.samenkomst.dynamodb.DynamoDbOtherRegistrations;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.DynamoDbWorkQueue;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.StoppedClock;

/** What a history needs that follows from its seed: a table of its own, a clock that it moves, turns and faults. */
class SeededHistory {

    final Random random;
    final InterleavedRunner turns;
    final Faults faults;
    final Retrier retrier;
    final StoppedClock clock;
    final DynamoDbSessions sessions;
    final WorkQueue workQueue;
    final Messages messages;

    /** Registrations and mailboxes without faults. */
    final Registrations table;

    final Mailboxes stored;

    private final FreshTable fresh = FreshTable.create();
    private final StoredDeskKey deskKey = new StoredDeskKey(new Random(1));

    SeededHistory(long seed, Instant begin) {
        this.random = new Random(seed);
        this.turns = new InterleavedRunner(new Random(seed + 1));
        this.faults = new Faults(new Random(seed + 2), turns);
        this.retrier = new Retrier(Duration.ofMinutes(2), new Random(seed + 3), duration -> {});
        this.clock = new StoppedClock(begin);
        this.sessions = new DynamoDbSessions(fresh.client(), fresh.name());
        this.workQueue = new DynamoDbWorkQueue(fresh.client(), fresh.name());
        this.messages = new DynamoDbMessages(fresh.client(), fresh.name());
        this.table = new DynamoDbRegistrations(fresh.client(), fresh.name(), deskKey);
        this.stored = new DynamoDbMailboxes(fresh.client(), fresh.name());
    }

    /** Publishes a session that starts 90 days after now. */
    void publish(SessionId session, Map<String, Object> more) {
        SessionPlan plan = SessionPlan.startingAfter(clock.instant()).with(more);
        new PublishSession(sessions, clock, retrier).publish(session, plan.document(), Optional.empty(), Actor.LOCAL);
    }

    /** Lets these take turns, with faults. */
    void play(List<Runnable> operations) {
        faults.start();
        turns.runAll(operations);
        faults.stop();
    }

    /**
     * Sends everything that is owed, until it is done or the process dies; returns the letter that may not have been
     * recorded then.
     */
    Optional<LetterRequest> sendAllOwed(Registrations registrations, Mailboxes mailboxes, Mailer mailer) {
        AtomicReference<LetterRequest> last = new AtomicReference<>();
        Mailer remembering = mail -> {
            last.set(mail);
            return mailer.send(mail);
        };
        try {
            Sender.of(
                            sessions,
                            sessions,
                            sessions,
                            registrations,
                            mailboxes,
                            messages,
                            workQueue,
                            remembering,
                            clock,
                            retrier)
                    .sendAllDue(Deadline.none());
            return Optional.empty();
        } catch (Faults.Died | SendReminders.PartialFailure died) {
            return Optional.ofNullable(last.get());
        }
    }

    DynamoDbOtherRegistrations otherRegistrations() {
        return new DynamoDbOtherRegistrations(fresh.client(), fresh.name(), deskKey);
    }

    static Person person(String name) {
        return new Person(name, new EmailAddress(name + "@example.org"), Optional.empty());
    }
}
