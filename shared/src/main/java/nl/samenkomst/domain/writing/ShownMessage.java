package nl.samenkomst.domain.writing;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.capacity.Message;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.OwedMessages;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * A message, and what became of it.
 *
 * @param message empty once it was deleted, or if it cannot be read
 * @param sent to how many it was sent, of those who are registered still
 * @param returned how many letters with it came back, were given up, or were reported as unwanted
 * @param owed how many are still to get it, as things are
 */
public record ShownMessage(MessageNote note, Optional<Message> message, int sent, int returned, int owed) {

    static ShownMessage of(
            MessageNote note,
            Optional<Message> message,
            Session session,
            Iterable<Registration> registrations,
            Instant now) {
        int sent = 0;
        int returned = 0;
        int owed = 0;
        for (Registration registration : registrations) {
            Optional<SentLetter> letter = registration.letters().ofMessage(note.id());
            if (letter.isPresent()) {
                sent++;
                returned += isReturned(letter.get(), registration) ? 1 : 0;
            } else if (OwedMessages.isOwed(note, session, registration, now)) {
                owed++;
            }
        }
        return new ShownMessage(note, message, sent, returned, owed);
    }

    /** Returns whether the letter was given up, or is the last one before letters began to come back. */
    private static boolean isReturned(SentLetter letter, Registration registration) {
        Optional<MailProblem> problem =
                registration.mailProblem().filter(known -> known.kind().stopsLetters() && !known.isWithheld());
        boolean isLastBefore = problem.isPresent()
                && registration.letters().sent().stream()
                        .filter(one -> !one.at().isAfter(problem.get().since()))
                        .reduce((_, later) -> later)
                        .equals(Optional.of(letter));
        return letter.messageId().isEmpty() || isLastBefore;
    }
}
