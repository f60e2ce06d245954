package nl.samenkomst.domain.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.Access;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.factor.RecoveryCode;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.factor.TotpSecret;

/** Shows organisers their own account, and changes it: their name, where they are signed in, and their second factor. */
public final class OwnAccount {

    private final SignIns signIns;
    private final Organisers organisers;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    public OwnAccount(SignIns signIns, Organisers organisers, Clock clock, RandomGenerator random, Retrier retrier) {
        this.signIns = signIns;
        this.organisers = organisers;
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    /** Returns the browsers in which an organiser is signed in, the latest first. */
    public List<BrowserSession> browserSessions(Organiser organiser) {
        Instant now = clock.instant();
        return organisers.browserSessions(organiser.id()).stream()
                .filter(one -> one.isLive(now))
                .sorted(Comparator.comparing(BrowserSession::madeAt).reversed())
                .toList();
    }

    /** Returns an organiser's second factor; empty if they have none. */
    public Optional<SecondFactor> factor(Organiser organiser) {
        return signIns.factor(organiser.id()).filter(known -> known.isOf(organiser));
    }

    /** Signs out whoever has this token; nothing happens if its session has ended. */
    public void signOut(SessionToken token) {
        organisers
                .find(token.organiser())
                .ifPresent(organiser -> end(organiser, one -> one.token().equals(token.hash()), DeskAction.SIGNED_OUT));
    }

    /** Ends the organiser's session with this hash, written as text; nothing happens if there is none. */
    public void end(Organiser organiser, String hash) {
        end(organiser, one -> one.token().value().equals(hash), DeskAction.BROWSER_SESSION_ENDED);
    }

    /** Ends all the organiser's sessions but the one that they use. */
    public void endOthers(Access.Granted access) {
        end(
                access.organiser(),
                one -> !one.token().equals(access.browserSession().token()),
                DeskAction.BROWSER_SESSION_ENDED);
    }

    private void end(Organiser organiser, Predicate<BrowserSession> which, DeskAction action) {
        retrier.call(() -> {
            List<BrowserSession> ended = organisers.browserSessions(organiser.id()).stream()
                    .filter(which)
                    .toList();
            DeskEntry record = new DeskEntry(clock.instant(), organiser.actor(), action, Optional.empty());
            return ended.isEmpty() ? Attempt.settled(true) : Attempt.after(organisers.end(ended, record), true);
        });
    }

    /** Gives the organiser another name. */
    public void rename(Organiser organiser, String name) {
        retrier.call(() -> {
            Organiser known = organisers.find(organiser.id()).orElse(organiser);
            return known.name().equals(name)
                    ? Attempt.settled(true)
                    : Attempt.after(
                            organisers.change(
                                    known.with(name, known.role(), known.scope(), known.endsAt()),
                                    record(known, DeskAction.COLLEAGUE_CHANGED)),
                            true);
        });
    }

    /** Returns new recovery codes, which take the place of those before; empty if there is no second factor. */
    public List<RecoveryCode> renewRecoveryCodes(Organiser organiser) {
        List<RecoveryCode> codes = RecoveryCode.generate(random);
        return retrier.call(() -> factor(organiser)
                .map(known -> Attempt.after(
                        signIns.write(SignInChanges.of(
                                known.with(codes), record(organiser, DeskAction.RECOVERY_CODES_RENEWED))),
                        codes))
                .orElseGet(() -> Attempt.settled(List.of())));
    }

    /** Returns the app that is about to be enrolled instead of the present one; empty if that was not begun. */
    public Optional<TotpSecret> newApp(Organiser organiser) {
        Instant now = clock.instant();
        return factor(organiser)
                .flatMap(SecondFactor::next)
                .filter(app -> app.isLive(now))
                .map(SecondFactor.NextApp::secret);
    }

    /** Begins to enrol an app instead of the present one, unless that was begun, and returns its secret. */
    public Optional<TotpSecret> beginEnrolment(Organiser organiser) {
        return retrier.call(() -> factor(organiser)
                .map(known -> beginEnrolment(known, clock.instant()))
                .orElseGet(() -> Attempt.settled(Optional.empty())));
    }

    private Attempt<Optional<TotpSecret>> beginEnrolment(SecondFactor known, Instant now) {
        Optional<SecondFactor.NextApp> begun = known.next().filter(app -> app.isLive(now));
        if (begun.isPresent()) {
            return Attempt.settled(begun.map(SecondFactor.NextApp::secret));
        }
        SecondFactor.NextApp app = new SecondFactor.NextApp(TotpSecret.generate(random), now);
        return Attempt.after(signIns.write(SignInChanges.of(known.with(app))), Optional.of(app.secret()));
    }

    /**
     * Enrols the app that was begun instead of the present one, and returns new recovery codes; empty if its code is
     * wrong, or if it was begun too long ago.
     */
    public List<RecoveryCode> enrol(Access.Granted access, String typed) {
        List<RecoveryCode> codes = RecoveryCode.generate(random);
        return retrier.call(() -> {
            Instant now = clock.instant();
            Organiser organiser = organisers.find(access.organiser().id()).orElse(access.organiser());
            return factor(organiser)
                    .map(known -> enrol(known, organiser, access.browserSession(), typed, codes, now))
                    .orElseGet(() -> Attempt.settled(List.of()));
        });
    }

    private Attempt<List<RecoveryCode>> enrol(
            SecondFactor known,
            Organiser organiser,
            BrowserSession session,
            String typed,
            List<RecoveryCode> codes,
            Instant now) {
        if (known.next().isEmpty() && known.isRepeated(typed, session.token(), now)) {
            // The same press of the button: the codes shown first may never have arrived.
            return Attempt.after(signIns.write(SignInChanges.of(known.with(codes))), codes);
        }
        Optional<SecondFactor> enrolled = known.next()
                .filter(app -> app.isLive(now))
                .flatMap(app -> SecondFactor.enrol(
                        organiser.id(), app.secret(), typed, session.token(), codes, known.version(), now));
        if (enrolled.isEmpty()) {
            return Attempt.settled(List.of());
        }
        return Attempt.after(
                signIns.write(SignInChanges.of(enrolled.get(), record(organiser, DeskAction.SECOND_FACTOR_ENROLLED))
                        .with(organiser.withFactor(Optional.of(now)))),
                codes);
    }

    private DeskEntry record(Organiser organiser, DeskAction action) {
        return new DeskEntry(clock.instant(), organiser.actor(), action, Optional.empty());
    }
}
