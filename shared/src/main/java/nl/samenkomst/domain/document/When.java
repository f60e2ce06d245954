package nl.samenkomst.domain.document;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A session's start and end, on its own clock. */
public record When(ZonedDateTime start, ZonedDateTime end) {

    public When {
        if (!start.getZone().equals(end.getZone()) || !end.isAfter(start)) {
            throw new IllegalArgumentException("a session ends after it starts, in one time zone");
        }
    }

    public ZoneId zone() {
        return start.getZone();
    }

    public boolean hasStartedBy(Instant now) {
        return !now.isBefore(start.toInstant());
    }

    public boolean hasEndedBy(Instant now) {
        return !now.isBefore(end.toInstant());
    }
}
