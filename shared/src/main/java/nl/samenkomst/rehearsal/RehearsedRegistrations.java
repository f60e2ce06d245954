package nl.samenkomst.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.registration.Lookup;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.Registrations;
import nl.samenkomst.domain.registration.Standing;
import nl.samenkomst.domain.registration.Step;
import nl.samenkomst.domain.registration.Waiting;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Asks the real table everything, and answers with the made-up participant as if every write had been done. */
public final class RehearsedRegistrations implements Registrations {

    private final Registrations table;
    private final UnaryOperator<Lookup> readBack;
    private Registration participant = Rehearsal.participant();

    /** Passes made-up answers through {@code readBack}, since the table has no such registration to read. */
    public RehearsedRegistrations(Registrations table, UnaryOperator<Lookup> readBack) {
        this.table = table;
        this.readBack = readBack;
    }

    @Override
    public Optional<Lookup> find(SessionId session, RegistrationId registration, Instant now) {
        table.find(session, registration, now);
        return Optional.of(Rehearsal.readBack(Rehearsal.lookup(registration, participant), readBack));
    }

    @Override
    public Commit change(Step step, Instant now) {
        return asIfDone(table.change(step, now));
    }

    @Override
    public Commit keep(Session current, Registration changed, Instant now) {
        participant = changed;
        return asIfDone(table.keep(current, changed, now));
    }

    @Override
    public Iterable<Waiting> queue(SessionId session) {
        return table.queue(session);
    }

    @Override
    public List<Registration> some(SessionId session, List<RegistrationId> ids, Instant now) {
        return table.some(session, ids, now);
    }

    @Override
    public int position(SessionId session, Standing.Waitlisted waiting) {
        return table.position(session, waiting);
    }

    @Override
    public Iterable<Registration> all(SessionId session, Instant now) {
        return table.all(session, now);
    }

    @Override
    public Iterable<RegistrationId> reckonedBefore(SessionId session, int revision, Instant now) {
        return table.reckonedBefore(session, revision, now);
    }

    /** The table must have refused it: nobody's registration is ever written in a rehearsal. */
    static Commit asIfDone(Commit answer) {
        if (answer == Commit.DONE) {
            throw new IllegalStateException("a rehearsal changed the table");
        }
        return Commit.DONE;
    }
}
