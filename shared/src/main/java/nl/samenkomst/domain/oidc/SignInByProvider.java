package nl.samenkomst.domain.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Identity;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.signin.GiveFactor;
import nl.samenkomst.domain.signin.MailboxProof;
import nl.samenkomst.domain.signin.NewBrowserSession;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.SignInChanges;
import nl.samenkomst.domain.signin.SignInQuestion;
import nl.samenkomst.domain.signin.SignInToken;
import nl.samenkomst.domain.signin.SignIns;

/**
 * Signs in whoever the organisation's provider let in. An account becomes an organiser's only in the browser in which
 * they proved, a few minutes before, that they read the mailbox at which they were invited; what the provider says of
 * anybody's address decides nothing.
 */
public final class SignInByProvider {

    /** How far the provider's clock may be off. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final SignIns signIns;
    private final Organisers organisers;
    private final SignInWays ways;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    public SignInByProvider(
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

    /** Begins a browser's way to the provider. */
    public ProviderFlow begin(boolean isStepUp, boolean stays, Optional<String> next) {
        return ProviderFlow.begin(random, clock.instant(), isStepUp, stays, next);
    }

    /** Returns whether a flow may still be finished. */
    public boolean isLive(ProviderFlow flow) {
        return flow.isLive(clock.instant());
    }

    /**
     * Returns what a browser asked that has proven the mailbox of somebody who has yet to connect an account; empty if it
     * has not. Changes nothing.
     *
     * @param asking the token of a browser that asked for a mail; empty if it did not
     */
    public Optional<SignInQuestion> connecting(Optional<SignInToken> asking) {
        Instant now = clock.instant();
        return asking.flatMap(token -> signIns.find(token.hash()).pending())
                .filter(pending -> openProof(pending, now)
                        .flatMap(proof -> organisers.find(proof.organiser()))
                        .filter(one -> one.isActive(now) && ways.connectsByMail(one))
                        .isPresent())
                .map(PendingSignIn::question);
    }

    /**
     * Signs in the organiser whose account this is, or becomes.
     *
     * @param asking the token of a browser that asked for a mail; empty if it did not
     * @param before the token of the browser's session, which ends once another begins; empty if it has none
     * @param stays whether the session may be idle for longer
     * @param browser in words
     */
    public ProviderOutcome signIn(
            ProvenIdentity proven,
            Optional<SignInToken> asking,
            Optional<SessionToken> before,
            boolean stays,
            String browser) {
        return retrier.call(() -> attempt(proven, asking, before, stays, browser));
    }

    private Attempt<ProviderOutcome> attempt(
            ProvenIdentity proven,
            Optional<SignInToken> asking,
            Optional<SessionToken> before,
            boolean stays,
            String browser) {
        Instant now = clock.instant();
        Optional<PendingSignIn> pending =
                asking.flatMap(token -> signIns.find(token.hash()).pending());
        return switch (decide(organisers.all(), pending, proven.identity(), now)) {
            case Decision.Refused refused -> Attempt.settled(refused.outcome());
            case Decision.Let let -> {
                NewBrowserSession begun = NewBrowserSession.of(
                        let.organiser(),
                        stays,
                        browser,
                        factorAt(proven, now),
                        NewBrowserSession.Known.read(organisers, let.organiser().id(), before),
                        random,
                        now);
                yield Attempt.after(
                        signIns.write(changes(let, proven.identity(), pending, begun, now)),
                        new ProviderOutcome.SignedIn(begun.token()));
            }
        };
    }

    /** Whom an account lets in. */
    sealed interface Decision {

        /**
         * This organiser.
         *
         * @param isNew whether the account becomes theirs
         * @param proof of the mailbox, which is used up; empty if there is none
         */
        record Let(Organiser organiser, boolean isNew, Optional<MailboxProof> proof) implements Decision {}

        record Refused(ProviderOutcome outcome) implements Decision {}
    }

    static Decision decide(List<Organiser> all, Optional<PendingSignIn> pending, Identity account, Instant now) {
        List<Organiser> owners = all.stream()
                .filter(one -> one.isActive(now) && one.identity().equals(Optional.of(account)))
                .toList();
        Optional<MailboxProof> proof = pending.flatMap(known -> openProof(known, now));
        if (proof.isEmpty()) {
            // Two owners come about only if one person connects two invitations at the same moment: then neither.
            return owners.size() == 1
                    ? new Decision.Let(owners.getFirst(), false, proof)
                    : new Decision.Refused(new ProviderOutcome.NotConnected());
        }
        Optional<Organiser> invited = all.stream()
                .filter(one -> one.id().equals(proof.get().organiser()) && one.isActive(now))
                .findFirst();
        if (invited.isEmpty()) {
            return new Decision.Refused(new ProviderOutcome.NotConnected());
        }
        if (owners.equals(List.of(invited.get()))) {
            return new Decision.Let(invited.get(), false, proof);
        }
        boolean hasOther = invited.get()
                .identity()
                .filter(known -> known.issuer().equals(account.issuer()))
                .isPresent();
        if (!owners.isEmpty() || hasOther) {
            return new Decision.Refused(new ProviderOutcome.OtherPerson());
        }
        // Whoever has a second factor connects an account once they are signed in with it.
        return invited.get().factorSince().isEmpty()
                ? new Decision.Let(invited.get(), true, proof)
                : new Decision.Refused(new ProviderOutcome.NotConnected());
    }

    /** Returns the proof of a mailbox by which nobody is signed in yet. */
    private static Optional<MailboxProof> openProof(PendingSignIn pending, Instant now) {
        return pending.usableProof(now).filter(proof -> proof.begun().isEmpty());
    }

    /**
     * Returns when whoever was let in proved who they are. If the provider does not tell, so long ago that an act which
     * needs a fresh proof asks for one.
     */
    static Instant factorAt(ProvenIdentity proven, Instant now) {
        Instant at = proven.authenticatedAt().orElse(now.minus(BrowserSession.FRESH));
        return at.isAfter(now) ? now : at;
    }

    private static SignInChanges changes(
            Decision.Let let, Identity account, Optional<PendingSignIn> pending, NewBrowserSession begun, Instant now) {
        Organiser organiser = let.organiser();
        List<DeskEntry> records = new ArrayList<>();
        if (let.isNew()) {
            records.add(new DeskEntry(now, organiser.actor(), DeskAction.ACCOUNT_CONNECTED, Optional.empty()));
        }
        records.add(new DeskEntry(now, organiser.actor(), DeskAction.SIGNED_IN, Optional.empty()));
        return new SignInChanges(
                let.proof()
                        .flatMap(proof -> pending.map(known -> known.begun(
                                proof,
                                new MailboxProof.Begun(now, begun.session().token())))),
                Optional.empty(),
                Optional.of(let.isNew() ? organiser.signedInAs(account, now) : organiser.signedIn(now)),
                Optional.of(begun.session()),
                Optional.empty(),
                begun.ended(),
                records);
    }

    /**
     * Takes what the provider says of somebody who is signed in, whose session goes on under a new token. The account
     * becomes theirs if they have none, and gave their second factor a short while ago.
     */
    public ProviderOutcome onceMore(
            ProvenIdentity proven, ProviderFlow flow, Organiser organiser, BrowserSession session) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            boolean connects = ways.mayConnect(organiser);
            List<Organiser> all = connects ? organisers.all() : List.of(organiser);
            Optional<ProviderOutcome> refusal = connects
                    ? refusalToConnect(all, proven.identity(), organiser, session, now)
                    : refusal(proven, flow, organiser);
            if (refusal.isPresent()) {
                return Attempt.settled(refusal.get());
            }
            Optional<Organiser> connected = connects
                    ? all.stream()
                            .filter(one -> one.id().equals(organiser.id()))
                            .map(one -> one.signedInAs(proven.identity(), now))
                            .findFirst()
                    : Optional.empty();
            SessionToken token = SessionToken.generate(organiser.id(), random);
            return Attempt.after(
                    signIns.write(renewed(proven, connected, organiser, session, token, now)),
                    new ProviderOutcome.SignedIn(token));
        });
    }

    private static SignInChanges renewed(
            ProvenIdentity proven,
            Optional<Organiser> connected,
            Organiser organiser,
            BrowserSession session,
            SessionToken token,
            Instant now) {
        BrowserSession renewed = new BrowserSession(
                organiser.id(),
                token.hash(),
                session.madeAt(),
                now,
                Optional.of(factorAt(proven, now)),
                session.stays(),
                session.browser());
        List<DeskEntry> records = new ArrayList<>();
        if (connected.isPresent()) {
            records.add(new DeskEntry(now, organiser.actor(), DeskAction.ACCOUNT_CONNECTED, Optional.empty()));
        }
        records.add(new DeskEntry(now, organiser.actor(), DeskAction.SIGNED_IN, Optional.empty())
                .with("", GiveFactor.STEP_UP));
        return new SignInChanges(
                Optional.empty(),
                Optional.empty(),
                connected,
                Optional.of(renewed),
                // Good for a moment more, for other pages that the browser is loading.
                Optional.of(session.endingAt(now.plus(SecondFactor.DOUBLE_PRESS))),
                List.of(),
                records);
    }

    /** Returns why an account does not become that of somebody who is signed in; empty if it does. */
    static Optional<ProviderOutcome> refusalToConnect(
            List<Organiser> all, Identity account, Organiser organiser, BrowserSession session, Instant now) {
        boolean isTaken = all.stream()
                .anyMatch(one -> one.isActive(now)
                        && !one.id().equals(organiser.id())
                        && one.identity().equals(Optional.of(account)));
        if (isTaken) {
            return Optional.of(new ProviderOutcome.OtherPerson());
        }
        return session.isFresh(now) ? Optional.empty() : Optional.of(new ProviderOutcome.NotFresh());
    }

    /** Returns why the provider's word does not do for an act that needs a fresh proof; empty if it does. */
    static Optional<ProviderOutcome> refusal(ProvenIdentity proven, ProviderFlow flow, Organiser organiser) {
        if (!organiser.identity().equals(Optional.of(proven.identity()))) {
            return Optional.of(new ProviderOutcome.OtherPerson());
        }
        boolean isFresh = proven.authenticatedAt()
                .filter(at -> !at.isBefore(flow.startedAt().minus(CLOCK_SKEW)))
                .isPresent();
        return isFresh ? Optional.empty() : Optional.of(new ProviderOutcome.NotFresh());
    }
}
