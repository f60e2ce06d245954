package nl.samenkomst.domain.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.SessionStart;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Drafts;
import nl.samenkomst.domain.figures.Tallies;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.session.SessionId;

/**
 * Decides whether the organiser behind a cookie may do what a route does. All that it reads is read at the same time,
 * but for the sessions of a list, which follow once the organiser may see them; it writes at most
 * every 5 minutes.
 */
public final class OpenDesk {

    /** The drafts that a list has at most. */
    public static final int MAX_DRAFTS = 20;

    private final Organisers organisers;
    private final Sessions sessions;
    private final AgendaIndex index;
    private final Drafts drafts;
    private final Tallies tallies;
    private final Clock clock;

    public OpenDesk(
            Organisers organisers, Sessions sessions, AgendaIndex index, Drafts drafts, Tallies tallies, Clock clock) {
        this.organisers = organisers;
        this.sessions = sessions;
        this.index = index;
        this.drafts = drafts;
        this.tallies = tallies;
        this.clock = clock;
    }

    /**
     * Returns the access of a request.
     *
     * @param cookie the value of the session's cookie; empty if the request has none
     */
    public Access open(Optional<String> cookie, Permission permission, Wanted wanted) {
        Instant now = clock.instant();
        Optional<SessionToken> token = cookie.flatMap(SessionToken::parse);
        return token.isEmpty() ? new Access.NotSignedIn() : open(token.get(), permission, wanted, now);
    }

    private Access open(SessionToken token, Permission permission, Wanted wanted, Instant now) {
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<List<Organiser>> colleagues = wanted.colleagues() ? reads.start(organisers::all) : List::of;
            Optional<Supplier<List<SessionStart>>> starts =
                    wanted.sessions().map(query -> reads.start(() -> index.starts(query)));
            Supplier<List<Draft>> latest = wanted.drafts() ? reads.start(() -> drafts.latest(MAX_DRAFTS)) : List::of;
            Visit visit = organisers.visit(token, wanted, now);
            Access access = decide(visit, permission, wanted.session().isPresent(), now);
            if (!(access instanceof Access.NotSignedIn)) {
                visit.browserSession().flatMap(browser -> browser.seen(now)).ifPresent(organisers::touch);
            }
            if (!(access instanceof Access.Granted granted)) {
                return access;
            }
            FoundSessions found = starts.map(read -> found(reads, read.get(), wanted, granted.organiser(), now))
                    .orElse(FoundSessions.NONE);
            return granted.with(found, seen(latest.get(), granted.organiser()), colleagues.get());
        }
    }

    private static List<Draft> seen(List<Draft> latest, Organiser organiser) {
        return latest.stream().filter(organiser::sees).toList();
    }

    private FoundSessions found(
            ConcurrentReads reads, List<SessionStart> starts, Wanted wanted, Organiser organiser, Instant now) {
        List<SessionId> ids = starts.stream().map(SessionStart::id).toList();
        Supplier<Map<SessionId, Tally>> kept = wanted.figures() ? reads.start(() -> tallies.tallies(ids)) : Map::of;
        List<SessionSnapshot> read = sessions.find(ids);
        return new FoundSessions(
                read.stream()
                        .filter(snapshot -> organiser.sees(snapshot.session(), now))
                        .toList(),
                kept.get(),
                starts.size(),
                starts.size() < wanted.sessions().orElseThrow().limit()
                        ? Optional.empty()
                        : Optional.of(after(starts.getLast())));
    }

    private static AgendaCursor after(SessionStart last) {
        return new AgendaCursor(last.start(), Optional.of(last.id()));
    }

    static Access decide(Visit visit, Permission permission, boolean namesSession, Instant now) {
        Optional<Organiser> active = visit.organiser().filter(one -> one.isActive(now));
        Optional<BrowserSession> live = visit.browserSession().filter(one -> one.isLive(now));
        if (active.isEmpty() || live.isEmpty()) {
            return new Access.NotSignedIn();
        }
        Organiser organiser = active.get();
        if (!organiser.role().gives(permission)) {
            return new Access.Forbidden(organiser);
        }
        Optional<SessionSnapshot> seen = visit.session().filter(snapshot -> organiser.sees(snapshot.session(), now));
        Optional<Draft> draft = visit.draft()
                .filter(known -> seen.isPresent() || (visit.session().isEmpty() && organiser.sees(known)));
        if (namesSession && seen.isEmpty() && draft.isEmpty()) {
            return new Access.UnknownSession(organiser);
        }
        return permission.needsFreshFactor() && !live.get().isFresh(now)
                ? new Access.NeedsFreshFactor(organiser)
                : new Access.Granted(
                        organiser,
                        live.get(),
                        seen,
                        draft,
                        seen.flatMap(snapshot -> visit.registration()),
                        FoundSessions.NONE,
                        List.of(),
                        List.of());
    }
}
