package nl.samenkomst.domain.session;

/** The SEQUENCE of a calendar event, by which calendars recognise its latest version (RFC 5545 §3.8.7.4). */
public record Sequence(int number) {

    /** The sequence of an event that never changed. */
    public static final Sequence FIRST = new Sequence(0);

    public Sequence next() {
        return new Sequence(number + 1);
    }

    /** Returns the sequence of an event that changes with this and with the other. */
    public Sequence plus(Sequence other) {
        return new Sequence(number + other.number);
    }

    @Override
    public String toString() {
        return String.valueOf(number);
    }
}
