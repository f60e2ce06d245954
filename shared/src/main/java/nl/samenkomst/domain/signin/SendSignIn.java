package nl.samenkomst.domain.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.InvitationLetterRequest;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.sending.Delivery;

/**
 * Sends the letters that signing in owes: to sign in with, and to a new colleague. Sending again what has left does
 * nothing. If a run ends between sending and recording that, the next one sends another letter with another code.
 */
public final class SendSignIn {

    /** How often a letter is offered to a mail service that takes none, such as one that is at its limit per second. */
    private static final int ATTEMPTS = 3;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SignIns signIns;
    private final Organisers organisers;
    private final SignInMailer mailer;
    private final Optional<EmailAddress> firstOrganiser;
    private final SignInWays ways;
    private final Clock clock;
    private final RandomGenerator random;
    private final Sleeper sleeper;
    private final Retrier retrier;

    public SendSignIn(
            SignIns signIns,
            Organisers organisers,
            SignInMailer mailer,
            Optional<EmailAddress> firstOrganiser,
            SignInWays ways,
            Clock clock,
            RandomGenerator random,
            Sleeper sleeper,
            Retrier retrier) {
        this.signIns = signIns;
        this.organisers = organisers;
        this.mailer = mailer;
        this.firstOrganiser = firstOrganiser;
        this.ways = ways;
        this.clock = clock;
        this.random = random;
        this.sleeper = sleeper;
        this.retrier = retrier;
    }

    /** Sends a letter if it is owed, and if its recipient is an organiser whom a mail takes any further. */
    public SendSignInOutcome send(OwedLetter letter) {
        return switch (letter) {
            case OwedLetter.ToSignIn signIn -> signIn(signIn.browser());
            case OwedLetter.ToColleague invited -> invitation(invited.colleague());
        };
    }

    private SendSignInOutcome signIn(TokenHash browser) {
        Optional<PendingSignIn> owed = owed(browser);
        if (owed.isEmpty()) {
            return SendSignInOutcome.NOTHING;
        }
        EmailAddress address = owed.get().question().email();
        Optional<Organiser> organiser = retrier.call(() -> organiser(address));
        return organiser.filter(ways::mails).map(known -> send(browser, known)).orElse(SendSignInOutcome.NOTHING);
    }

    private Optional<PendingSignIn> owed(TokenHash browser) {
        Instant now = clock.instant();
        return signIns.find(browser)
                .pending()
                .filter(known -> known.mail() == MailState.OWED
                        && known.isLive(now)
                        && known.proof().isEmpty());
    }

    /** Returns the active organiser with this address; makes the first one if nobody can administer the desk. */
    private Attempt<Optional<Organiser>> organiser(EmailAddress address) {
        Instant now = clock.instant();
        List<Organiser> all = organisers.all();
        boolean hasAdministrator = all.stream().anyMatch(one -> one.role() == Role.ADMINISTRATOR && one.isActive(now));
        boolean isFirst = firstOrganiser
                .filter(first -> first.normalised().equals(address.normalised()))
                .isPresent();
        if (hasAdministrator || !isFirst) {
            return Attempt.settled(all.stream()
                    .filter(one -> one.has(address) && one.isActive(now))
                    .findFirst());
        }
        Optional<Organiser> known = all.stream().filter(one -> one.has(address)).findFirst();
        return switch (known.map(one -> Attempt.settled(one.id())).orElseGet(() -> signIns.firstOrganiserId(address))) {
            case Attempt.Conflict<OrganiserId> conflict -> new Attempt.Conflict<>(conflict.cause());
            case Attempt.Settled<OrganiserId> id -> {
                Organiser first = first(known, id.value(), address, now);
                DeskEntry record = new DeskEntry(now, Actor.DESK, DeskAction.COLLEAGUE_INVITED, Optional.of(first.id()))
                        .with("", Role.ADMINISTRATOR.word());
                WriteResult made = known.isPresent() ? organisers.change(first, record) : organisers.add(first, record);
                yield Attempt.after(made, Optional.of(first));
            }
        };
    }

    /** Returns the first organiser, named after the mailbox until they type their name. */
    private static Organiser first(Optional<Organiser> known, OrganiserId id, EmailAddress address, Instant now) {
        return known.map(one -> one.with(one.name(), Role.ADMINISTRATOR, new Scope.All(), Optional.empty()))
                .orElseGet(() -> new Organiser(
                        id,
                        address.value().substring(0, address.value().indexOf('@')),
                        address,
                        Role.ADMINISTRATOR,
                        new Scope.All(),
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Version.NONE.next()));
    }

    private SendSignInOutcome send(TokenHash browser, Organiser organiser) {
        SignInToken link = SignInToken.generate(random);
        MailCode code = MailCode.generate(random);
        Optional<PendingSignIn> minted = retrier.call(() -> mint(browser, organiser, link, code));
        if (minted.isEmpty()) {
            return SendSignInOutcome.NOTHING;
        }
        PendingSignIn known = minted.get();
        Delivery delivery = deliver(() -> mailer.send(
                new SignInLetterRequest(organiser, known.question(), known.askedAt(), link, code, clock.instant())));
        SendSignInOutcome outcome = outcome(delivery);
        MailState state = outcome == SendSignInOutcome.SENT ? MailState.SENT : MailState.FAILED;
        retrier.call(() -> note(browser, known.askedAt(), state));
        noteMail(browser, delivery);
        return outcome;
    }

    /** Stores the hashes before the letter leaves, so that no letter arrives whose code is unknown. */
    private Attempt<Optional<PendingSignIn>> mint(
            TokenHash browser, Organiser organiser, SignInToken link, MailCode code) {
        Optional<PendingSignIn> owed = owed(browser);
        if (owed.isEmpty()) {
            return Attempt.settled(Optional.empty());
        }
        Instant now = clock.instant();
        PendingSignIn minted = owed.get()
                .with(
                        new MintedLetter(
                                organiser.id(),
                                now,
                                link.hash(),
                                CodeHash.of(code, owed.get().salt())),
                        now);
        return Attempt.after(signIns.write(SignInChanges.of(minted)), Optional.of(minted));
    }

    /** Records what became of the letter, unless the browser has asked for another one since. */
    private Attempt<Boolean> note(TokenHash browser, Instant askedAt, MailState state) {
        Optional<PendingSignIn> known = signIns.find(browser)
                .pending()
                .filter(pending ->
                        pending.mail() == MailState.OWED && pending.askedAt().equals(askedAt));
        return known.map(pending -> Attempt.after(signIns.write(SignInChanges.of(pending.with(state))), true))
                .orElseGet(() -> Attempt.settled(false));
    }

    private SendSignInOutcome invitation(OrganiserId colleague) {
        Instant now = clock.instant();
        Optional<Invitation> owed = signIns.invitation(colleague);
        if (owed.isEmpty()) {
            return SendSignInOutcome.NOTHING;
        }
        Optional<Organiser> active = organisers.find(colleague).filter(one -> one.isActive(now));
        if (active.isEmpty() || !now.isBefore(owed.get().at().plus(Invitation.MEMORY))) {
            signIns.complete(owed.get());
            return SendSignInOutcome.NOTHING;
        }
        Optional<Organiser> by = organisers.find(owed.get().by());
        SendSignInOutcome outcome = outcome(deliver(() -> mailer.send(new InvitationLetterRequest(
                active.get(), by, !ways.takesMailOf(active.get()), owed.get().language(), clock.instant()))));
        if (outcome != SendSignInOutcome.UNAVAILABLE) {
            signIns.complete(owed.get());
        }
        return outcome;
    }

    private Delivery deliver(Supplier<Delivery> send) {
        Delivery delivery = send.get();
        for (int attempt = 1; attempt < ATTEMPTS && delivery instanceof Delivery.Unavailable; attempt++) {
            sleeper.sleep(PAUSE);
            delivery = send.get();
        }
        return delivery;
    }

    /** A letter that may have left counts as sent. */
    private static SendSignInOutcome outcome(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Taken _, Delivery.Unknown _ -> SendSignInOutcome.SENT;
            case Delivery.Refused _ -> SendSignInOutcome.REFUSED;
            case Delivery.Unavailable _ -> SendSignInOutcome.UNAVAILABLE;
        };
    }

    private void noteMail(TokenHash browser, Delivery delivery) {
        if (delivery instanceof Delivery.Unavailable) {
            signIns.noteMail(Optional.of(clock.instant()));
        } else if (signIns.find(browser).mailFailedAt().isPresent()) {
            signIns.noteMail(Optional.empty());
        }
    }
}
