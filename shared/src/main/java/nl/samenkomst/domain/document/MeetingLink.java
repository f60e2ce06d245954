package nl.samenkomst.domain.document;

import java.net.URI;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;

/**
 * The way into an online session, for confirmed people only.
 *
 * @param url empty as long as the organiser has none: it may follow later
 * @param visibleFrom how long before the start it is shown; not a moment sooner
 */
public record MeetingLink(Optional<URI> url, CalendarPeriod visibleFrom) {}
