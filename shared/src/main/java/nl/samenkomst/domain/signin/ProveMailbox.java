package nl.samenkomst.domain.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.factor.TotpSecret;

/**
 * Takes the code or the link of a letter, from the browser that asked for it. A wrong code, an expired one, one too many
 * and one for an unknown address have the same outcome, after the same reads, computation and writes.
 */
public final class ProveMailbox {

    /** The salt where there is no request, so that a hash is computed there too. */
    private static final String NO_SALT = "AAAAAAAAAAAAAAAAAAAAAA";

    private final SignIns signIns;
    private final Organisers organisers;
    private final SignInWays ways;
    private final boolean asksSecondFactor;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    public ProveMailbox(
            SignIns signIns,
            Organisers organisers,
            SignInWays ways,
            boolean asksSecondFactor,
            Clock clock,
            RandomGenerator random,
            Retrier retrier) {
        this.signIns = signIns;
        this.organisers = organisers;
        this.ways = ways;
        this.asksSecondFactor = asksSecondFactor;
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    /** Returns what is known of a browser, and changes nothing; an expired request counts as none. */
    public SeenSignIn look(Optional<SignInToken> cookie) {
        Instant now = clock.instant();
        SeenSignIn seen = cookie.map(token -> signIns.find(token.hash()))
                .orElseGet(() -> new SeenSignIn(Optional.empty(), Optional.empty()));
        return new SeenSignIn(seen.pending().filter(known -> known.isLive(now)), seen.mailFailedAt());
    }

    /** Returns whether a press of the button on the link's page would be taken, and changes nothing. */
    public boolean isGood(Optional<SignInToken> cookie, SignInToken link) {
        Instant now = clock.instant();
        return look(cookie)
                .pending()
                .flatMap(known -> known.letter(isOf(link), now))
                .isPresent();
    }

    /**
     * Takes a code.
     *
     * @param before the token of the browser's session, which ends once another begins; empty if it has none
     */
    public SignInOutcome byCode(Optional<SignInToken> cookie, Optional<SessionToken> before, MailCode code) {
        return cookie.map(token -> retrier.call(() -> byCode(token.hash(), before, code)))
                .orElseGet(SignInOutcome.Refused::new);
    }

    /**
     * Takes a link. A wrong one costs no try, since nobody can guess one, and writes nothing.
     *
     * @param before the token of the browser's session, which ends once another begins; empty if it has none
     */
    public SignInOutcome byLink(Optional<SignInToken> cookie, Optional<SessionToken> before, SignInToken link) {
        return cookie.map(token -> retrier.call(() -> byLink(token.hash(), before, link)))
                .orElseGet(SignInOutcome.Refused::new);
    }

    private Attempt<SignInOutcome> byCode(TokenHash browser, Optional<SessionToken> before, MailCode code) {
        Instant now = clock.instant();
        Optional<PendingSignIn> read = signIns.find(browser).pending();
        CodeHash hash = CodeHash.of(code, read.map(PendingSignIn::salt).orElse(NO_SALT));
        if (read.isEmpty()) {
            // Fails, as there is no such version: the same write as for a wrong code.
            signIns.write(SignInChanges.of(absent(browser, now).withWrongCode()));
            return Attempt.settled(new SignInOutcome.Refused());
        }
        PendingSignIn known = read.get();
        Optional<MintedLetter> letter = known.letter(minted -> minted.code().matches(hash), now);
        Optional<Organiser> organiser = letter.flatMap(minted -> active(minted, now));
        if (organiser.isPresent()) {
            return proven(known, organiser.get(), before, now);
        }
        return Attempt.after(signIns.write(wrongCode(known, now)), new SignInOutcome.Refused());
    }

    private Attempt<SignInOutcome> byLink(TokenHash browser, Optional<SessionToken> before, SignInToken link) {
        Instant now = clock.instant();
        Optional<PendingSignIn> known = signIns.find(browser).pending();
        Optional<Organiser> organiser =
                known.flatMap(pending -> pending.letter(isOf(link), now)).flatMap(letter -> active(letter, now));
        return known.isPresent() && organiser.isPresent()
                ? proven(known.get(), organiser.get(), before, now)
                : Attempt.settled(new SignInOutcome.Refused());
    }

    private static Predicate<MintedLetter> isOf(SignInToken link) {
        TokenHash hash = link.hash();
        return letter -> letter.link().equals(hash);
    }

    private Optional<Organiser> active(MintedLetter letter, Instant now) {
        return organisers.find(letter.organiser()).filter(one -> one.isActive(now));
    }

    private Attempt<SignInOutcome> proven(
            PendingSignIn known, Organiser organiser, Optional<SessionToken> before, Instant now) {
        Optional<MailboxProof> usable = known.usableProof(now);
        if (known.proof().isPresent() && usable.isEmpty()) {
            return Attempt.settled(new SignInOutcome.Refused());
        }
        if (!ways.takesMailOf(organiser)) {
            return connecting(known, organiser, usable, now);
        }
        if (!asksSecondFactor) {
            PendingSignIn proven = usable.isPresent() ? known : known.proven(organiser.id(), Optional.empty(), now);
            NewBrowserSession.Known sessions = NewBrowserSession.Known.read(organisers, organiser.id(), before);
            Begin begin = begin(proven, known, organiser, sessions, random, now);
            return Attempt.after(signIns.write(begin.changes()), begin.outcome());
        }
        if (usable.isPresent()) {
            return Attempt.settled(new SignInOutcome.FactorNext());
        }
        Optional<TotpSecret> enrolment =
                organiser.factorSince().isPresent() ? Optional.empty() : Optional.of(TotpSecret.generate(random));
        return Attempt.after(
                signIns.write(SignInChanges.of(known.proven(organiser.id(), enrolment, now))),
                new SignInOutcome.FactorNext());
    }

    /** Leads on to the provider whoever has yet to connect an account; to anybody else the mail is of no use. */
    private Attempt<SignInOutcome> connecting(
            PendingSignIn known, Organiser organiser, Optional<MailboxProof> usable, Instant now) {
        if (!ways.connectsByMail(organiser)) {
            return Attempt.settled(new SignInOutcome.Refused());
        }
        return usable.isPresent()
                ? Attempt.settled(new SignInOutcome.AccountNext())
                : Attempt.after(
                        signIns.write(SignInChanges.of(known.proven(organiser.id(), Optional.empty(), now))),
                        new SignInOutcome.AccountNext());
    }

    /** What is written when a session begins, and what the browser is told then. */
    record Begin(SignInChanges changes, SignInOutcome outcome) {}

    private static Begin begin(
            PendingSignIn proven,
            PendingSignIn known,
            Organiser organiser,
            NewBrowserSession.Known sessions,
            RandomGenerator random,
            Instant now) {
        MailboxProof proof = proven.proof().orElseThrow();
        // Of a press of the button twice, one act with one record.
        Instant at = proof.begun().map(MailboxProof.Begun::at).orElse(now);
        NewBrowserSession begun =
                NewBrowserSession.of(organiser, proven, proof.begun(), Optional.empty(), sessions, random, at);
        // Of the version that was read, as both steps are stored at once.
        PendingSignIn after =
                known.begun(proof, new MailboxProof.Begun(at, begun.session().token()));
        SignInChanges changes = SignInChanges.of(
                        after, new DeskEntry(at, organiser.actor(), DeskAction.SIGNED_IN, Optional.empty()))
                .with(organiser.signedIn(at))
                .beginning(begun.session(), Optional.empty(), begun.ended());
        return new Begin(
                changes,
                new SignInOutcome.SignedIn(begun.token(), known.question().next(), List.of()));
    }

    /**
     * Records the last try that the desk lets anybody have, also where the address is not known; not beyond the limits of
     * requests, so that nobody fills the history.
     */
    static SignInChanges wrongCode(PendingSignIn known, Instant now) {
        PendingSignIn after = known.withWrongCode();
        boolean isLast = known.tries() == 1 && known.mail() != MailState.WITHHELD;
        return isLast
                ? SignInChanges.of(
                        after,
                        new DeskEntry(
                                now,
                                Actor.DESK,
                                DeskAction.SIGN_IN_REFUSED,
                                known.letters().stream()
                                        .map(MintedLetter::organiser)
                                        .findFirst()))
                : SignInChanges.of(after);
    }

    private static PendingSignIn absent(TokenHash browser, Instant now) {
        return new PendingSignIn(
                browser,
                SignInQuestion.UNKNOWN,
                NO_SALT,
                now,
                MailState.WITHHELD,
                List.of(),
                PendingSignIn.MAX_TRIES,
                Optional.empty(),
                Version.NONE.next());
    }
}
