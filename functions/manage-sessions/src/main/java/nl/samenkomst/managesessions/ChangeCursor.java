package nl.samenkomst.managesessions;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.audit.AuditEntry;

/**
 * A position in a list of changes, oldest first: {@code 2026-12-03T14:00:00Z~2}.
 *
 * @param seen the number of changes at that moment that were returned already
 */
record ChangeCursor(Instant at, int seen) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z)~([1-9]\\d{0,5})");

    /** Returns the position right after the last of these entries. */
    static ChangeCursor past(List<AuditEntry> entries) {
        Instant last = entries.getLast().at();
        return new ChangeCursor(last, (int)
                entries.stream().filter(entry -> entry.at().equals(last)).count());
    }

    /** Parses what {@link #written} wrote; empty for anything else. */
    static Optional<ChangeCursor> parse(String written) {
        Matcher matcher = FORM.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ChangeCursor(Instant.parse(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    /** Returns the cursor for use in an address; it needs no percent-encoding. */
    String written() {
        return at + "~" + seen;
    }

    /** Returns how many of these entries come before this position. */
    int passed(List<AuditEntry> entries) {
        long before = entries.stream().filter(entry -> entry.at().isBefore(at)).count();
        long now = entries.stream().filter(entry -> entry.at().equals(at)).count();
        return (int) (before + Math.min(seen, now));
    }
}
