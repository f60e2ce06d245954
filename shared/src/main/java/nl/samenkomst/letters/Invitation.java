package nl.samenkomst.letters;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.Mailto;

/**
 * Builds the calendar entry of a registration, which later letters correct: the UID stays the same, and SEQUENCE rises
 * with each change of the registration and each move of the session. Others may see a calendar, so its link is a weaker
 * one than the letter's.
 */
final class Invitation {

    private Invitation() {}

    /** Returns the calendar for this letter; empty if its kind has none or the person neither has nor had a place. */
    static Optional<Calendar> of(LetterRequest mail, EmailAddress sender, DeskUrls urls) {
        return method(mail).map(method -> new Calendar(method, List.of(event(mail, method, sender, urls))));
    }

    private static Optional<Calendar.Method> method(LetterRequest mail) {
        boolean hasPlace = mail.registration().state() instanceof RegistrationState.Confirmed;
        boolean hadPlace = mail.registration().state() instanceof RegistrationState.Cancelled cancelled
                ? cancelled.hadPlace()
                : hasPlace;
        return switch (mail.kind().calendarChange()) {
            case NONE -> Optional.empty();
            case UPDATE ->
                hasPlace && !mail.session().isCancelled() ? Optional.of(Calendar.Method.REQUEST) : Optional.empty();
            case REMOVE_IF_PLACE_LOST -> hadPlace && !hasPlace ? Optional.of(Calendar.Method.CANCEL) : Optional.empty();
            case REMOVE -> hadPlace ? Optional.of(Calendar.Method.CANCEL) : Optional.empty();
        };
    }

    private static Event event(LetterRequest mail, Calendar.Method method, EmailAddress sender, DeskUrls urls) {
        Session session = mail.session();
        Registration registration = mail.registration();
        return new Event(
                urls.uid(registration.id().value() + "." + session.id().value()),
                registration.sequence().plus(session.sequence()),
                mail.now(),
                session.document().when(),
                Sanitizer.line(session.document().about().title()),
                PlainText.lines(new DetailRows(new LetterContext(mail, urls)).forCalendar()),
                location(mail, urls),
                urls.absolute(DeskUrls.own(session.id(), registration.calendarLink(), registration.language())),
                List.of(organiser(session.document().about(), sender), attendee(mail)),
                method == Calendar.Method.CANCEL,
                true);
    }

    /** Returns the venue with the way in to the meeting by the calendar's link, which many calendars show as a button. */
    private static Optional<String> location(LetterRequest mail, DeskUrls urls) {
        return DetailRows.venue(
                        mail.session().document().where(), mail.registration().language())
                .map(where -> DetailRows.meetingRedirect(
                                mail, mail.registration().calendarLink(), urls)
                        .map(way -> where + ": " + way)
                        .orElse(where));
    }

    /**
     * Returns the desk's sender as organiser, by the organiser's name. Calendars hide an invitation from its organiser,
     * so the contact address could not sign up; Gmail names no organiser that differs from the sender (letters.md).
     */
    private static String organiser(About about, EmailAddress sender) {
        return "ORGANIZER;CN=" + CalendarWriter.parameter(about.organiser()) + ":" + Mailto.of(sender);
    }

    /** Returns the person as attendee, with RSVP=FALSE: signing up was the reply, and cancelling is on the own page. */
    private static String attendee(LetterRequest mail) {
        String name = mail.name()
                .map(known -> ";CN=" + CalendarWriter.parameter(known))
                .orElse("");
        return "ATTENDEE" + name + ";PARTSTAT=ACCEPTED;RSVP=FALSE:"
                + Mailto.of(mail.registration().person().email());
    }
}
