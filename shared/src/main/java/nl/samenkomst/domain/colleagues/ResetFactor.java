package nl.samenkomst.domain.colleagues;

import java.time.Clock;
import java.util.Optional;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;

/**
 * Lets a colleague who lost their phone or their account prove anew who they are: forgets their second factor and the
 * account that they connected, and ends their browser sessions.
 */
public final class ResetFactor {

    private final ColleagueChanges changes;

    public ResetFactor(Organisers organisers, Clock clock, Retrier retrier) {
        this.changes = new ColleagueChanges(organisers, clock, retrier);
    }

    public ColleagueOutcome reset(OrganiserId id, Actor actor) {
        return changes.change(id, (colleagues, known) -> decide(colleagues, known, actor));
    }

    static ColleagueDecision decide(Colleagues colleagues, Organiser known, Actor actor) {
        if (known.factorSince().isEmpty() && known.identity().isEmpty()) {
            return ColleagueDecision.done(known);
        }
        DeskEntry record =
                new DeskEntry(colleagues.now(), actor, DeskAction.SECOND_FACTOR_RESET, Optional.of(known.id()));
        return new ColleagueDecision.Change(known.reset(), Optional.empty(), true, record);
    }
}
