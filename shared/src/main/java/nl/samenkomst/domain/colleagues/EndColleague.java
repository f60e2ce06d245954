package nl.samenkomst.domain.colleagues;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;

/** Ends a colleague's access and all their browser sessions at once; refuses it for the last administrator. */
public final class EndColleague {

    private final ColleagueChanges changes;

    public EndColleague(Organisers organisers, Clock clock, Retrier retrier) {
        this.changes = new ColleagueChanges(organisers, clock, retrier);
    }

    public ColleagueOutcome end(OrganiserId id, Actor actor) {
        return changes.change(id, (colleagues, known) -> decide(colleagues, known, actor));
    }

    static ColleagueDecision decide(Colleagues colleagues, Organiser known, Actor actor) {
        Instant now = colleagues.now();
        if (!known.isActive(now)) {
            return ColleagueDecision.done(known);
        }
        Optional<Organiser> stays = Optional.empty();
        if (Colleagues.staysAdministrator(known)) {
            stays = colleagues.otherAdministrator(known.id());
            if (stays.isEmpty()) {
                return new ColleagueDecision.AsIs(new ColleagueOutcome.LastAdministrator(known));
            }
        }
        Organiser after = known.with(known.name(), known.role(), known.scope(), Optional.of(now));
        DeskEntry record = new DeskEntry(now, actor, DeskAction.COLLEAGUE_ENDED, Optional.of(known.id()));
        return new ColleagueDecision.Change(after, stays, true, record);
    }
}
