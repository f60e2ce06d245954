package nl.samenkomst.domain.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.SampleSessions;
import org.junit.jupiter.api.Test;

class PublishSessionTest {

    @Test
    void refusesDocumentThatIsNotReadBackEqual() {
        Sessions lossySessions = (Sessions) Proxy.newProxyInstance(
                Sessions.class.getClassLoader(), new Class<?>[] {Sessions.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("keepsWhole")) {
                        return false;
                    }
                    throw new AssertionError("nothing else is asked or written");
                });
        Retrier retrier = new Retrier(Duration.ofSeconds(1), new Random(1), duration -> {});

        PublishOutcome outcome = new PublishSession(lossySessions, Clock.systemUTC(), retrier)
                .publish(
                        SampleSessions.HANDREIKING.id(),
                        SampleSessions.HANDREIKING.document(),
                        Optional.empty(),
                        Actor.LOCAL);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PublishOutcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("document.not-kept"));
    }
}
