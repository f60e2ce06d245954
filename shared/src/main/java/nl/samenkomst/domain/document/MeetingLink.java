package nl.samenkomst.domain.document;

import java.net.URI;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;

/**
 * The link to an online session, shown to confirmed people only.
 *
 * @param url empty until the organiser adds it
 * @param visibleFrom how long before the start it is shown; never earlier
 */
public record MeetingLink(Optional<URI> url, CalendarPeriod visibleFrom) {}
