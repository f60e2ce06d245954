package nl.samenkomst.domain.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.factor.FactorCheck;
import nl.samenkomst.domain.factor.RecoveryCode;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.factor.TotpSecret;

/**
 * Takes the second factor: the first code of an app that is enrolled at the first sign-in, a code of that app or a
 * recovery code at any later one, and once more for an act that needs a fresh one.
 */
public final class GiveFactor {

    /** What a record of signing in has as its new value if somebody gave the second factor once more. */
    public static final String STEP_UP = "step-up";

    private final SignIns signIns;
    private final Organisers organisers;
    private final SignInWays ways;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    public GiveFactor(
            SignIns signIns,
            Organisers organisers,
            SignInWays ways,
            Clock clock,
            RandomGenerator random,
            Retrier retrier) {
        this.signIns = signIns;
        this.organisers = organisers;
        this.ways = ways;
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    /** A browser that has proven a mailbox, and what its page shows. */
    public record FactorPage(Organiser organiser, Optional<TotpSecret> enrolment, Optional<String> next) {}

    /**
     * Returns what to show to a browser that has proven a mailbox; empty if it must start again, or if a mail does not
     * sign its organiser in. Changes nothing.
     */
    public Optional<FactorPage> look(Optional<SignInToken> cookie) {
        Instant now = clock.instant();
        return cookie.flatMap(token -> signIns.find(token.hash()).pending())
                .flatMap(known -> known.usableProof(now)
                        .filter(proof -> proof.begun().isEmpty() && proof.factorTries() > 0)
                        .flatMap(proof -> organisers
                                .find(proof.organiser())
                                .filter(one -> one.isActive(now) && ways.takesMailOf(one))
                                .map(organiser -> new FactorPage(
                                        organiser,
                                        proof.enrolment(),
                                        known.question().next()))));
    }

    /**
     * Takes the second factor of a browser that has proven a mailbox.
     *
     * @param before the token of the browser's session, which ends once another begins; empty if it has none
     */
    public SignInOutcome atSignIn(Optional<SignInToken> cookie, Optional<SessionToken> before, String typed) {
        return cookie.map(token -> retrier.call(() -> atSignIn(token.hash(), before, typed)))
                .orElseGet(SignInOutcome.StartAgain::new);
    }

    /** Takes the second factor of somebody who is signed in, whose session goes on under a new token. */
    public SignInOutcome onceMore(Organiser organiser, BrowserSession session, String typed) {
        return retrier.call(() -> attemptOnceMore(organiser, session, typed));
    }

    private Attempt<SignInOutcome> atSignIn(TokenHash browser, Optional<SessionToken> before, String typed) {
        Instant now = clock.instant();
        Optional<PendingSignIn> found = signIns.find(browser).pending();
        Optional<MailboxProof> usable = found.flatMap(known -> known.usableProof(now));
        Optional<Organiser> active = usable.flatMap(proof -> organisers.find(proof.organiser()))
                .filter(one -> one.isActive(now) && ways.takesMailOf(one));
        if (active.isEmpty() || usable.isEmpty() || usable.get().factorTries() == 0) {
            return Attempt.settled(new SignInOutcome.StartAgain());
        }
        Seen seen = new Seen(
                found.orElseThrow(),
                usable.get(),
                active.get(),
                signIns.factor(active.get().id()),
                NewBrowserSession.Known.read(organisers, active.get().id(), before));
        Step step = decide(seen, typed, random, now);
        return Attempt.after(signIns.write(step.changes()), step.outcome());
    }

    /** What a second factor is checked against. */
    record Seen(
            PendingSignIn pending,
            MailboxProof proof,
            Organiser organiser,
            Optional<SecondFactor> factor,
            NewBrowserSession.Known sessions) {}

    /** What is written, and what the browser is told then. */
    record Step(SignInChanges changes, SignInOutcome outcome) {}

    static Step decide(Seen seen, String typed, RandomGenerator random, Instant now) {
        return seen.proof().enrolment().isPresent()
                ? enrol(seen, seen.proof().enrolment().get(), typed, random, now)
                : check(seen, typed, random, now);
    }

    private static Step enrol(Seen seen, TotpSecret secret, String typed, RandomGenerator random, Instant now) {
        TokenHash by = seen.pending().id();
        List<RecoveryCode> codes = RecoveryCode.generate(random);
        Optional<MailboxProof.Begun> begun = seen.proof().begun();
        if (begun.isPresent()) {
            // The same press of the button: the codes shown first may never have arrived.
            return seen.factor()
                    .filter(known -> known.isRepeated(typed, by, now))
                    .map(known -> begin(
                            seen,
                            known.with(codes),
                            codes,
                            List.of(),
                            random,
                            begun.get().at()))
                    .orElseGet(() -> wrong(seen, Optional.empty(), now));
        }
        // Somebody may have enrolled in another browser meanwhile, and the desk asks for that one then.
        if (seen.organiser().factorSince().isPresent()) {
            return new Step(
                    SignInChanges.of(seen.pending().withWrongFactor(seen.proof())), new SignInOutcome.StartAgain());
        }
        Version before = seen.factor().map(SecondFactor::version).orElse(Version.NONE);
        return SecondFactor.enrol(seen.organiser().id(), secret, typed, by, codes, before, now)
                .map(enrolled -> begin(
                        seen,
                        enrolled,
                        codes,
                        List.of(new DeskEntry(
                                now, seen.organiser().actor(), DeskAction.SECOND_FACTOR_ENROLLED, Optional.empty())),
                        random,
                        now))
                .orElseGet(() -> wrong(seen, Optional.empty(), now));
    }

    private static Step check(Seen seen, String typed, RandomGenerator random, Instant now) {
        Optional<SecondFactor> enrolled = seen.factor().filter(known -> known.isOf(seen.organiser()));
        if (enrolled.isEmpty()) {
            return wrong(seen, Optional.empty(), now);
        }
        FactorCheck check = enrolled.get().check(typed, seen.pending().id(), now);
        Optional<Instant> begunAt = seen.proof().begun().map(MailboxProof.Begun::at);
        return switch (check) {
            case FactorCheck.Right right
            when begunAt.isEmpty() ->
                begin(seen, right.after(), List.of(), recordsOf(right, seen.organiser(), now), random, now);
            case FactorCheck.Repeated repeated
            when begunAt.isPresent() -> begin(seen, repeated.after(), List.of(), List.of(), random, begunAt.get());
            case FactorCheck.Right right -> wrong(seen, Optional.of(right.after()), now);
            case FactorCheck.Repeated repeated -> wrong(seen, Optional.of(repeated.after()), now);
            case FactorCheck.Wrong wrong -> wrong(seen, Optional.of(wrong.after()), now);
        };
    }

    private static List<DeskEntry> recordsOf(FactorCheck.Right right, Organiser organiser, Instant now) {
        return right.isRecoveryCode()
                ? List.of(new DeskEntry(now, organiser.actor(), DeskAction.RECOVERY_CODE_USED, Optional.empty()))
                : List.of();
    }

    private static Step begin(
            Seen seen,
            SecondFactor factor,
            List<RecoveryCode> codes,
            List<DeskEntry> more,
            RandomGenerator random,
            Instant at) {
        NewBrowserSession begun = NewBrowserSession.of(
                seen.organiser(), seen.pending(), seen.proof().begun(), Optional.of(at), seen.sessions(), random, at);
        List<DeskEntry> records = new ArrayList<>(more);
        records.add(new DeskEntry(at, seen.organiser().actor(), DeskAction.SIGNED_IN, Optional.empty()));
        boolean isNew = !factor.isOf(seen.organiser());
        Organiser after = isNew
                ? seen.organiser().signedInWithNewFactor(at)
                : seen.organiser().signedIn(at);
        SignInChanges changes = SignInChanges.of(
                        seen.pending()
                                .begun(
                                        seen.proof(),
                                        new MailboxProof.Begun(
                                                at, begun.session().token())),
                        records.toArray(DeskEntry[]::new))
                .with(factor)
                .with(after)
                .beginning(begun.session(), Optional.empty(), begun.ended());
        return new Step(
                changes,
                new SignInOutcome.SignedIn(
                        begun.token(), seen.pending().question().next(), codes));
    }

    private static Step wrong(Seen seen, Optional<SecondFactor> factor, Instant now) {
        PendingSignIn after = seen.pending().withWrongFactor(seen.proof());
        SignInChanges changes = seen.proof().factorTries() == 1
                ? SignInChanges.of(
                        after,
                        new DeskEntry(
                                now,
                                Actor.DESK,
                                DeskAction.SIGN_IN_REFUSED,
                                Optional.of(seen.organiser().id())))
                : SignInChanges.of(after);
        return new Step(factor.map(changes::with).orElse(changes), new SignInOutcome.Refused());
    }

    private Attempt<SignInOutcome> attemptOnceMore(Organiser organiser, BrowserSession session, String typed) {
        Instant now = clock.instant();
        Optional<SecondFactor> enrolled = signIns.factor(organiser.id()).filter(known -> known.isOf(organiser));
        if (enrolled.isEmpty()) {
            return Attempt.settled(new SignInOutcome.Refused());
        }
        FactorCheck check = enrolled.get().check(typed, session.token(), now);
        if (check instanceof FactorCheck.Wrong wrong) {
            return Attempt.after(signIns.write(SignInChanges.of(wrong.after())), new SignInOutcome.Refused());
        }
        List<BrowserSession> sessions = organisers.browserSessions(organiser.id());
        Step step = onceMore(organiser, session, check, sessions, random, now);
        return Attempt.after(signIns.write(step.changes()), step.outcome());
    }

    static Step onceMore(
            Organiser organiser,
            BrowserSession session,
            FactorCheck check,
            List<BrowserSession> sessions,
            RandomGenerator random,
            Instant now) {
        Instant at = check instanceof FactorCheck.Repeated repeated
                ? repeated.after().lastUse().orElseThrow().at()
                : now;
        NewBrowserSession begun = NewBrowserSession.replacing(session, at, sessions, random);
        List<DeskEntry> records = new ArrayList<>(
                check instanceof FactorCheck.Right right ? recordsOf(right, organiser, now) : List.of());
        records.add(new DeskEntry(at, organiser.actor(), DeskAction.SIGNED_IN, Optional.empty()).with("", STEP_UP));
        SignInChanges changes = SignInChanges.of(check.after(), records.toArray(DeskEntry[]::new))
                .beginning(
                        begun.session(),
                        Optional.of(session.endingAt(at.plus(SecondFactor.DOUBLE_PRESS))),
                        begun.ended());
        return new Step(changes, new SignInOutcome.SignedIn(begun.token(), Optional.empty(), List.of()));
    }
}
