package nl.samenkomst.domain.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.SessionId;

/** Decides whether the organiser behind a cookie may do what a route does; reads once, and writes every 5 minutes. */
public final class OpenDesk {

    private final Organisers organisers;
    private final Clock clock;

    public OpenDesk(Organisers organisers, Clock clock) {
        this.organisers = organisers;
        this.clock = clock;
    }

    /**
     * Returns the access of a request.
     *
     * @param cookie the value of the session's cookie; empty if the request has none
     * @param session the session that the address names; empty if the route has none
     */
    public Access open(Optional<String> cookie, Permission permission, Optional<SessionId> session) {
        Instant now = clock.instant();
        Optional<Visit> visit = cookie.flatMap(SessionToken::parse).map(token -> organisers.visit(token, session));
        Access access = visit.map(found -> decide(found, permission, session.isPresent(), now))
                .orElseGet(Access.NotSignedIn::new);
        if (!(access instanceof Access.NotSignedIn)) {
            visit.flatMap(Visit::browserSession)
                    .flatMap(browser -> browser.seen(now))
                    .ifPresent(organisers::touch);
        }
        return access;
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
                : new Access.Granted(organiser, live.get(), seen);
    }
}
