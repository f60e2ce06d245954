package nl.samenkomst.domain.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.audit.OrganiserId;

/**
 * A browser session that is about to begin.
 *
 * @param ended the sessions that end for it
 */
public record NewBrowserSession(SessionToken token, BrowserSession session, List<BrowserSession> ended) {

    /**
     * The browser sessions from before one begins.
     *
     * @param ofOrganiser all of the organiser who signs in
     * @param here the one of the browser in which they sign in, which may be somebody else's; empty if it has none
     */
    public record Known(List<BrowserSession> ofOrganiser, Optional<BrowserSession> here) {

        public Known {
            ofOrganiser = List.copyOf(ofOrganiser);
        }

        /** Returns them, by the token of the browser's cookie; empty if it has none. */
        public static Known read(Organisers organisers, OrganiserId organiser, Optional<SessionToken> cookie) {
            List<BrowserSession> ofOrganiser = organisers.browserSessions(organiser);
            return new Known(ofOrganiser, cookie.flatMap(token -> {
                List<BrowserSession> ofCookie = token.organiser().equals(organiser)
                        ? ofOrganiser
                        : organisers.browserSessions(token.organiser());
                return ofCookie.stream()
                        .filter(one -> one.token().equals(token.hash()))
                        .findFirst();
            }));
        }

        boolean isHere(BrowserSession session) {
            return here.filter(one -> one.token().equals(session.token())).isPresent();
        }
    }

    public NewBrowserSession {
        ended = List.copyOf(ended);
    }

    /** Returns the session that begins where a browser has proven who uses it. */
    static NewBrowserSession of(
            Organiser organiser,
            PendingSignIn pending,
            Optional<MailboxProof.Begun> before,
            Optional<Instant> factorAt,
            Known known,
            RandomGenerator random,
            Instant now) {
        return of(
                organiser.id(),
                pending.question().stays(),
                pending.question().browser(),
                factorAt,
                ended(known, before, now),
                random,
                now);
    }

    /**
     * Returns the session that begins where the organisation's provider has proven who uses a browser.
     *
     * @param stays whether it may be idle for longer
     * @param browser in words
     * @param factorAt when the provider let them in
     */
    public static NewBrowserSession of(
            Organiser organiser,
            boolean stays,
            String browser,
            Instant factorAt,
            Known known,
            RandomGenerator random,
            Instant now) {
        List<BrowserSession> ended = ended(known, Optional.empty(), now);
        return of(organiser.id(), stays, browser, Optional.of(factorAt), ended, random, now);
    }

    private static NewBrowserSession of(
            OrganiserId organiser,
            boolean stays,
            String browser,
            Optional<Instant> factorAt,
            List<BrowserSession> ended,
            RandomGenerator random,
            Instant now) {
        SessionToken token = SessionToken.generate(organiser, random);
        return new NewBrowserSession(
                token, new BrowserSession(organiser, token.hash(), now, now, factorAt, stays, browser), ended);
    }

    /**
     * Returns those that have ended by time, the one of the same press, the one that the browser had, and the oldest
     * beyond the limit.
     */
    static List<BrowserSession> ended(Known known, Optional<MailboxProof.Begun> before, Instant now) {
        List<BrowserSession> kept = known.ofOrganiser().stream()
                .filter(one -> one.isLive(now))
                .filter(one -> !known.isHere(one))
                .filter(one -> before.filter(begun -> begun.token().equals(one.token()))
                        .isEmpty())
                .sorted(Comparator.comparing(BrowserSession::madeAt).reversed())
                .limit(BrowserSession.MAX_PER_ORGANISER - 1L)
                .toList();
        return Stream.concat(
                        known.here().stream(),
                        known.ofOrganiser().stream().filter(one -> !known.isHere(one) && !kept.contains(one)))
                .toList();
    }

    /** Returns a session with a new token that takes the place of another, with a second factor given now. */
    static NewBrowserSession replacing(
            BrowserSession old, Instant factorAt, List<BrowserSession> known, RandomGenerator random) {
        // Of the same press of the button, whose response may never have arrived.
        List<BrowserSession> samePress = known.stream()
                .filter(one -> one.factorAt().equals(Optional.of(factorAt)))
                .filter(one -> !one.token().equals(old.token()))
                .toList();
        // The first press has cut the old session short, so the one that it began tells since when they are signed in.
        Instant madeAt =
                samePress.stream().findFirst().map(BrowserSession::madeAt).orElse(old.madeAt());
        SessionToken token = SessionToken.generate(old.organiser(), random);
        BrowserSession session = new BrowserSession(
                old.organiser(), token.hash(), madeAt, factorAt, Optional.of(factorAt), old.stays(), old.browser());
        return new NewBrowserSession(token, session, samePress);
    }
}
