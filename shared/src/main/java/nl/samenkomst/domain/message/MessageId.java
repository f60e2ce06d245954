package nl.samenkomst.domain.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies one message of a session: the moment at which it was written, in UTC to the millisecond, and three digits of
 * who wrote it, so that two organisers at the same moment write two messages. Later ones sort after earlier ones.
 */
public record MessageId(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{20}");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");
    private static final int MOMENT_LENGTH = 17;
    private static final int WRITERS = 1000;

    public MessageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a message");
        }
    }

    /** Returns the id of the message that this actor, by the stored form of their name, writes at this moment. */
    public static MessageId of(Instant moment, String who) {
        String digits = MOMENT.format(moment.atOffset(ZoneOffset.UTC));
        return new MessageId(digits + "%03d".formatted(Math.floorMod(who.hashCode(), WRITERS)));
    }

    /** Returns the id in this text; empty if it is none. */
    public static Optional<MessageId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new MessageId(text)) : Optional.empty();
    }

    /** Returns whether this actor may have written a message with this id between these moments. */
    public boolean isOf(String who, Instant from, Instant to) {
        try {
            Instant moment = LocalDateTime.parse(value.substring(0, MOMENT_LENGTH), MOMENT)
                    .toInstant(ZoneOffset.UTC);
            return equals(of(moment, who)) && !moment.isBefore(from) && !moment.isAfter(to);
        } catch (DateTimeException notMoment) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
