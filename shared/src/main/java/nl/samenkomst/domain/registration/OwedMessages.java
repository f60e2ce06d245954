package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.document.When;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.session.Session;

/** Computes which messages of organisers a registration is owed, each once. */
public final class OwedMessages {

    private OwedMessages() {}

    /** Returns the next message owed to a registration whose address is confirmed, and its moment; empty if none is. */
    static Optional<OwedLetter> next(Session session, Registration registration, Instant now) {
        return session.messages().stream()
                .filter(note -> isOwed(note, session, registration, now))
                .min(Comparator.comparing(MessageNote::from)
                        .thenComparing(note -> note.id().value()))
                .map(note -> OwedLetter.of(note.id(), note.from()));
    }

    /** Returns whether a registration is among those to whom a message is sent, whether or not it may be mailed. */
    public static boolean isIn(MessageAudience audience, Registration registration) {
        return audience.includes(
                registration.state().word(), registration.state().theme(), registration.present());
    }

    /** Returns whether somebody is owed this message, now or when it leaves, as things are. */
    public static boolean isOwed(MessageNote note, Session session, Registration registration, Instant now) {
        return note.withdrawnAt().isEmpty()
                && isIn(note.to(), registration)
                && registration.proof().isGiven()
                && registration.mayBeMailed()
                && !isOutdated(note, session, now)
                && isInTime(note, session, registration, now)
                && registration.letters().ofMessage(note.id()).isEmpty();
    }

    /** Returns whether the session ended since, or was called off after that and has not been reinstated. */
    private static boolean isOutdated(MessageNote note, Session session, Instant now) {
        When when = session.document().when();
        boolean isOver = note.from().isBefore(when.start().toInstant()) && when.hasEndedBy(now);
        boolean isCalledOff = session.cancellation()
                .filter(cancellation -> !cancellation.at().isBefore(note.at()))
                .isPresent();
        return isOver || isCalledOff || !note.from().isBefore(session.document().forgetAt());
    }

    /** Returns whether somebody belonged to the audience when the message left, or is a latecomer who gets it too. */
    private static boolean isInTime(MessageNote note, Session session, Registration registration, Instant now) {
        return !joinedAt(registration).isAfter(note.from())
                || (note.latecomers() && !session.document().when().hasStartedBy(now));
    }

    /** Returns since when somebody has had this state and a confirmed address. */
    private static Instant joinedAt(Registration registration) {
        Instant provenAt = registration.proof() instanceof AddressProof.Given given ? given.at() : Instant.MAX;
        return Stream.of(registration.state().since(), provenAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
