package nl.samenkomst.managesessions;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.session.AuditEntry;

/**
 * A place in a list of changes, the oldest first: {@code 2026-12-03T14:00:00Z~2}.
 *
 * @param seen how many of the changes at that moment were seen
 */
record ChangeCursor(Instant at, int seen) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z)~([1-9]\\d{0,5})");

    /** Right after the last of these. */
    static ChangeCursor past(List<AuditEntry> entries) {
        Instant last = entries.getLast().at();
        return new ChangeCursor(last, (int)
                entries.stream().filter(entry -> entry.at().equals(last)).count());
    }

    /** Reads what {@link #written} wrote; empty for anything else. */
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

    /** As it stands in an address, where it needs no escaping. */
    String written() {
        return at + "~" + seen;
    }

    /** How many of these lie before this place. */
    int passed(List<AuditEntry> entries) {
        long before = entries.stream().filter(entry -> entry.at().isBefore(at)).count();
        long now = entries.stream().filter(entry -> entry.at().equals(at)).count();
        return (int) (before + Math.min(seen, now));
    }
}
