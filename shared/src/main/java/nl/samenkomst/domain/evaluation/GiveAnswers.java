package nl.samenkomst.domain.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.Evaluation;
import nl.samenkomst.domain.registration.EvaluationAnswer;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Choices;

/**
 * Takes a person's answers to the questions for afterwards, once. They are stored without a name and apart from the
 * registration, which in the same transaction remembers only that they were given; what is written under the person's own
 * name, if they want that, stays with the registration and ends with it.
 */
public final class GiveAnswers {

    private final Registrations registrations;
    private final Evaluations evaluations;
    private final Clock clock;
    private final Retrier retrier;

    public GiveAnswers(Registrations registrations, Evaluations evaluations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.evaluations = evaluations;
        this.clock = clock;
        this.retrier = retrier;
    }

    public GiveAnswersOutcome give(SessionId session, OwnLink link, AnswersForm form) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            return registrations
                    .find(session, link.registration(), now)
                    .map(seen -> store(decide(seen, link, form, now), now))
                    .orElseGet(() -> Attempt.settled(new GiveAnswersOutcome.UnknownLink()));
        });
    }

    /** A decision: its outcome, and what must be stored first, if anything. */
    record Decision(GiveAnswersOutcome outcome, Optional<Storing> storing) {

        static Decision asIs(GiveAnswersOutcome outcome) {
            return new Decision(outcome, Optional.empty());
        }
    }

    /** A registration that remembers the evaluation, and the answers apart from it. */
    record Storing(RegistrationSnapshot seen, Registration evaluated, List<UnsignedAnswers> answers) {

        Storing {
            answers = List.copyOf(answers);
        }
    }

    private Attempt<GiveAnswersOutcome> store(Decision decision, Instant now) {
        return decision.storing()
                .map(storing -> Attempt.after(
                        evaluations.store(
                                storing.seen().session(),
                                RegistrationChange.update(storing.seen().session(), storing.evaluated(), now),
                                storing.answers(),
                                now),
                        decision.outcome()))
                .orElseGet(() -> Attempt.settled(decision.outcome()));
    }

    static Decision decide(RegistrationSnapshot seen, OwnLink link, AnswersForm form, Instant now) {
        Optional<Registration> owned = seen.ownedBy(link);
        if (owned.isEmpty()) {
            return Decision.asIs(new GiveAnswersOutcome.UnknownLink());
        }
        Registration registration = owned.get();
        if (registration.isEvaluated()) {
            return Decision.asIs(new GiveAnswersOutcome.Given());
        }
        List<Question> asked = registration.questionsToAnswer(seen.session(), now);
        if (asked.isEmpty()) {
            return Decision.asIs(new GiveAnswersOutcome.NotAsked());
        }
        return switch (Choices.checkAfterwards(asked, form.answers())) {
            case Parsed.Invalid<Answers> invalid -> Decision.asIs(new GiveAnswersOutcome.Invalid(invalid.problems()));
            case Parsed.Valid<Answers> valid -> {
                List<EvaluationAnswer> given = given(asked, valid.value());
                yield given.isEmpty()
                        ? Decision.asIs(new GiveAnswersOutcome.Invalid(List.of(nothing(asked.getFirst()))))
                        : stored(seen, registration, given, form.isSigned());
            }
        };
    }

    private static List<EvaluationAnswer> given(List<Question> asked, Answers answers) {
        return asked.stream()
                .map(question -> EvaluationAnswer.of(question, answers.valuesFor(question.id())))
                .filter(answer -> !answer.values().isEmpty())
                .toList();
    }

    private static Problem nothing(Question first) {
        return new Problem("/answers" + Problem.pointerTo(first.id().value()), "evaluation", Reason.REQUIRED, Map.of());
    }

    private static Decision stored(
            RegistrationSnapshot seen, Registration registration, List<EvaluationAnswer> given, boolean isSigned) {
        List<EvaluationAnswer> chosen =
                given.stream().filter(answer -> !answer.isWords()).toList();
        List<EvaluationAnswer> written =
                given.stream().filter(EvaluationAnswer::isWords).toList();
        List<UnsignedAnswers> unsigned = new ArrayList<>();
        unsigned.add(new UnsignedAnswers(UnsignedAnswers.What.CHOSEN, chosen));
        if (!isSigned && !written.isEmpty()) {
            unsigned.add(new UnsignedAnswers(UnsignedAnswers.What.WRITTEN, written));
        }
        Evaluation evaluation = isSigned ? new Evaluation(written) : Evaluation.WITHOUT_NAME;
        return new Decision(
                new GiveAnswersOutcome.Given(),
                Optional.of(new Storing(seen, registration.evaluated(evaluation), unsigned)));
    }
}
