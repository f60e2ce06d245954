package nl.samenkomst.pages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.registration.Participant;
import nl.samenkomst.domain.registration.RegistrationId;

/**
 * A place in the list on paper, which is by theme and name: right after a registration of this version. Another version
 * may have another name or theme, and so stand elsewhere.
 */
public record PaperCursor(RegistrationId id, int version) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)~(\\d{1,9})");

    static PaperCursor of(Participant participant) {
        return new PaperCursor(participant.id(), participant.version());
    }

    /** Reads what {@link #written} wrote; empty for anything else. */
    public static Optional<PaperCursor> parse(String written) {
        Matcher matcher = FORM.matcher(written);
        return matcher.matches()
                ? RegistrationId.parse(matcher.group(1))
                        .map(id -> new PaperCursor(id, Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** As it stands in an address, where it needs no escaping. */
    public String written() {
        return id + "~" + version;
    }
}
