package nl.samenkomst.domain.capacity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.document.Admission;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Applies a changed admission rule to people under review, in the order in which they came: those whom the rule no
 * longer leaves to the organiser are accepted, and the others hold a place, or not, as it says now. An address of a
 * listed domain that nobody has confirmed holds one until then. Decides about nobody after the start.
 */
final class ApplyAdmission {

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

    /**
     * Decides about everybody under review, each in a transaction; reads their registrations only if there are any. If
     * the session changes meanwhile, begins again with the first, so that nobody is decided about by a newer rule than
     * somebody who came earlier.
     */
    void decideAll(SessionId id) {
        boolean done = false;
        while (!done) {
            done = sessions.find(id).map(this::decideAll).orElse(true);
        }
    }

    /** Returns whether the session was the same until the last decision. */
    private boolean decideAll(SessionSnapshot seen) {
        Session session = seen.session();
        Instant now = clock.instant();
        if (session.isSettledBy(now) || seen.places().count(Count.REVIEWING) == 0) {
            return true;
        }
        List<Registration> reviewed = new ArrayList<>();
        for (Registration registration : registrations.all(session.id(), now)) {
            if (isUnderReview(registration.state())) {
                reviewed.add(registration);
            }
        }
        reviewed.sort(Registration.OLDEST_STATE_FIRST);
        Set<Optional<ThemeId>> full = new HashSet<>();
        return reviewed.stream()
                .allMatch(registration -> retrier.call(() -> attempt(session, registration.id(), full)));
    }

    /**
     * Decides about one person by the rule of this revision; returns false if the session has another by now.
     *
     * @param full the wishes for which somebody earlier found no place to hold; a place freed since is not held for
     *     anybody later
     */
    private Attempt<Boolean> attempt(Session session, RegistrationId id, Set<Optional<ThemeId>> full) {
        Instant now = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations.find(session.id(), id, now);
        Optional<Registration> known = seen.flatMap(RegistrationSnapshot::registration);
        if (seen.isEmpty() || known.isEmpty()) {
            return Attempt.settled(true);
        }
        if (!seen.get().session().revision().equals(session.revision())) {
            return Attempt.settled(false);
        }
        RegistrationState state = known.get().state();
        Decided<Boolean> decided = decide(seen.get(), now);
        if (decided.stored().isEmpty() && isUnderReview(state) && !state.holdsPlace()) {
            full.add(state.theme());
        }
        boolean isOvertaking = decided.stored()
                        .filter(one -> isUnderReview(one.state()) && one.state().holdsPlace())
                        .isPresent()
                && full.contains(state.theme());
        return isOvertaking ? Attempt.settled(true) : writer.write(decided, now).map(_ -> true);
    }

    private static boolean isUnderReview(RegistrationState state) {
        return state instanceof RegistrationState.UnderReview;
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
            case Admission.Reviewed rule -> {
                boolean isListed = rule.admits(known.person().email());
                yield isListed && known.proof().isGiven()
                        ? Optional.of(places.accept(review, now))
                        : holding(isListed || rule.holdsPlace(), places, review);
            }
            case Admission.Invited _ -> Optional.empty();
        };
    }

    private static Optional<RegistrationState> holding(
            boolean holdsPlace, Places places, RegistrationState.UnderReview review) {
        if (review.holdsPlace() && !holdsPlace) {
            return Optional.of(new RegistrationState.UnderReview(review.since(), false, review.theme()));
        }
        boolean getsPlace = !review.holdsPlace() && holdsPlace && places.mayTake(review.theme());
        return getsPlace
                ? Optional.of(new RegistrationState.UnderReview(review.since(), true, places.seat(review.theme())))
                : Optional.empty();
    }
}
