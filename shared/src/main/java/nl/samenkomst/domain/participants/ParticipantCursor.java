package nl.samenkomst.domain.participants;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;

/**
 * A position in a list of participants: right after one of them, even if that one is gone.
 *
 * @param order the number in the queue if the list is the queue, else when the person signed up, in milliseconds
 */
public record ParticipantCursor(long order, RegistrationId id) implements Comparable<ParticipantCursor> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})~([A-Za-z0-9_-]+)");

    private static final Comparator<ParticipantCursor> ORDER = Comparator.comparingLong(ParticipantCursor::order)
            .thenComparing(cursor -> cursor.id().value());

    static ParticipantCursor of(Registration registration, ParticipantFilter filter) {
        long order = filter.isQueue() && registration.state() instanceof RegistrationState.Waitlisted waiting
                ? waiting.number()
                : registration.signedUpAt().toEpochMilli();
        return new ParticipantCursor(order, registration.id());
    }

    /** Parses what {@link #written} wrote; empty for anything else. */
    public static Optional<ParticipantCursor> parse(String written) {
        Matcher matcher = FORM.matcher(written);
        return matcher.matches()
                ? RegistrationId.parse(matcher.group(2))
                        .map(id -> new ParticipantCursor(Long.parseLong(matcher.group(1)), id))
                : Optional.empty();
    }

    /** Returns the form in a URL, where it needs no escaping. */
    public String written() {
        return order + "~" + id;
    }

    @Override
    public int compareTo(ParticipantCursor other) {
        return ORDER.compare(this, other);
    }
}
