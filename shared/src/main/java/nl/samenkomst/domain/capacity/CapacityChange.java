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
        Places left = count(places, change.before(), -1);
        return count(left, change.after(), 1);
    }

    /** Returns the places after a waitlisted person was given one at this theme. */
    static Places afterPromotion(Places places, QueueEntry waiting, Optional<ThemeId> theme) {
        Places left =
                count(places, new RegistrationState.Waitlisted(Instant.EPOCH, waiting.number(), waiting.wish()), -1);
        return count(left, new RegistrationState.Confirmed(Instant.EPOCH, true, theme), 1);
    }

    private static Places count(Places places, Optional<Registration> registration, int one) {
        return registration.map(known -> count(places, known.state(), one)).orElse(places);
    }

    private static Places count(Places places, RegistrationState state, int one) {
        return switch (state) {
            case RegistrationState.Confirmed confirmed -> seated(places, state, one);
            case RegistrationState.UnderReview review -> {
                Places reviewed = places.add(Count.REVIEWING, one);
                yield review.holdsPlace() ? seated(reviewed, state, one).add(Count.HELD, one) : reviewed;
            }
            case RegistrationState.Waitlisted waiting -> {
                Places numbered = one > 0 ? places.numbered(waiting.number()) : places;
                Places inAll = numbered.add(Count.WAITING, one);
                yield waiting.wish().map(theme -> inAll.add(theme, 0, one)).orElse(inAll);
            }
            case RegistrationState.Declined declined -> places.add(Count.DECLINED, one);
            case RegistrationState.Cancelled cancelled -> places.add(Count.CANCELLED, one);
            case RegistrationState.Invited invited -> places.add(Count.INVITED, one);
            case RegistrationState.InvitationDeclined notComing -> places.add(Count.NOT_COMING, one);
            case RegistrationState.InvitationRevoked revoked -> places.add(Count.REVOKED, one);
        };
    }

    private static Places seated(Places places, RegistrationState state, int one) {
        Places inAll = places.add(Count.TAKEN, one);
        return state.theme().map(theme -> inAll.add(theme, one, 0)).orElse(inAll);
    }
}
