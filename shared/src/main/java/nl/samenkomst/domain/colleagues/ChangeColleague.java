package nl.samenkomst.domain.colleagues;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.SessionId;

/**
 * Changes a colleague's name, role, scope or end, also of oneself; takes a former colleague back. Refuses to leave the
 * desk without an administrator, and to undo what somebody else changed meanwhile.
 */
public final class ChangeColleague {

    private final ColleagueChanges changes;
    private final NamedSessions namedSessions;

    public ChangeColleague(Organisers organisers, Sessions sessions, Clock clock, Retrier retrier) {
        this.changes = new ColleagueChanges(organisers, clock, retrier);
        this.namedSessions = new NamedSessions(sessions);
    }

    /**
     * Changes a colleague.
     *
     * @param seen the {@link ColleagueDetails#fingerprint} of the details that the form was made from
     */
    public ColleagueOutcome change(OrganiserId id, String seen, ColleagueDetails details, Actor actor) {
        return changes.change(id, (colleagues, known) -> {
            Set<SessionId> unknown = namedSessions.unknown(details.scope(), known.scope());
            return unknown.isEmpty()
                    ? decide(colleagues, known, seen, details, actor)
                    : new ColleagueDecision.AsIs(new ColleagueOutcome.UnknownSessions(known, unknown));
        });
    }

    static ColleagueDecision decide(
            Colleagues colleagues, Organiser known, String seen, ColleagueDetails details, Actor actor) {
        ColleagueDetails before = ColleagueDetails.of(known);
        if (before.equals(details)) {
            return ColleagueDecision.done(known);
        }
        if (!before.fingerprint().equals(seen)) {
            return new ColleagueDecision.AsIs(new ColleagueOutcome.ChangedMeanwhile(known));
        }
        Instant now = colleagues.now();
        Organiser after = details.applyTo(known);
        if (!known.isActive(now) && after.isActive(now) && colleagues.isFull()) {
            return new ColleagueDecision.AsIs(new ColleagueOutcome.TooMany(known));
        }
        Optional<Organiser> stays = Optional.empty();
        if (Colleagues.staysAdministrator(known) && !Colleagues.staysAdministrator(after)) {
            stays = colleagues.otherAdministrator(known.id());
            if (stays.isEmpty()) {
                return new ColleagueDecision.AsIs(new ColleagueOutcome.LastAdministrator(known));
            }
        }
        DeskEntry record = new DeskEntry(now, actor, DeskAction.COLLEAGUE_CHANGED, Optional.of(known.id()))
                .with(before.recorded(), details.recorded());
        return new ColleagueDecision.Change(after, stays, !after.isActive(now), record);
    }
}
