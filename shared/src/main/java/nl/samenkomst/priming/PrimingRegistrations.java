package nl.samenkomst.priming;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.QueueEntry;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Makes every call to the real table, and answers with the made-up participant as if every write were committed. */
public final class PrimingRegistrations implements Registrations {

    private final Registrations table;
    private final UnaryOperator<RegistrationSnapshot> readBack;
    private Registration participant = Priming.participant();

    /** Passes made-up snapshots through {@code readBack}, since the table has no such registration to read. */
    public PrimingRegistrations(Registrations table, UnaryOperator<RegistrationSnapshot> readBack) {
        this.table = table;
        this.readBack = readBack;
    }

    @Override
    public Optional<RegistrationSnapshot> find(SessionId session, RegistrationId registration, Instant now) {
        table.find(session, registration, now);
        return snapshot(Priming.snapshot(participant, known -> known.id().equals(registration)));
    }

    @Override
    public Optional<RegistrationSnapshot> find(SessionId session, EmailAddress address, Instant now) {
        table.find(session, address, now);
        return snapshot(
                Priming.snapshot(participant, known -> known.person().email().equals(address))
                        .withMailbox(Priming.mailbox(address)));
    }

    /** Makes no call, since that would make the desk's key. */
    @Override
    public Attempt<DeskKey> deskKey() {
        return Attempt.settled(Priming.KEY);
    }

    private Optional<RegistrationSnapshot> snapshot(RegistrationSnapshot found) {
        return Optional.of(Priming.readBack(found, readBack));
    }

    @Override
    public WriteResult commit(RegistrationChanges changes, Instant now) {
        return requireConflict(table.commit(changes, now));
    }

    @Override
    public WriteResult update(Session current, RegistrationChange change, Instant now) {
        participant = change.after().orElseThrow();
        return requireConflict(table.update(current, change, now));
    }

    @Override
    public WriteResult decoy(SessionId session, Mailbox mailbox, Instant now) {
        return requireConflict(table.decoy(session, mailbox, now));
    }

    @Override
    public WriteResult update(Session current, RegistrationChange change, Mailbox mailbox, Instant now) {
        participant = change.after().orElseThrow();
        return requireConflict(table.update(current, change, mailbox, now));
    }

    @Override
    public int maxPromotions() {
        return table.maxPromotions();
    }

    @Override
    public int maxCancellations() {
        return table.maxCancellations();
    }

    @Override
    public Iterable<QueueEntry> queue(SessionId session) {
        return table.queue(session);
    }

    @Override
    public List<Registration> findAll(SessionId session, List<RegistrationId> ids, Instant now) {
        return table.findAll(session, ids, now);
    }

    @Override
    public int position(SessionId session, RegistrationState.Waitlisted waiting) {
        return table.position(session, waiting);
    }

    @Override
    public Iterable<Registration> all(SessionId session, Instant now) {
        return table.all(session, now);
    }

    @Override
    public Iterable<RegistrationId> computedBefore(SessionId session, Revision revision, Instant now) {
        return table.computedBefore(session, revision, now);
    }

    /**
     * Returns {@link WriteResult.Committed} for a write that the table refused.
     *
     * @throws IllegalStateException if the table was written, which priming must never do
     */
    static WriteResult requireConflict(WriteResult answer) {
        if (answer.isCommitted()) {
            throw new IllegalStateException("priming changed the table");
        }
        return WriteResult.committed();
    }
}
