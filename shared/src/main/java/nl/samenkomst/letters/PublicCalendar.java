package nl.samenkomst.letters;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.Mailto;

/**
 * Writes sessions for anybody's calendar, without personal links or the meeting link; each keeps its UID, so a
 * calendar that reads them again sees a session move or be cancelled.
 */
public final class PublicCalendar {

    private final DeskUrls urls;

    /** Creates the calendar of a desk at this URL, which has no trailing slash. */
    public PublicCalendar(URI baseUrl) {
        this.urls = new DeskUrls(baseUrl);
    }

    /** Returns one iCalendar object with {@code METHOD:PUBLISH}; each session is in its own language. */
    public String publish(List<Session> sessions) {
        return publish(sessions, Optional.empty());
    }

    /** Returns the object under this name for calendars that poll it; also valid without sessions. */
    public String feed(List<Session> sessions, String name) {
        return publish(sessions, Optional.of(name));
    }

    private String publish(List<Session> sessions, Optional<String> name) {
        return new Calendar(
                        Calendar.Method.PUBLISH,
                        sessions.stream().map(this::event).toList(),
                        name)
                .text();
    }

    private Event event(Session session) {
        About about = session.document().about();
        return new Event(
                urls.uid(session.id().value()),
                session.sequence(),
                session.changedAt(),
                session.document().when(),
                Sanitizer.line(about.title()),
                about.summary(),
                DetailRows.venue(session.document().where(), about.language()),
                urls.absolute(DeskUrls.session(session.id())),
                List.of("ORGANIZER;CN=" + CalendarWriter.parameter(about.organiser()) + ":"
                        + Mailto.of(about.contact())),
                session.isCancelled(),
                false);
    }
}
