package nl.samenkomst.domain.session;

/** A revision of a session, which every change of it increments. */
public record Revision(int number) {

    /** The revision of a newly published session. */
    public static final Revision FIRST = new Revision(1);

    public Revision next() {
        return new Revision(number + 1);
    }

    public boolean isBefore(Revision other) {
        return number < other.number;
    }

    @Override
    public String toString() {
        return String.valueOf(number);
    }
}
