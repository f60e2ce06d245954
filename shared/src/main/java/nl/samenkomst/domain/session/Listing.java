package nl.samenkomst.domain.session;

import java.time.Instant;

/** A session with its places, as they stood at one moment. */
public record Listing(Session session, Places places) {

    /** What somebody who signs up now would get. */
    public SignUpState signUp(Instant now) {
        return switch (session.phase(now)) {
            case NOT_YET -> SignUpState.NOT_YET;
            case CLOSED -> SignUpState.CLOSED;
            case CANCELLED -> SignUpState.CANCELLED;
            case OPEN -> placesState();
        };
    }

    private SignUpState placesState() {
        if (!places.isFull()) {
            return SignUpState.OPEN;
        }
        return session.document().signUp().waitingList() ? SignUpState.WAITING_LIST : SignUpState.FULL;
    }
}
