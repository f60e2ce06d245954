package nl.samenkomst.domain.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.Network;

/**
 * Takes a request for a letter to sign in with. It does the same for every address, known or not, within the limits or
 * beyond: the letter is written later, by {@link SendSignIn}.
 */
public final class AskSignIn {

    private final SignIns signIns;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    public AskSignIn(SignIns signIns, Clock clock, RandomGenerator random, Retrier retrier) {
        this.signIns = signIns;
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    /**
     * Returns the token for the browser's cookie.
     *
     * @param cookie the token that the browser has; empty if it has none
     */
    public SignInToken ask(Optional<SignInToken> cookie, SignInQuestion question, Network network) {
        SignInToken fresh = SignInToken.generate(random);
        String salt = SignInToken.generate(random).secret();
        return retrier.call(() -> attempt(cookie, fresh, salt, question, network));
    }

    private Attempt<SignInToken> attempt(
            Optional<SignInToken> cookie, SignInToken fresh, String salt, SignInQuestion question, Network network) {
        SignInToken shown = cookie.orElse(fresh);
        return switch (signIns.asking(shown.hash(), question.email(), network)) {
            case Attempt.Conflict<Asking> conflict -> new Attempt.Conflict<>(conflict.cause());
            case Attempt.Settled<Asking> read -> {
                Decided decided = decide(read.value(), fresh, salt, question, clock.instant());
                SignInToken kept = decided.pending().id().equals(fresh.hash()) ? fresh : shown;
                yield Attempt.after(signIns.ask(decided.pending(), decided.byAddress(), decided.byNetwork()), kept);
            }
        };
    }

    /** What is stored of a request. */
    record Decided(PendingSignIn pending, RequestCounter byAddress, RequestCounter byNetwork) {}

    static Decided decide(Asking seen, SignInToken fresh, String salt, SignInQuestion question, Instant now) {
        boolean isWithinLimits =
                seen.byAddress().mayCount(now) && seen.byNetwork().mayCount(now);
        MailState mail = isWithinLimits ? MailState.OWED : MailState.WITHHELD;
        PendingSignIn pending = seen.pending()
                .filter(known -> known.isAskedAgainBy(question, now))
                .map(known -> known.askedAgain(question, mail, now))
                .orElseGet(() -> PendingSignIn.asked(fresh.hash(), question, salt, mail, now));
        return isWithinLimits
                ? new Decided(
                        pending,
                        seen.byAddress().counting(now),
                        seen.byNetwork().counting(now))
                : new Decided(
                        pending,
                        seen.byAddress().unchanged(now),
                        seen.byNetwork().unchanged(now));
    }
}
