package nl.samenkomst.domain.session;

import java.util.Optional;
import java.util.regex.Pattern;

/** A revision of a session, which every change of it increments. */
public record Revision(int number) {

    /** The revision of a newly published session. */
    public static final Revision FIRST = new Revision(1);

    private static final Pattern WRITTEN = Pattern.compile("[1-9]\\d{0,8}");

    /** Returns the revision that a form or an address names; empty if it is none. */
    public static Optional<Revision> parse(String written) {
        return WRITTEN.matcher(written).matches()
                ? Optional.of(new Revision(Integer.parseInt(written)))
                : Optional.empty();
    }

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
