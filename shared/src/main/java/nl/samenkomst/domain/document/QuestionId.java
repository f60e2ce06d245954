package nl.samenkomst.domain.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A question's id within its session: lower-case letters, digits and single hyphens; at most {@value #MAX_LENGTH}
 * characters in a document from an organiser, any length when read back.
 */
public record QuestionId(String value) implements Comparable<QuestionId> {

    static final int MAX_LENGTH = 40;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");

    public QuestionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a question");
        }
    }

    public static Optional<QuestionId> parse(String written) {
        boolean isOne = written.length() <= MAX_LENGTH && FORM.matcher(written).matches();
        return isOne ? Optional.of(new QuestionId(written)) : Optional.empty();
    }

    @Override
    public int compareTo(QuestionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
