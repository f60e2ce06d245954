package nl.samenkomst.letters;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.ResponseSize;
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
        return new Calendar(
                        Calendar.Method.PUBLISH,
                        sessions.stream().map(this::event).toList())
                .text();
    }

    /**
     * Returns the object under this name for calendars that poll it; also valid without sessions. If it would exceed
     * the limit, leaves out all descriptions, since each event links to its page, and then the last sessions.
     */
    public String feed(Iterable<Session> sessions, String name, PartLimit limit) {
        List<Event> events = new ArrayList<>();
        long bytes = 0;
        long bytesWithoutDescriptions = 0;
        for (Session session : sessions) {
            Event event = event(session);
            bytesWithoutDescriptions +=
                    ResponseSize.of(event.withoutDescription().text());
            if (limit.isExceededBy(events.size(), bytesWithoutDescriptions)) {
                break;
            }
            bytes += ResponseSize.of(event.text());
            events.add(event);
        }
        List<Event> fitting = bytes <= limit.bytes()
                ? events
                : events.stream().map(Event::withoutDescription).toList();
        return new Calendar(Calendar.Method.PUBLISH, fitting, Optional.of(name)).text();
    }

    private Event event(Session session) {
        About about = session.document().about();
        return new Event(
                urls.uid(session.id().value()),
                session.sequence(),
                session.changedAt(),
                session.document().when(),
                summary(session),
                about.summary(),
                DetailRows.venue(session.document().where(), about.language()),
                urls.absolute(DeskUrls.session(session.id())),
                List.of("ORGANIZER;CN=" + CalendarWriter.parameter(about.organiser()) + ":"
                        + Mailto.of(about.contact())),
                session.isCancelled(),
                false);
    }

    /** Returns the title; says so in it if the session is cancelled, because many calendars do not show the status. */
    private static String summary(Session session) {
        About about = session.document().about();
        String title = Sanitizer.line(about.title());
        return session.isCancelled()
                ? LetterContext.TEXTS.text(about.language(), "calendar.cancelled", "title", title)
                : title;
    }
}
