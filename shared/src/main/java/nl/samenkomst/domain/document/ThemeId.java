package nl.samenkomst.domain.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A theme's id within its session: lower-case letters, digits and single hyphens; at most {@value #MAX_LENGTH}
 * characters in a document from an organiser, any length when read back.
 */
public record ThemeId(String value) implements Comparable<ThemeId> {

    /** The reserved value in forms and requests that means any theme will do. */
    public static final String ANY = "any";

    static final int MAX_LENGTH = 40;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");

    public ThemeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a theme");
        }
    }

    public static Optional<ThemeId> parse(String written) {
        boolean isOne = written.length() <= MAX_LENGTH && FORM.matcher(written).matches() && !written.equals(ANY);
        return isOne ? Optional.of(new ThemeId(written)) : Optional.empty();
    }

    @Override
    public int compareTo(ThemeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
