package nl.samenkomst.domain.signup;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.RegistrationState;

/** Decides what another choice of theme makes of an active registration. */
public final class ThemeChange {

    private ThemeChange() {}

    /**
     * Returns the state with the theme wanted; empty if that has no place. Somebody who waits keeps the number in the
     * queue, or gets a place at once if the theme has one.
     *
     * @param wish empty for any theme
     */
    public static Optional<RegistrationState> of(
            Places places, RegistrationState.Active active, Optional<ThemeId> wish, Instant now) {
        boolean mayStay =
                active.theme().filter(places::isOpen).isPresent() && (wish.isEmpty() || wish.equals(active.theme()));
        return switch (active) {
            case RegistrationState.Confirmed confirmed ->
                mayStay
                        ? Optional.of(confirmed)
                        : seat(places, wish)
                                .map(theme -> new RegistrationState.Confirmed(
                                        confirmed.since(), confirmed.fromWaitingList(), Optional.of(theme)));
            case RegistrationState.UnderReview review
            when !review.holdsPlace() -> Optional.of(new RegistrationState.UnderReview(review.since(), false, wish));
            case RegistrationState.UnderReview review ->
                mayStay
                        ? Optional.of(review)
                        : seat(places, wish)
                                .map(theme ->
                                        new RegistrationState.UnderReview(review.since(), true, Optional.of(theme)));
            case RegistrationState.Waitlisted waiting when wish.equals(waiting.wish()) -> Optional.of(waiting);
            case RegistrationState.Waitlisted waiting ->
                Optional.of(
                        places.mayTake(wish)
                                ? new RegistrationState.Confirmed(now, true, places.seat(wish))
                                : new RegistrationState.Waitlisted(waiting.since(), waiting.number(), wish));
        };
    }

    private static Optional<ThemeId> seat(Places places, Optional<ThemeId> wish) {
        return places.hasRoomAtTheme(wish) ? places.seat(wish) : Optional.empty();
    }
}
