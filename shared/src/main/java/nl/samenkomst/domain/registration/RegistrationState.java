package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.ThemeId;

/** The state of a registration, and since when. */
public sealed interface RegistrationState {

    Instant since();

    /** Has a place, waits for one, or waits for the organiser's decision. */
    sealed interface Active extends RegistrationState {}

    /** Was invited, and has never been more than that. */
    sealed interface Invitation extends RegistrationState {}

    /** Came to an end after the person had signed up, or was added. */
    sealed interface Closed extends RegistrationState {}

    /** Was cancelled; the API and the table have one word for all ways. */
    sealed interface Cancelled extends Closed {

        boolean hadPlace();
    }

    /** Has a place. */
    record Confirmed(Instant since, boolean fromWaitingList, Optional<ThemeId> theme) implements Active {

        @Override
        public boolean holdsPlace() {
            return true;
        }
    }

    /**
     * Waits for a place.
     *
     * @param number the order in the queue, lowest first
     * @param wish the theme waited for, even if it was closed since; empty if any will do
     */
    record Waitlisted(Instant since, long number, Optional<ThemeId> wish) implements Active {

        @Override
        public Optional<ThemeId> theme() {
            return wish;
        }

        @Override
        public boolean holdsPlace() {
            return false;
        }
    }

    /**
     * Waits for the organiser's decision.
     *
     * @param holdsPlace whether a place is held meanwhile
     * @param theme the theme of that place, or the one wanted if none is held
     */
    record UnderReview(Instant since, boolean holdsPlace, Optional<ThemeId> theme) implements Active {}

    /** Was invited, and has not answered. */
    record Invited(Instant since) implements Invitation {}

    /** Was invited, and cannot come. */
    record InvitationDeclined(Instant since) implements Invitation {}

    /** Was invited, until the organiser withdrew the invitation for a reason that may be empty. */
    record InvitationRevoked(Instant since, String reason) implements Invitation {

        @Override
        public Optional<String> organisersReason() {
            return Optional.of(reason);
        }
    }

    /** Was not accepted by the organiser, for a reason that may be empty. */
    record Declined(Instant since, String reason) implements Closed {

        @Override
        public Optional<String> organisersReason() {
            return Optional.of(reason);
        }
    }

    /**
     * Cancelled by the own link.
     *
     * @param hadPlace whether a place was given up
     * @param late whether the notice period had begun
     */
    record CancelledByPerson(Instant since, boolean hadPlace, boolean late) implements Cancelled {}

    /**
     * Cancelled by the organiser, for a reason that may be empty.
     *
     * @param hadPlace whether a place was taken away
     */
    record CancelledByOrganiser(Instant since, boolean hadPlace, String reason) implements Cancelled {

        @Override
        public Optional<String> organisersReason() {
            return Optional.of(reason);
        }
    }

    /**
     * Cancelled by the desk, because nobody showed in time that the address is theirs, or a letter to it came back.
     *
     * @param hadPlace whether it was confirmed, so that a place was given up
     */
    record Lapsed(Instant since, boolean hadPlace) implements Cancelled {}

    /** Returns the theme of the place, or the one wanted; empty if there is neither, or any theme will do. */
    default Optional<ThemeId> theme() {
        return Optional.empty();
    }

    /** Returns whether somebody else could have the place, were it given up. */
    default boolean holdsPlace() {
        return false;
    }

    /** Returns the reason of an organiser who decided against it, which may be empty; absent if no organiser did. */
    default Optional<String> organisersReason() {
        return Optional.empty();
    }

    /** Every {@link #word}, in the order in which the API counts people by it. */
    List<String> WORDS = List.of(
            "confirmed", "waitlisted", "under-review", "declined", "cancelled", "invited", "not-coming", "revoked");

    /** Returns the state as the API, the table and the organiser's list call it. */
    default String word() {
        return switch (this) {
            case Confirmed _ -> "confirmed";
            case Waitlisted _ -> "waitlisted";
            case UnderReview _ -> "under-review";
            case Declined _ -> "declined";
            case Cancelled _ -> "cancelled";
            case Invited _ -> "invited";
            case InvitationDeclined _ -> "not-coming";
            case InvitationRevoked _ -> "revoked";
        };
    }
}
