package nl.samenkomst.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.registration.Lookup;
import nl.samenkomst.domain.registration.Promotion;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.Registrations;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Asks the real table everything, and answers with the made-up participant as if every write had been done. */
public final class RehearsedRegistrations implements Registrations {

    private final Registrations table;
    private Registration participant = Rehearsal.participant();

    public RehearsedRegistrations(Registrations table) {
        this.table = table;
    }

    @Override
    public Optional<Lookup> find(SessionId session, RegistrationId registration, Instant now) {
        table.find(session, registration, now);
        return Optional.of(Rehearsal.lookup(registration, participant));
    }

    @Override
    public Commit takePlace(Lookup seen, Registration confirmed, Instant now) {
        return asIfDone(table.takePlace(seen, confirmed, now));
    }

    @Override
    public Commit joinQueue(Lookup seen, Registration waitlisted, long number, Instant now) {
        return asIfDone(table.joinQueue(seen, waitlisted, number, now));
    }

    @Override
    public Commit giveBack(Lookup seen, Registration cancelled, Instant now) {
        return asIfDone(table.giveBack(seen, cancelled, now));
    }

    @Override
    public Commit handOver(Lookup seen, Registration cancelled, Promotion first, Instant now) {
        return asIfDone(table.handOver(seen, cancelled, first, now));
    }

    @Override
    public Commit leaveQueue(Lookup seen, Registration cancelled, long number, Instant now) {
        return asIfDone(table.leaveQueue(seen, cancelled, number, now));
    }

    @Override
    public Commit promote(Listing seen, List<Promotion> promoted, Instant now) {
        return asIfDone(table.promote(seen, promoted, now));
    }

    @Override
    public Commit keep(Session current, Registration changed, Instant now) {
        participant = changed;
        return asIfDone(table.keep(current, changed, now));
    }

    @Override
    public List<Registration> firstInLine(SessionId session, int most, Instant now) {
        return table.firstInLine(session, most, now);
    }

    @Override
    public int position(SessionId session, long number) {
        return table.position(session, number);
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
