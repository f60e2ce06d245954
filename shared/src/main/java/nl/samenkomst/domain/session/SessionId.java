package nl.samenkomst.domain.session;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session's id, as in URLs: lower-case letters, digits and single hyphens, at most {@value #MAX_LENGTH} characters.
 */
public record SessionId(String value) {

    public static final int MAX_LENGTH = 64;

    private static final Pattern FORM = Pattern.compile("(?=.{1," + MAX_LENGTH + "}$)[a-z0-9]+(?:-[a-z0-9]+)*");

    public SessionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a session");
        }
    }

    public static Optional<SessionId> parse(String written) {
        return FORM.matcher(written).matches() ? Optional.of(new SessionId(written)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
