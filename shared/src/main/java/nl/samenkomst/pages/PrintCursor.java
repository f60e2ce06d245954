package nl.samenkomst.pages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.organiser.Participant;
import nl.samenkomst.domain.registration.RegistrationId;

/**
 * A position in the printable list: right after this version of a registration. The list is sorted by theme and name,
 * which another version may have changed, and with them the position.
 */
public record PrintCursor(RegistrationId id, Version version) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)~(\\d{1,9})");

    static PrintCursor of(Participant participant) {
        return new PrintCursor(participant.id(), participant.version());
    }

    /** Parses what {@link #written} wrote; empty for anything else. */
    public static Optional<PrintCursor> parse(String written) {
        Matcher matcher = FORM.matcher(written);
        return matcher.matches()
                ? RegistrationId.parse(matcher.group(1))
                        .map(id -> new PrintCursor(id, new Version(Integer.parseInt(matcher.group(2)))))
                : Optional.empty();
    }

    /** Returns the cursor for use in an address; it needs no percent-encoding. */
    public String written() {
        return id + "~" + version;
    }
}
