package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;

/** Computes a session's places after registration changes; nothing else changes them. */
final class CapacityChange {

    private CapacityChange() {}

    static Places after(Places places, RegistrationChange change) {
        Places left = mail(count(places, change.before(), -1), change);
        return change.after().isEmpty()
                ? afterErasure(left, change.before().orElseThrow())
                : presence(count(left, change.after(), 1), change);
    }

    private static Places afterErasure(Places left, Registration erased) {
        return erased.state().holdsPlace() ? left.add(Count.FREED_BY_ERASURE, 1) : left;
    }

    private static Places presence(Places places, RegistrationChange change) {
        // An earlier release marked people without counting them: such a mark takes nothing back.
        return move(places, mark(change.before()), mark(change.after()));
    }

    private static Places mail(Places places, RegistrationChange change) {
        return move(places, mailProblem(change.before()), mailProblem(change.after()));
    }

    /** Moves one from a counter to another; takes nothing from a counter that is 0. */
    private static Places move(Places places, Optional<Count> before, Optional<Count> after) {
        Places left = before.filter(count -> places.count(count) > 0)
                .map(count -> places.add(count, -1))
                .orElse(places);
        return after.map(count -> left.add(count, 1)).orElse(left);
    }

    private static Optional<Count> mailProblem(Optional<Registration> registration) {
        return registration.flatMap(Registration::mailProblem).flatMap(problem -> switch (problem.kind()) {
            case DELAYED, LATE -> Optional.empty();
            case BOUNCED, SUPPRESSED -> Optional.of(Count.BOUNCED);
            case COMPLAINED -> Optional.of(Count.COMPLAINED);
            // Comes and goes with the letters, which are written without the places.
            case TOO_MANY, REFUSED -> Optional.empty();
        });
    }

    private static Optional<Count> mark(Optional<Registration> registration) {
        return registration.flatMap(Registration::present).map(there -> there ? Count.PRESENT : Count.ABSENT);
    }

    /** Returns the places after a waitlisted person was given one at this theme. */
    static Places afterPromotion(Places places, QueueEntry waiting, Optional<ThemeId> theme) {
        Places left =
                count(places, new RegistrationState.Waitlisted(Instant.EPOCH, waiting.number(), waiting.wish()), -1);
        return count(left, new RegistrationState.Confirmed(Instant.EPOCH, true, theme), 1);
    }

    private static Places count(Places places, Optional<Registration> registration, int delta) {
        return registration
                .map(known -> unconfirmed(count(places, known.state(), delta), known, delta))
                .orElse(places);
    }

    /** Counts an active registration whose address nobody has confirmed, and the place that it holds. */
    private static Places unconfirmed(Places places, Registration registration, int delta) {
        if (!registration.isUnconfirmed()) {
            return places;
        }
        Places inAll = places.add(Count.UNCONFIRMED, delta);
        if (!registration.state().holdsPlace()) {
            return inAll;
        }
        Places seated = inAll.add(Count.UNCONFIRMED_PLACES, delta);
        return registration
                .state()
                .theme()
                .map(theme -> seated.addUnconfirmed(theme, delta))
                .orElse(seated);
    }

    private static Places count(Places places, RegistrationState state, int delta) {
        return switch (state) {
            case RegistrationState.Confirmed _ -> seated(places, state, delta);
            case RegistrationState.UnderReview review -> {
                Places reviewed = places.add(Count.REVIEWING, delta);
                yield review.holdsPlace() ? seated(reviewed, state, delta).add(Count.HELD, delta) : reviewed;
            }
            case RegistrationState.Waitlisted waiting -> {
                Places numbered = delta > 0 ? places.afterGivingOut(waiting.number()) : places;
                Places inAll = numbered.add(Count.WAITING, delta);
                yield waiting.wish().map(theme -> inAll.add(theme, 0, delta)).orElse(inAll);
            }
            case RegistrationState.Declined _ -> places.add(Count.DECLINED, delta);
            case RegistrationState.Cancelled _ -> places.add(Count.CANCELLED, delta);
            case RegistrationState.Invited _ -> places.add(Count.INVITED, delta);
            case RegistrationState.InvitationDeclined _ -> places.add(Count.NOT_COMING, delta);
            case RegistrationState.InvitationRevoked _ -> places.add(Count.REVOKED, delta);
        };
    }

    private static Places seated(Places places, RegistrationState state, int delta) {
        Places inAll = places.add(Count.TAKEN, delta);
        return state.theme().map(theme -> inAll.add(theme, delta, 0)).orElse(inAll);
    }
}
