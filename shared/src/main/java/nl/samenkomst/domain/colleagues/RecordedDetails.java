package nl.samenkomst.domain.colleagues;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import nl.samenkomst.domain.access.Role;

/**
 * A colleague's details as the desk's history keeps them: {@code host;2027-03-04;series:Netwerk}, without a name.
 *
 * @param lastDay the last day that they may use the desk; empty for no end
 * @param scope {@code all}, {@code sessions:} and their number, or {@code series:} and its name
 */
public record RecordedDetails(Role role, Optional<LocalDate> lastDay, String scope) {

    /** Parses what {@link #written} returns; empty if it is anything else, such as nothing. */
    public static Optional<RecordedDetails> parse(String written) {
        String[] parts = written.split(";", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        try {
            Optional<LocalDate> lastDay =
                    parts[1].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(parts[1]));
            return Role.of(parts[0]).map(role -> new RecordedDetails(role, lastDay, parts[2]));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    String written() {
        return role.word() + ";" + lastDay.map(LocalDate::toString).orElse("") + ";" + scope;
    }
}
