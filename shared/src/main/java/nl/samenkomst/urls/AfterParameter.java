package nl.samenkomst.urls;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.session.SessionId;

/**
 * Reads and writes an agenda cursor as a query parameter: {@code /sessions?after=2026-12-03T14:00:00Z~id}. Its
 * characters need no percent-encoding.
 */
public final class AfterParameter {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z)(?:~(.*))?");

    private AfterParameter() {}

    public static String of(AgendaCursor cursor) {
        return cursor.moment() + cursor.lastSeen().map(id -> "~" + id).orElse("");
    }

    /** Parses what {@link #of} wrote; empty for anything else. */
    public static Optional<AgendaCursor> parse(String written) {
        Matcher matcher = FORM.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Instant start = Instant.parse(matcher.group(1));
            if (matcher.group(2) == null) {
                return Optional.of(AgendaCursor.from(start));
            }
            return SessionId.parse(matcher.group(2)).map(id -> new AgendaCursor(start, Optional.of(id)));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }
}
