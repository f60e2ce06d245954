package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.Admission;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.session.Session;

/** A snapshot of a session and its places. */
public record SessionSnapshot(Session session, Places places) {

    /** Returns the result of signing up now for any theme. */
    public SignUpState signUp(Instant now) {
        return signUp(Optional.empty(), now);
    }

    /** Returns the result of signing up now for this theme, or for any theme if empty. */
    public SignUpState signUp(Optional<ThemeId> wish, Instant now) {
        return switch (session.phase(now)) {
            case NOT_YET -> SignUpState.NOT_YET;
            case CLOSED -> SignUpState.CLOSED;
            case CANCELLED -> SignUpState.CANCELLED;
            case OPEN -> placesState(wish);
        };
    }

    /** Returns the themes with a place for somebody new; places that waitlisted people fit do not count. */
    public List<Theme> themesWithRoom() {
        return session.document().themes().stream()
                .filter(theme -> places.mayTake(Optional.of(theme.id())))
                .toList();
    }

    private SignUpState placesState(Optional<ThemeId> wish) {
        boolean free = places.mayTake(wish);
        if (!free && !session.document().signUp().waitingList()) {
            return SignUpState.FULL;
        }
        return switch (session.document().signUp().admission()) {
            case Admission.Open _ -> free ? SignUpState.OPEN : SignUpState.WAITING_LIST;
            case Admission.Reviewed _ -> SignUpState.REVIEW;
            case Admission.Invited _ -> SignUpState.INVITED;
        };
    }
}
