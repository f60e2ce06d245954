package nl.samenkomst.domain.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.SessionStart;
import nl.samenkomst.domain.agenda.StartQuery;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.SessionId;

/**
 * Decides whether the organiser behind a cookie may do what a route does; reads once, and writes every 5 minutes. A
 * route that lists sessions takes one query more, and one read for every 50 sessions beyond the first
 * {@value Organisers#MAX_OTHERS}.
 */
public final class OpenDesk {

    private final Organisers organisers;
    private final Sessions sessions;
    private final AgendaIndex index;
    private final Clock clock;

    public OpenDesk(Organisers organisers, Sessions sessions, AgendaIndex index, Clock clock) {
        this.organisers = organisers;
        this.sessions = sessions;
        this.index = index;
        this.clock = clock;
    }

    /**
     * Returns the access of a request.
     *
     * @param cookie the value of the session's cookie; empty if the request has none
     * @param session the session that the address names; empty if the route has none
     * @param query finds the sessions that the route lists; empty if it lists none
     */
    public Access open(
            Optional<String> cookie, Permission permission, Optional<SessionId> session, Optional<StartQuery> query) {
        Instant now = clock.instant();
        Optional<SessionToken> token = cookie.flatMap(SessionToken::parse);
        if (token.isEmpty()) {
            return new Access.NotSignedIn();
        }
        List<SessionStart> starts = query.map(index::starts).orElse(List.of());
        List<SessionId> ids = starts.stream().map(SessionStart::id).toList();
        List<SessionId> first = ids.subList(0, Math.min(ids.size(), Organisers.MAX_OTHERS));
        Visit visit = organisers.visit(token.get(), session, first);
        Access access = decide(visit, permission, session.isPresent(), now);
        if (!(access instanceof Access.NotSignedIn)) {
            visit.browserSession().flatMap(browser -> browser.seen(now)).ifPresent(organisers::touch);
        }
        return access instanceof Access.Granted granted && query.isPresent()
                ? with(found(granted.organiser(), visit.others(), starts, query.get(), now), granted)
                : access;
    }

    private FoundSessions found(
            Organiser organiser, List<SessionSnapshot> read, List<SessionStart> starts, StartQuery query, Instant now) {
        List<SessionId> rest = starts.stream()
                .skip(Organisers.MAX_OTHERS)
                .map(SessionStart::id)
                .toList();
        Stream<SessionSnapshot> more = rest.isEmpty() ? Stream.empty() : sessions.find(rest).stream();
        return new FoundSessions(
                Stream.concat(read.stream(), more)
                        .filter(snapshot -> organiser.sees(snapshot.session(), now))
                        .toList(),
                starts.size(),
                starts.size() < query.limit() ? Optional.empty() : Optional.of(after(starts.getLast())));
    }

    private static AgendaCursor after(SessionStart last) {
        return new AgendaCursor(last.start(), Optional.of(last.id()));
    }

    private static Access with(FoundSessions found, Access.Granted granted) {
        return new Access.Granted(granted.organiser(), granted.browserSession(), granted.session(), found);
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
        if (namesSession && seen.isEmpty()) {
            return new Access.UnknownSession(organiser);
        }
        return permission.needsFreshFactor() && !live.get().isFresh(now)
                ? new Access.NeedsFreshFactor(organiser)
                : new Access.Granted(organiser, live.get(), seen, FoundSessions.NONE);
    }
}
