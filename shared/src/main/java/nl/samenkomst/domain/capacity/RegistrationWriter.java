package nl.samenkomst.domain.capacity;

import java.time.Instant;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.WriteResult;

/** Writes what was decided, and promotes waitlisted people into the places that it frees. */
public final class RegistrationWriter {

    private final Registrations registrations;
    private final WaitlistPromotion promotion;

    public RegistrationWriter(Registrations registrations) {
        this.registrations = registrations;
        this.promotion = new WaitlistPromotion(registrations);
    }

    /** Returns the outcome once its write is committed, or a conflict that must be decided again. */
    public <T> Attempt<T> write(Decided<T> decided, Instant now) {
        T outcome = decided.outcome();
        return switch (decided) {
            case Decided.AsIs<T> _ -> Attempt.settled(outcome);
            case Decided.Update<T> update -> Attempt.after(update(update, now), outcome);
            case Decided.Decoy<T> decoy ->
                Attempt.after(registrations.decoy(decoy.session(), decoy.mailbox(), now), outcome);
            case Decided.Commit<T> commit -> Attempt.after(registrations.commit(commit.changes(), now), outcome);
            case Decided.CommitAndPromote<T> commit -> Attempt.after(promotion.commit(commit.changes(), now), outcome);
        };
    }

    private WriteResult update(Decided.Update<?> update, Instant now) {
        return update.mailbox()
                .map(mailbox -> registrations.update(update.session(), update.change(), mailbox, now))
                .orElseGet(() -> registrations.update(update.session(), update.change(), now));
    }
}
