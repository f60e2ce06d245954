package nl.samenkomst.domain.colleagues;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.audit.OrganiserId;

/** Reads all colleagues, decides about one, and stores the change with its record in one step. */
final class ColleagueChanges {

    private final Organisers organisers;
    private final Clock clock;
    private final Retrier retrier;

    ColleagueChanges(Organisers organisers, Clock clock, Retrier retrier) {
        this.organisers = organisers;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** A decision about a colleague who is there, which recognizes what an earlier attempt did. */
    interface Rule {
        ColleagueDecision decide(Colleagues colleagues, Organiser known);
    }

    ColleagueOutcome change(OrganiserId id, Rule rule) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Colleagues colleagues = new Colleagues(organisers.all(), now);
            return colleagues
                    .find(id)
                    .map(known -> write(rule.decide(colleagues, known)))
                    .orElseGet(() -> Attempt.settled(new ColleagueOutcome.Unknown()));
        });
    }

    private Attempt<ColleagueOutcome> write(ColleagueDecision decision) {
        return switch (decision) {
            case ColleagueDecision.AsIs asIs -> Attempt.settled(asIs.outcome());
            case ColleagueDecision.Change change ->
                Attempt.after(store(change), new ColleagueOutcome.Done(change.after()));
        };
    }

    private WriteResult store(ColleagueDecision.Change change) {
        // A session that begins meanwhile makes this a conflict, since its organiser has another version then.
        List<BrowserSession> ended =
                change.signsOut() ? organisers.browserSessions(change.after().id()) : List.of();
        return organisers.change(change.after(), change.stays(), ended, change.record());
    }
}
