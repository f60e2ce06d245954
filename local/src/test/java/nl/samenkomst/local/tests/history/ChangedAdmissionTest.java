package nl.samenkomst.local.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.PromoteWaitlist;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.organiser.PublishSession;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Opens a session with one place while an earlier change is still being applied, in several orders of their steps. */
class ChangedAdmissionTest {

    private static final int ORDERS = 15;
    private static final SessionId ID = new SessionId("versnellingskamer");
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final Person NOOR = person("noor");
    private static final Person ADAM = person("adam");
    private static final SessionPlan REVIEWED =
            SessionPlan.startingAfter(BEGIN).with(Map.of("places", 1)).with(SessionPlan.reviewed(false));

    private final StoppedClock clock = new StoppedClock(BEGIN);
    private final FreshTable table = FreshTable.create();
    private final Registrations registrations =
            new DynamoDbRegistrations(table.client(), table.name(), new StoredDeskKey(new Random(1)));
    private final Sessions sessions = new DynamoDbSessions(table.client(), table.name());

    @Test
    void givesThePlaceToWhoeverCameFirst() {
        publish(sessions, REVIEWED);
        signUp(NOOR);
        clock.advance(Duration.ofMinutes(1));
        signUp(ADAM);
        List<Map<String, AttributeValue>> bothUnderReview = table.items();
        new SplittableRandom(1).longs(ORDERS).forEach(order -> {
            table.restore(bothUnderReview);
            open(new InterleavedRunner(new Random(order)));
            assertThat(state(NOOR)).as("order %d", order).containsInstanceOf(RegistrationState.Confirmed.class);
            assertThat(state(ADAM)).as("order %d", order).containsInstanceOf(RegistrationState.Waitlisted.class);
        });
    }

    private void open(InterleavedRunner turns) {
        Faults none = new Faults(new Random(1), turns);
        none.stop();
        Sessions inTurns = new FaultySessions(sessions, none);
        PromoteWaitlist promote =
                new PromoteWaitlist(inTurns, new FaultyRegistrations(registrations, none), clock, retrier());
        turns.runAll(List.of(() -> promote.promoteAll(ID), () -> {
            // The other needs several steps to reach the people under review.
            for (int turn = 0; turn < 4; turn++) {
                turns.yieldTurn();
            }
            publish(inTurns, REVIEWED.with(SessionPlan.OPEN));
            promote.promoteAll(ID);
        }));
    }

    private void publish(Sessions where, SessionPlan plan) {
        new PublishSession(where, clock, retrier()).publish(ID, plan.document(), Optional.empty(), Actor.LOCAL);
    }

    private void signUp(Person person) {
        new Register(registrations, Optional.empty(), clock, new Random(1), retrier())
                .register(ID, new SignUp(person, Optional.empty()));
    }

    private Optional<RegistrationState> state(Person person) {
        return registrations
                .find(ID, person.email(), clock.instant())
                .flatMap(RegistrationSnapshot::registration)
                .map(Registration::state);
    }

    private static Retrier retrier() {
        return new Retrier(Duration.ofMinutes(2), new Random(1), duration -> {});
    }

    private static Person person(String name) {
        return new Person(name, new EmailAddress(name + "@example.org"), Optional.empty());
    }
}
