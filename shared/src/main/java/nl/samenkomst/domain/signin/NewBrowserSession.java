package nl.samenkomst.domain.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.SessionToken;

/**
 * A browser session that is about to begin.
 *
 * @param ended the sessions that end for it
 */
record NewBrowserSession(SessionToken token, BrowserSession session, List<BrowserSession> ended) {

    /** Returns the session that begins where a browser has proven who uses it. */
    static NewBrowserSession of(
            Organiser organiser,
            PendingSignIn pending,
            Optional<MailboxProof.Begun> before,
            Optional<Instant> factorAt,
            List<BrowserSession> known,
            RandomGenerator random,
            Instant now) {
        SessionToken token = SessionToken.generate(organiser.id(), random);
        BrowserSession session = new BrowserSession(
                organiser.id(),
                token.hash(),
                now,
                now,
                factorAt,
                pending.question().stays(),
                pending.question().browser());
        return new NewBrowserSession(token, session, ended(known, before, now));
    }

    /** Returns those that have ended by time, the one of the same press, and the oldest beyond the limit. */
    static List<BrowserSession> ended(List<BrowserSession> known, Optional<MailboxProof.Begun> before, Instant now) {
        List<BrowserSession> kept = known.stream()
                .filter(one -> one.isLive(now))
                .filter(one -> before.filter(begun -> begun.token().equals(one.token()))
                        .isEmpty())
                .sorted(Comparator.comparing(BrowserSession::madeAt).reversed())
                .limit(BrowserSession.MAX_PER_ORGANISER - 1L)
                .toList();
        return known.stream().filter(one -> !kept.contains(one)).toList();
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
