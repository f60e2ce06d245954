package nl.samenkomst.domain.organiser;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;

/**
 * A position in a session's list of registrations, which is in the order of signing up: right after one of them, even
 * if that one is gone.
 */
public record RegistrationCursor(Instant signedUpAt, RegistrationId id) implements Comparable<RegistrationCursor> {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z)~([A-Za-z0-9_-]+)");

    private static final Comparator<RegistrationCursor> ORDER = Comparator.comparing(RegistrationCursor::signedUpAt)
            .thenComparing(cursor -> cursor.id().value());

    public static RegistrationCursor of(Registration registration) {
        return new RegistrationCursor(registration.signedUpAt(), registration.id());
    }

    /** Parses what {@link #written} wrote; empty for anything else. */
    public static Optional<RegistrationCursor> parse(String written) {
        Matcher matcher = FORM.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Instant signedUpAt = Instant.parse(matcher.group(1));
            return RegistrationId.parse(matcher.group(2)).map(id -> new RegistrationCursor(signedUpAt, id));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    /** Returns the form in a URL, where it needs no escaping. */
    public String written() {
        return signedUpAt + "~" + id;
    }

    @Override
    public int compareTo(RegistrationCursor other) {
        return ORDER.compare(this, other);
    }
}
