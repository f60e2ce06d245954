package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.Admission;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;

/**
 * Takes decisions of {@link Decide#decideWithDelay} back as long as their letters have not left; the people are under
 * review again, as if nothing had been decided. Somebody declined gets the place that was held only if it is still free.
 * Withdrawing again has the same outcome.
 */
public final class WithdrawDecision {

    private final Sessions sessions;
    private final OrganiserChanges changes;
    private final Clock clock;

    public WithdrawDecision(Sessions sessions, Registrations registrations, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.changes = new OrganiserChanges(registrations, clock, retrier);
        this.clock = clock;
    }

    /** Takes these decisions back, each in a transaction of its own, and returns the outcomes in the same order. */
    public Map<RegistrationId, ChangeOutcome> withdraw(
            SessionId session, List<RegistrationId> registrations, Actor actor) {
        List<AuditEntry> trail = sessions.changes(session, clock.instant());
        Map<RegistrationId, ChangeOutcome> outcomes = new LinkedHashMap<>();
        for (RegistrationId id : registrations) {
            outcomes.put(id, changes.change(session, id, seen -> decide(seen, trail, actor)));
        }
        return outcomes;
    }

    /** Returns whether a decision about the registration can be taken back at {@code now}. */
    public static boolean isOpen(Registration registration, Instant now) {
        boolean isDecided = switch (registration.state()) {
            case RegistrationState.Confirmed confirmed -> !confirmed.fromWaitingList();
            case RegistrationState.Waitlisted _ -> true;
            case RegistrationState.Declined _ -> true;
            case RegistrationState.UnderReview _ -> false;
            case RegistrationState.Invitation _ -> false;
            case RegistrationState.Cancelled _ -> false;
        };
        Instant letterAt = registration.state().since().plus(Decide.LETTER_DELAY);
        return isDecided
                && now.isBefore(letterAt)
                && registration.letters().delayedUntil().equals(Optional.of(letterAt));
    }

    /** Returns when the letter about a decision leaves, which is when it can no longer be taken back. */
    public static Instant closesAt(Registration decided) {
        return decided.state().since().plus(Decide.LETTER_DELAY);
    }

    /** Returns whether a registration that is under review again lost the place that the session holds for people. */
    public static boolean lostPlace(ChangeOutcome outcome, Admission admission) {
        return outcome instanceof ChangeOutcome.Changed changed
                && changed.now().registration().state() instanceof RegistrationState.UnderReview review
                && !review.holdsPlace()
                && admission instanceof Admission.Reviewed rule
                && rule.holdsPlace();
    }

    static Decided<ChangeOutcome> decide(Seen seen, List<AuditEntry> trail, Actor actor) {
        if (seen.state() instanceof RegistrationState.UnderReview) {
            return seen.unchanged();
        }
        Optional<AuditEntry> decision =
                trail.stream().filter(entry -> isDecision(entry, seen)).findFirst();
        if (decision.isEmpty() || !isOpen(seen.registration(), seen.now())) {
            return OrganiserChanges.refused(RefusalReason.DECISION_FINAL);
        }
        return OrganiserChanges.tooLate(seen.snapshot().session(), seen.now()).orElseGet(() -> {
            Registration after = seen.registration()
                    .with(underReview(seen, wish(decision.get())))
                    .with(seen.registration().letters().release(closesAt(seen.registration())));
            return seen.commit(after, new Request(AuditAction.DECISION_WITHDRAWN, actor, ""));
        });
    }

    private static boolean isDecision(AuditEntry entry, Seen seen) {
        boolean isOfDesk =
                entry.values().stream().anyMatch(value -> value.what().equals(Decide.THEME));
        return isOfDesk
                && entry.isAbout(seen.registration().id().value())
                && entry.at().equals(seen.state().since())
                && (entry.what().equals(AuditAction.ACCEPTED.word())
                        || entry.what().equals(AuditAction.DECLINED.word()));
    }

    private static Optional<ThemeId> wish(AuditEntry decision) {
        return decision.values().stream()
                .filter(value -> value.what().equals(Decide.THEME))
                .map(ChangedValue::before)
                .findFirst()
                .flatMap(ThemeId::parse);
    }

    /** Dates the review from the sign-up, so that the letter about it is not owed again. */
    private static RegistrationState underReview(Seen seen, Optional<ThemeId> wish) {
        Instant since = seen.registration().signedUpAt();
        boolean holds = seen.snapshot().session().document().signUp().admission() instanceof Admission.Reviewed rule
                && rule.holdsPlace();
        if (holds && seen.state() instanceof RegistrationState.Confirmed confirmed) {
            return new RegistrationState.UnderReview(since, true, confirmed.theme());
        }
        boolean isFree = seen.state() instanceof RegistrationState.Declined
                && seen.places().mayTake(wish.filter(seen.places()::isOpen));
        return holds && isFree
                ? new RegistrationState.UnderReview(since, true, seen.places().seat(wish))
                : new RegistrationState.UnderReview(since, false, wish);
    }
}
