package nl.samenkomst.priming;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.Visit;
import nl.samenkomst.domain.access.Wanted;
import nl.samenkomst.domain.audit.OrganiserId;

/** Reads from the real table, and answers with the made-up organiser; writes nothing, since no condition would fail. */
public final class PrimingOrganisers implements Organisers {

    private final Organisers table;

    public PrimingOrganisers(Organisers table) {
        this.table = table;
    }

    @Override
    public Visit visit(SessionToken token, Wanted wanted, Instant now) {
        table.visit(token, wanted, now);
        return Priming.visit(wanted);
    }

    @Override
    public List<Organiser> all() {
        return Stream.concat(table.all().stream(), Stream.of(Priming.organiser()))
                .toList();
    }

    @Override
    public Optional<Organiser> find(OrganiserId id) {
        return table.find(id);
    }

    @Override
    public WriteResult add(Organiser organiser, DeskEntry record) {
        return WriteResult.committed();
    }

    @Override
    public WriteResult invite(Organiser organiser, Invitation invitation, DeskEntry record) {
        return WriteResult.committed();
    }

    @Override
    public Optional<Instant> invitedAt(OrganiserId id, Instant now) {
        return table.invitedAt(id, now);
    }

    @Override
    public WriteResult inviteAgain(Invitation invitation, Optional<Instant> last, DeskEntry record) {
        return WriteResult.committed();
    }

    @Override
    public WriteResult change(
            Organiser after, Optional<Organiser> stays, List<BrowserSession> ended, DeskEntry record) {
        return WriteResult.committed();
    }

    @Override
    public List<BrowserSession> browserSessions(OrganiserId id) {
        return table.browserSessions(id);
    }

    @Override
    public void touch(BrowserSession seen) {}

    @Override
    public WriteResult end(List<BrowserSession> sessions, DeskEntry record) {
        return WriteResult.committed();
    }

    @Override
    public List<DeskEntry> history(Optional<DeskEntry.Position> before, int limit, Instant now) {
        return table.history(before, limit, now);
    }
}
