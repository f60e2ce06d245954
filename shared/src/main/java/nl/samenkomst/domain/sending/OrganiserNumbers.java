package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;

/**
 * Counts of the changes to a session's registrations since a moment.
 *
 * @param signUps people who signed up or were added
 * @param cancellations people who cancelled by themselves
 * @param late those of them who cancelled after their deadline
 * @param freed places given up, by cancelling or by erasing a registration, or lapsed because nobody confirmed the
 *     address
 * @param promoted people who got a place from the waiting list
 * @param undeliverable letters that the mail service kept refusing, and people whose letters came back
 * @param complaints people who reported a letter as unwanted
 */
public record OrganiserNumbers(
        Instant since,
        int signUps,
        int cancellations,
        int late,
        int freed,
        int promoted,
        int undeliverable,
        int complaints) {

    static OrganiserNumbers of(Iterable<Registration> registrations, Instant since, int freedByErasure) {
        int signUps = 0;
        int cancellations = 0;
        int late = 0;
        int freed = freedByErasure;
        int promoted = 0;
        int undeliverable = 0;
        int complaints = 0;
        for (Registration registration : registrations) {
            RegistrationState state = registration.state();
            boolean isNew = !state.since().isBefore(since);
            boolean isInvitation = state instanceof RegistrationState.Invitation;
            if (!isInvitation && !registration.signedUpAt().isBefore(since)) {
                signUps++;
            }
            if (isNew && state instanceof RegistrationState.CancelledByPerson cancelled) {
                cancellations++;
                late += cancelled.late() ? 1 : 0;
                freed += cancelled.hadPlace() ? 1 : 0;
            }
            if (isNew && state instanceof RegistrationState.Lapsed lapsed) {
                freed += lapsed.hadPlace() ? 1 : 0;
            }
            if (isNew && state instanceof RegistrationState.Confirmed confirmed && confirmed.fromWaitingList()) {
                promoted++;
            }
            undeliverable += (int) registration.letters().sent().stream()
                    .filter(letter ->
                            letter.messageId().isEmpty() && !letter.at().isBefore(since))
                    .count();
            Optional<MailProblem> news = registration
                    .mailProblem()
                    .filter(problem -> !problem.since().isBefore(since));
            undeliverable += news.filter(problem -> problem.kind().isReturned()).isPresent() ? 1 : 0;
            complaints += news.filter(problem -> problem.kind() == MailProblem.Kind.COMPLAINED)
                            .isPresent()
                    ? 1
                    : 0;
        }
        return new OrganiserNumbers(since, signUps, cancellations, late, freed, promoted, undeliverable, complaints);
    }

    /** Returns whether there is nothing to tell. */
    public boolean areAllZero() {
        return signUps + cancellations + freed + promoted + undeliverable + complaints == 0;
    }
}
