package nl.samenkomst.local.tests.history;

import java.time.Instant;
import java.util.ArrayList;
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

/** Registrations with injected faults; other tasks may run between any two calls. */
final class FaultyRegistrations implements Registrations {

    private final Registrations table;
    private final Faults faults;
    private final UnaryOperator<RegistrationChanges> bug;

    FaultyRegistrations(Registrations table, Faults faults) {
        this(table, faults, UnaryOperator.identity());
    }

    /** Commits other changes than it is given, by a planted bug. */
    FaultyRegistrations(Registrations table, Faults faults, UnaryOperator<RegistrationChanges> bug) {
        this.table = table;
        this.faults = faults;
        this.bug = bug;
    }

    @Override
    public Optional<RegistrationSnapshot> find(SessionId session, RegistrationId registration, Instant now) {
        return faults.read(() -> table.find(session, registration, now));
    }

    @Override
    public Optional<RegistrationSnapshot> find(SessionId session, EmailAddress address, Instant now) {
        return faults.read(() -> table.find(session, address, now));
    }

    /** Has no faults: once the desk's key is known, this is no call. */
    @Override
    public Attempt<DeskKey> deskKey() {
        return table.deskKey();
    }

    @Override
    public WriteResult commit(RegistrationChanges changes, Instant now) {
        return faults.write(() -> table.commit(bug.apply(changes), now));
    }

    @Override
    public WriteResult update(Session current, RegistrationChange change, Instant now) {
        return faults.write(() -> table.update(current, change, now));
    }

    @Override
    public WriteResult decoy(SessionId session, Mailbox mailbox, Instant now) {
        return faults.write(() -> table.decoy(session, mailbox, now));
    }

    @Override
    public WriteResult update(Session current, RegistrationChange change, Mailbox mailbox, Instant now) {
        return faults.write(() -> table.update(current, change, mailbox, now));
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
        return faults.read(() -> all(table.queue(session)));
    }

    @Override
    public List<Registration> findAll(SessionId session, List<RegistrationId> ids, Instant now) {
        return faults.read(() -> table.findAll(session, ids, now));
    }

    @Override
    public int position(SessionId session, RegistrationState.Waitlisted waiting) {
        return faults.read(() -> table.position(session, waiting));
    }

    @Override
    public Iterable<Registration> all(SessionId session, Instant now) {
        return faults.read(() -> all(table.all(session, now)));
    }

    @Override
    public Iterable<RegistrationId> computedBefore(SessionId session, Revision revision, Instant now) {
        return faults.read(() -> all(table.computedBefore(session, revision, now)));
    }

    private static <T> List<T> all(Iterable<T> some) {
        List<T> all = new ArrayList<>();
        some.forEach(all::add);
        return all;
    }
}
