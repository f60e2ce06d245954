package nl.samenkomst.domain.capacity;

import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * A decision of a use case before anything is written: its outcome, and the write that must be committed first, if any.
 * Deciding is pure; {@link RegistrationWriter} writes.
 */
public sealed interface Decided<T> {

    T outcome();

    /** Nothing to write. */
    record AsIs<T>(T outcome) implements Decided<T> {}

    /**
     * Stores one registration whose state and proof stay the same; another proof is counted, so it needs a commit.
     *
     * @param mailbox the person's mailbox, stored in the same transaction; empty if it stays as it is
     */
    record Update<T>(Session session, RegistrationChange change, Optional<Mailbox> mailbox, T outcome)
            implements Decided<T> {

        public Update(Session session, RegistrationChange change, T outcome) {
            this(session, change, Optional.empty(), outcome);
        }
    }

    /** Stores nothing but this mailbox, and takes as long as an {@link Update} with one. */
    record Decoy<T>(SessionId session, Mailbox mailbox, T outcome) implements Decided<T> {}

    /** Commits changes of registrations, places and queue. */
    record Commit<T>(RegistrationChanges changes, T outcome) implements Decided<T> {}

    /** Commits changes and, in the same transaction, promotes waitlisted people into the places they free. */
    record CommitAndPromote<T>(RegistrationChanges changes, T outcome) implements Decided<T> {}

    static <T> Decided<T> asIs(T outcome) {
        return new AsIs<>(outcome);
    }

    /** Returns the registration that this stores about the person concerned; empty if it stores none. */
    default Optional<Registration> stored() {
        return switch (this) {
            case AsIs<T> _ -> Optional.empty();
            case Decoy<T> _ -> Optional.empty();
            case Update<T> update -> update.change().after();
            case Commit<T> commit -> commit.changes().first();
            case CommitAndPromote<T> commit -> commit.changes().first();
        };
    }

    /** Returns this decision with another outcome. */
    default <U> Decided<U> map(Function<T, U> other) {
        U next = other.apply(outcome());
        return switch (this) {
            case AsIs<T> _ -> new AsIs<>(next);
            case Decoy<T> decoy -> new Decoy<>(decoy.session(), decoy.mailbox(), next);
            case Update<T> update -> new Update<>(update.session(), update.change(), update.mailbox(), next);
            case Commit<T> commit -> new Commit<>(commit.changes(), next);
            case CommitAndPromote<T> commit -> new CommitAndPromote<>(commit.changes(), next);
        };
    }
}
