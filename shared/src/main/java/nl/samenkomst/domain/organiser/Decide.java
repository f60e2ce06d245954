package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.LetterDelay;

/**
 * Accepts or declines somebody under review, once: the same decision again has the same outcome, the opposite one is
 * refused. An accepted person keeps the place that was held, or gets one if there is one, or joins the end of the
 * queue; a place held for a declined person goes to the queue in the same transaction.
 */
public final class Decide {

    /** How long the letter about a decision of {@link #decideWithDelay} waits, so that it can be taken back. */
    public static final Duration LETTER_DELAY = Duration.ofMinutes(2);

    /** The value of the audit record that names the theme wanted before the decision. */
    static final String THEME = "theme";

    private final OrganiserChanges changes;

    public Decide(Registrations registrations, Clock clock, Retrier retrier) {
        this.changes = new OrganiserChanges(registrations, clock, retrier);
    }

    /** Decides until the start; {@code reason} goes into the letter to a declined person and may be empty. */
    public ChangeOutcome decide(
            SessionId session, RegistrationId registration, Decision decision, String reason, Actor actor) {
        return changes.change(session, registration, seen -> decide(seen, decision, reason, actor));
    }

    /**
     * Decides as {@link #decide} does, except that the letter about it leaves {@link #LETTER_DELAY} later, so that
     * {@link WithdrawDecision} can take it back; records what the registration was before.
     */
    public ChangeOutcome decideWithDelay(
            SessionId session, RegistrationId registration, Decision decision, String reason, Actor actor) {
        return changes.change(session, registration, seen -> decideWithDelay(seen, decision, reason, actor));
    }

    static Decided<ChangeOutcome> decideWithDelay(Seen seen, Decision decision, String reason, Actor actor) {
        return decide(
                seen,
                decision,
                reason,
                (next, what) -> OrganiserChanges.tooLate(seen.snapshot().session(), seen.now())
                        .orElseGet(() -> {
                            LetterDelay delay =
                                    new LetterDelay(Optional.of(seen.now().plus(LETTER_DELAY)));
                            Registration after =
                                    delay.applyTo(seen.registration().with(next), seen.now());
                            return seen.commit(
                                    after,
                                    new Request(what, actor, reason)
                                            .entry(after, seen.now())
                                            .with(before(seen, next)));
                        }));
    }

    private static List<ChangedValue> before(Seen seen, RegistrationState next) {
        return List.of(
                new ChangedValue("state", "", seen.state().word(), next.word()),
                new ChangedValue(THEME, "", theme(seen.state()), theme(next)));
    }

    private static String theme(RegistrationState state) {
        return state.theme().map(ThemeId::value).orElse("");
    }

    static Decided<ChangeOutcome> decide(Seen seen, Decision decision, String reason, Actor actor) {
        return decide(seen, decision, reason, (next, what) -> seen.change(next, new Request(what, actor, reason)));
    }

    private static Decided<ChangeOutcome> decide(
            Seen seen,
            Decision decision,
            String reason,
            BiFunction<RegistrationState, AuditAction, Decided<ChangeOutcome>> change) {
        return switch (seen.state()) {
            case RegistrationState.UnderReview review ->
                switch (decision) {
                    case ACCEPT -> change.apply(seen.places().accept(review, seen.now()), AuditAction.ACCEPTED);
                    case DECLINE ->
                        change.apply(new RegistrationState.Declined(seen.now(), reason), AuditAction.DECLINED);
                };
            case RegistrationState.Confirmed _, RegistrationState.Waitlisted _ ->
                decision == Decision.ACCEPT ? seen.unchanged() : OrganiserChanges.refused(RefusalReason.DECIDED);
            case RegistrationState.Declined _ ->
                decision == Decision.DECLINE ? seen.unchanged() : OrganiserChanges.refused(RefusalReason.DECIDED);
            case RegistrationState.Cancelled _ -> OrganiserChanges.refused(RefusalReason.CANCELLED);
            case RegistrationState.Invitation _ -> OrganiserChanges.refused(RefusalReason.INVITED);
        };
    }
}
