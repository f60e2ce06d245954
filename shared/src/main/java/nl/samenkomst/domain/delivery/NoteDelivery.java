package nl.samenkomst.domain.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationKey;

/**
 * Notes on each registration what became of a letter about it. After a bounce or a complaint no letter leaves any more;
 * if nobody has confirmed the address by then, the registration lapses, and the first in the queue that fits gets its
 * place in the same transaction. Noting the same again changes nothing.
 */
public final class NoteDelivery {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    public NoteDelivery(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /**
     * Notes an event on every registration that its letter is about, and returns the outcome of each.
     *
     * @throws RuntimeException the first failure, after trying all of them; noting all again is harmless
     */
    public List<NoteDeliveryOutcome> note(DeliveryEvent event) {
        List<NoteDeliveryOutcome> outcomes = new ArrayList<>();
        Optional<RuntimeException> failure = Optional.empty();
        for (RegistrationKey key : event.letter().registrations()) {
            try {
                outcomes.add(retrier.call(() -> attempt(key, event)));
            } catch (RuntimeException unexpected) {
                failure = failure.or(() -> Optional.of(unexpected));
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return outcomes;
    }

    private Attempt<NoteDeliveryOutcome> attempt(RegistrationKey key, DeliveryEvent event) {
        Instant now = clock.instant();
        return registrations
                .find(key.session(), key.id(), now)
                .map(seen -> writer.write(decide(seen, event, now), now))
                .orElseGet(() -> Attempt.settled(new NoteDeliveryOutcome.Outdated()));
    }

    static Decided<NoteDeliveryOutcome> decide(RegistrationSnapshot seen, DeliveryEvent event, Instant now) {
        return seen.registration()
                .filter(registration -> !event.letter().sentAt().isBefore(registration.signedUpAt()))
                .map(registration -> decide(seen, registration, event, now))
                .orElseGet(() -> Decided.asIs(new NoteDeliveryOutcome.Outdated()));
    }

    private static Decided<NoteDeliveryOutcome> decide(
            RegistrationSnapshot seen, Registration registration, DeliveryEvent event, Instant now) {
        Optional<MailProblem> before = registration.mailProblem();
        Optional<MailProblem> after = event.news().after(before, event.at(), now);
        if (after.isEmpty() || after.equals(before)) {
            return Decided.asIs(new NoteDeliveryOutcome.Unchanged());
        }
        MailProblem.Kind problem = after.get().kind();
        Registration noted = registration.withMailProblem(after);
        boolean lapses = registration.isUnconfirmed() && !seen.session().isSettledBy(now) && problem.stopsLetters();
        if (lapses) {
            return new Decided.CommitAndPromote<>(
                    RegistrationChanges.changing(seen.sessionSnapshot(), registration, noted.lapsed(now), now),
                    new NoteDeliveryOutcome.Lapsed(problem));
        }
        // Nobody counts delays, and no organiser is told of one.
        return problem.stopsLetters()
                ? new Decided.Commit<>(
                        RegistrationChanges.changing(seen.sessionSnapshot(), registration, noted, now),
                        new NoteDeliveryOutcome.Noted(problem))
                : new Decided.Update<>(
                        seen.session(),
                        RegistrationChange.update(seen.session(), noted, now),
                        new NoteDeliveryOutcome.Noted(problem));
    }
}
