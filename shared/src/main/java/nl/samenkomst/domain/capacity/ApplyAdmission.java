package nl.samenkomst.domain.capacity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.document.Admission;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Applies a changed admission rule to people under review, in the order in which they came: those whom the rule no
 * longer leaves to the organiser are accepted, and the others hold a place, or not, as it says now. Decides about nobody
 * after the start.
 */
final class ApplyAdmission {

    private static final Comparator<Registration> FIRST_COME = Comparator.comparing(
                    (Registration registration) -> registration.state().since())
            .thenComparing(registration -> registration.id().value());

    private final Sessions sessions;
    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    ApplyAdmission(Sessions sessions, Registrations registrations, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Decides about everybody under review, each in a transaction; reads their registrations only if there are any. */
    void decideAll(SessionId id) {
        Optional<SessionSnapshot> seen = sessions.find(id);
        Instant now = clock.instant();
        if (seen.isEmpty()
                || seen.get().session().isSettledBy(now)
                || seen.get().places().count(Count.REVIEWING) == 0) {
            return;
        }
        List<Registration> reviewed = new ArrayList<>();
        for (Registration registration : registrations.all(id, now)) {
            if (registration.state() instanceof RegistrationState.UnderReview) {
                reviewed.add(registration);
            }
        }
        reviewed.sort(FIRST_COME);
        for (Registration registration : reviewed) {
            retrier.call(() -> attempt(id, registration.id()));
        }
    }

    private Attempt<Boolean> attempt(SessionId id, RegistrationId registration) {
        Instant now = clock.instant();
        return registrations
                .find(id, registration, now)
                .map(seen -> writer.write(decide(seen, now), now))
                .orElseGet(() -> Attempt.settled(false));
    }

    /** Decides about one person; the outcome tells whether anything changes. */
    static Decided<Boolean> decide(RegistrationSnapshot seen, Instant now) {
        if (seen.session().isSettledBy(now)) {
            return Decided.asIs(false);
        }
        return seen.registration()
                .flatMap(known -> next(seen.session(), seen.places(), known, now)
                        .<Decided<Boolean>>map(state -> new Decided.CommitAndPromote<>(
                                RegistrationChanges.changing(seen.sessionSnapshot(), known, known.with(state), now),
                                true)))
                .orElseGet(() -> Decided.asIs(false));
    }

    /** Returns the state that the rule gives somebody under review; empty if it stays as it is. */
    private static Optional<RegistrationState> next(Session session, Places places, Registration known, Instant now) {
        if (!(known.state() instanceof RegistrationState.UnderReview review)) {
            return Optional.empty();
        }
        return switch (session.document().signUp().admission()) {
            case Admission.Open _ -> Optional.of(places.accept(review, now));
            case Admission.Reviewed rule ->
                rule.isReviewedFor(known.person().email())
                        ? holding(rule, places, review)
                        : Optional.of(places.accept(review, now));
            case Admission.Invited _ -> Optional.empty();
        };
    }

    private static Optional<RegistrationState> holding(
            Admission.Reviewed rule, Places places, RegistrationState.UnderReview review) {
        if (review.holdsPlace() && !rule.holdsPlace()) {
            return Optional.of(new RegistrationState.UnderReview(review.since(), false, review.theme()));
        }
        boolean getsPlace = !review.holdsPlace() && rule.holdsPlace() && places.mayTake(review.theme());
        return getsPlace
                ? Optional.of(new RegistrationState.UnderReview(review.since(), true, places.seat(review.theme())))
                : Optional.empty();
    }
}
