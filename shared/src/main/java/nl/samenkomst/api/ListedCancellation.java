package nl.samenkomst.api;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.registration.RegistrationState;

/**
 * What the organiser's lists say of a cancellation.
 *
 * @param by the API's word for who cancelled
 * @param late whether the person cancelled a place after the notice period had begun
 */
record ListedCancellation(Instant at, String by, boolean late) {

    /** Returns the cancellation of a registration; empty unless it was cancelled. */
    static Optional<ListedCancellation> of(RegistrationState state) {
        return switch (state) {
            case RegistrationState.CancelledByPerson cancelled ->
                Optional.of(new ListedCancellation(cancelled.since(), "person", cancelled.late()));
            case RegistrationState.CancelledByOrganiser cancelled ->
                Optional.of(new ListedCancellation(cancelled.since(), "organiser", false));
            case RegistrationState.Lapsed lapsed -> Optional.of(new ListedCancellation(lapsed.since(), "lapse", false));
            case RegistrationState.Declined _ -> Optional.empty();
            case RegistrationState.Active _ -> Optional.empty();
            case RegistrationState.Invitation _ -> Optional.empty();
        };
    }

    /** Returns whether a place was cancelled late; false for every registration that was not cancelled. */
    static boolean isLate(RegistrationState state) {
        return of(state).filter(ListedCancellation::late).isPresent();
    }
}
