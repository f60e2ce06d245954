package nl.samenkomst.domain.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a theme is called within its session: lower-case letters, digits and single hyphens; at most
 * {@value #MAX_LENGTH} characters where an organiser writes it.
 */
public record ThemeId(String value) implements Comparable<ThemeId> {

    /** How somebody says that any theme will do, where a theme is asked for; no theme can be called so. */
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
