package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.ThemeId;

/** How a registration stands, since when. */
public sealed interface RegistrationState {

    Instant since();

    /**
     * Has a place.
     *
     * @param theme where; empty where the session had no themes to choose from
     */
    record Confirmed(Instant since, boolean fromWaitingList, Optional<ThemeId> theme) implements RegistrationState {}

    /**
     * Waits for a place; the lowest number is the first in line.
     *
     * @param wish the theme waited for, also while it is closed; any will do where empty
     */
    record Waitlisted(Instant since, long number, Optional<ThemeId> wish) implements RegistrationState {}

    /**
     * The organiser is to decide.
     *
     * @param theme where the place is that is held meanwhile, or is wanted where none is held
     */
    record UnderReview(Instant since, boolean holdsPlace, Optional<ThemeId> theme) implements RegistrationState {}

    /** The organiser said no; the reason, in the organiser's words, may be empty. */
    record Declined(Instant since, String reason) implements RegistrationState {

        @Override
        public Optional<String> organisersReason() {
            return Optional.of(reason);
        }
    }

    /**
     * Does not come.
     *
     * @param hadPlace whether there was a place to give back
     * @param late whether the notice period had begun
     * @param organisersReason there where the organiser cancelled; in the organiser's words, may be empty
     */
    record Cancelled(Instant since, boolean hadPlace, boolean late, Optional<String> organisersReason)
            implements RegistrationState {

        /** By the person. */
        public Cancelled(Instant since, boolean hadPlace, boolean late) {
            this(since, hadPlace, late, Optional.empty());
        }
    }

    /** Was asked to come, and has not answered. */
    record Invited(Instant since) implements RegistrationState {}

    /** Was asked to come, and cannot. */
    record InvitationDeclined(Instant since) implements RegistrationState {}

    /** Was asked to come, and is no longer; the reason, in the organiser's words, may be empty. */
    record InvitationRevoked(Instant since, String reason) implements RegistrationState {

        @Override
        public Optional<String> organisersReason() {
            return Optional.of(reason);
        }
    }

    /** Why, in the organiser's words, where it was the organiser who decided against it; they may be empty. */
    default Optional<String> organisersReason() {
        return Optional.empty();
    }

    /** Every word that {@link #word} says. */
    List<String> WORDS = List.of(
            "confirmed", "waitlisted", "under-review", "declined", "cancelled", "invited", "not-coming", "revoked");

    /** As the API and the organiser's list say it. */
    default String word() {
        return switch (this) {
            case Confirmed c -> "confirmed";
            case Waitlisted w -> "waitlisted";
            case UnderReview r -> "under-review";
            case Declined d -> "declined";
            case Cancelled c -> "cancelled";
            case Invited i -> "invited";
            case InvitationDeclined n -> "not-coming";
            case InvitationRevoked r -> "revoked";
        };
    }

    /** The theme it is about: that of the place, or the one that is wanted. */
    default Optional<ThemeId> theme() {
        return switch (this) {
            case Confirmed c -> c.theme;
            case Waitlisted w -> w.wish;
            case UnderReview r -> r.theme;
            case Declined d -> Optional.empty();
            case Cancelled c -> Optional.empty();
            case Invited i -> Optional.empty();
            case InvitationDeclined n -> Optional.empty();
            case InvitationRevoked r -> Optional.empty();
        };
    }

    /** Whether somebody else could have the place, were it given up. */
    default boolean holdsPlace() {
        return switch (this) {
            case Confirmed c -> true;
            case UnderReview r -> r.holdsPlace;
            case Waitlisted w -> false;
            case Declined d -> false;
            case Cancelled c -> false;
            case Invited i -> false;
            case InvitationDeclined n -> false;
            case InvitationRevoked r -> false;
        };
    }

    /** Whether it has never been more than an invitation. */
    default boolean isInvitation() {
        return switch (this) {
            case Invited i -> true;
            case InvitationDeclined n -> true;
            case InvitationRevoked r -> true;
            case Confirmed c -> false;
            case Waitlisted w -> false;
            case UnderReview r -> false;
            case Declined d -> false;
            case Cancelled c -> false;
        };
    }
}
