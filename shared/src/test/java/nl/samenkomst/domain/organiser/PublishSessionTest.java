package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.capacity.SampleSnapshots.snapshot;
import static nl.samenkomst.domain.document.SampleDocuments.document;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class PublishSessionTest {

    private static final Session FIRST = session();
    private static final SessionDocument ONE = document("title", "Een");
    private static final SessionDocument TWO = document("title", "Twee");

    @Test
    void refusesDocumentThatIsNotReadBackEqual() {
        Sessions lossySessions = sessions((proxy, method, arguments) -> {
            if (method.getName().equals("survivesRoundTrip")) {
                return false;
            }
            throw new AssertionError("nothing else is asked or written: " + method);
        });

        assertThat(publish(lossySessions, ONE, Optional.empty()))
                .isInstanceOfSatisfying(
                        PublishOutcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("document.not-kept"));
    }

    @Test
    void refusesAChangeOfAnotherRevision() {
        AtomicReference<Session> stored = new AtomicReference<>(FIRST);
        Sessions sessions = storing(stored);
        Session second = FIRST.changed(ONE, NOW);

        assertThat(publish(sessions, ONE, Optional.of(Revision.FIRST)))
                .isEqualTo(new PublishOutcome.Changed(second, List.of()));
        assertThat(publish(sessions, TWO, Optional.of(Revision.FIRST))).isEqualTo(new PublishOutcome.Overtaken());
        assertThat(stored.get()).isEqualTo(second);
    }

    /** The caller may have lost the first response. */
    @Test
    void publishesTheSameDocumentAgainAsOneChange() {
        AtomicReference<Session> stored = new AtomicReference<>(FIRST);
        Sessions sessions = storing(stored);
        publish(sessions, ONE, Optional.of(Revision.FIRST));
        Session second = stored.get();

        assertThat(publish(sessions, ONE, Optional.of(Revision.FIRST)))
                .isEqualTo(new PublishOutcome.Changed(second, List.of()));
        assertThat(stored.get()).isSameAs(second);
        assertThat(second.revision()).isEqualTo(new Revision(2));
    }

    private static PublishOutcome publish(Sessions sessions, SessionDocument document, Optional<Revision> revision) {
        Retrier retrier = new Retrier(Duration.ofSeconds(1), new Random(1), duration -> {});
        return new PublishSession(sessions, Clock.fixed(NOW, ZoneOffset.UTC), retrier)
                .publish(FIRST.id(), document, revision, Actor.LOCAL);
    }

    /** A store with one session, in memory. */
    private static Sessions storing(AtomicReference<Session> stored) {
        return sessions((proxy, method, arguments) -> switch (method.getName()) {
            case "survivesRoundTrip" -> true;
            case "find" -> Optional.of(snapshot(stored.get()));
            case "change" -> {
                stored.set((Session) arguments[1]);
                yield WriteResult.committed();
            }
            default -> throw new AssertionError("nothing else is asked or written: " + method);
        });
    }

    private static Sessions sessions(InvocationHandler calls) {
        return (Sessions)
                Proxy.newProxyInstance(Sessions.class.getClassLoader(), new Class<?>[] {Sessions.class}, calls);
    }
}
