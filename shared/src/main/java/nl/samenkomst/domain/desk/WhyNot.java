package nl.samenkomst.domain.desk;

import java.time.Instant;
import java.util.Locale;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SkippableLetter;

/** Why somebody whom {@code Owed} owes no planned letter does not get it; the first reason that applies. */
public enum WhyNot {
    /** Cancelled, declined, or not coming. */
    GONE,
    /** Waits, is under review, or has not answered an invitation. */
    NO_PLACE,
    /** Letters to the address came back. */
    RETURNED,
    /** The person reported a letter as unwanted, or asked for none. */
    BLOCKED,
    /** Nobody has confirmed the address. */
    UNCONFIRMED,
    /** The session was called off. */
    CALLED_OFF,
    /** The organiser skips the letter. */
    SKIPPED,
    /** The person had no place yet at its moment. */
    TOO_LATE,
    /** Marked as absent. */
    ABSENT,
    /** There is no material that they have not been told of. */
    NOTHING_NEW,
    /** Another letter, around its moment or later, told the same. */
    TOLD;

    /** Returns the word in the texts, such as {@code no-place}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static WhyNot of(SkippableLetter letter, Instant moment, Session session, Registration registration) {
        if (registration.state() instanceof RegistrationState.Closed
                || registration.state() instanceof RegistrationState.InvitationDeclined
                || registration.state() instanceof RegistrationState.InvitationRevoked) {
            return GONE;
        }
        if (!(registration.state() instanceof RegistrationState.Confirmed)) {
            return NO_PLACE;
        }
        if (!registration.mayBeMailed()) {
            return registration
                            .mailProblem()
                            .map(MailProblem::kind)
                            .filter(MailProblem.Kind::isReturned)
                            .isPresent()
                    ? RETURNED
                    : BLOCKED;
        }
        if (!registration.proof().isGiven()) {
            return UNCONFIRMED;
        }
        if (session.isCancelled()) {
            return CALLED_OFF;
        }
        if (session.skipped().includes(letter)) {
            return SKIPPED;
        }
        return switch (letter) {
            case SkippableLetter.Reminder _ -> registration.state().since().isAfter(moment) ? TOO_LATE : TOLD;
            case SkippableLetter.FollowUp _ -> registration.present().orElse(true) ? NOTHING_NEW : ABSENT;
        };
    }
}
