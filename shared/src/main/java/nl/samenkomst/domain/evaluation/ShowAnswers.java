package nl.samenkomst.domain.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** Shows an organiser what people answered afterwards, as numbers and words. */
public final class ShowAnswers {

    private final Registrations registrations;
    private final Evaluations evaluations;
    private final Clock clock;

    public ShowAnswers(Registrations registrations, Evaluations evaluations, Clock clock) {
        this.registrations = registrations;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /** Returns the answers, of which nothing is shown before there are {@link EvaluationResults#MIN_ANSWERS}. */
    public EvaluationResults show(Session session) {
        Instant now = clock.instant();
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<EvaluationCount> unsigned = reads.start(() -> {
                EvaluationCount count = new EvaluationCount();
                boolean isForgotten = !now.isBefore(session.document().forgetAt());
                for (UnsignedAnswers answers : evaluations.all(session.id(), now)) {
                    // The retention may have been shortened since they were written.
                    if (answers.what() == UnsignedAnswers.What.CHOSEN || !isForgotten) {
                        count.add(answers);
                    }
                }
                return count;
            });
            EvaluationCount signed = new EvaluationCount();
            for (Registration registration : registrations.all(session.id(), now)) {
                registration
                        .evaluation()
                        .ifPresent(
                                given -> signed.add(given, registration.person().name()));
            }
            return unsigned.get().with(signed).results(session.document());
        }
    }
}
