package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.session.Session;

/**
 * Computes the last moment at which a person may give up a place without being late: the beginning of the notice period,
 * or a day after the letter that told them of the place, of another time or venue, or of a reinstatement, if that is
 * later; never after the start. So nobody gets a place with a deadline that has passed.
 */
public final class CancellationDeadline {

    /** The least time to cancel after the letter, in calendar days on the session's clock. */
    public static final CalendarPeriod TIME_TO_DECIDE =
            CalendarPeriod.parse("P1D").orElseThrow();

    private CancellationDeadline() {}

    /**
     * Returns the deadline of this registration, on the session's clock. As long as the letter is not sent, it counts as
     * sent at {@code now}.
     */
    public static ZonedDateTime of(Session session, Registration registration, Instant now) {
        SessionDocument document = session.document();
        if (!(registration.state() instanceof RegistrationState.Confirmed confirmed)) {
            return document.cancelBy();
        }
        return ofPlaceToldAt(toldAt(session, registration, confirmed).orElse(now), document);
    }

    /** Returns the deadline of somebody who was told of a place, or of this time and venue, at {@code told}. */
    public static ZonedDateTime ofPlaceToldAt(Instant told, SessionDocument document) {
        ZonedDateTime start = document.when().start();
        ZonedDateTime dayAfter =
                TIME_TO_DECIDE.after(told.atZone(document.when().zone()));
        ZonedDateTime latest = dayAfter.isBefore(start) ? dayAfter : start;
        return latest.isAfter(document.cancelBy()) ? latest : document.cancelBy();
    }

    /** Returns when the first letter told of this place at this time and venue; empty if none has yet. */
    private static Optional<Instant> toldAt(
            Session session, Registration registration, RegistrationState.Confirmed confirmed) {
        return registration.letters().sinceCancellation().stream()
                .filter(letter ->
                        letter.kind().filter(LetterKind::givesTimeToCancel).isPresent())
                .filter(letter -> !letter.at().isBefore(confirmed.since()))
                .filter(letter -> !letter.revision().isBefore(session.movedIn()))
                .map(SentLetter::at)
                .min(Comparator.naturalOrder());
    }
}
