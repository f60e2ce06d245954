package nl.samenkomst.domain.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The code in a letter, for people who read it on another device: without vowels, and without 0, 1, I and L. */
public record MailCode(String value) {

    static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ";

    public static final int LENGTH = 8;

    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    public MailCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code from a letter");
        }
    }

    /** Generates a code; {@code random} must be cryptographically secure. */
    public static MailCode generate(RandomGenerator random) {
        return new MailCode(random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining()));
    }

    /** Parses what somebody typed, in any case and without its spaces and hyphens; empty if it is not such a code. */
    public static Optional<MailCode> parse(String typed) {
        String tidy = typed.replaceAll("[\\s\\p{Z}\\p{Pd}]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(tidy).matches() ? Optional.of(new MailCode(tidy)) : Optional.empty();
    }

    /** Returns the code as the letter shows it: {@code XXXX-XXXX}. */
    public String inGroups() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }

    /** Omits the code, to keep it out of logs. */
    @Override
    public String toString() {
        return "MailCode[…]";
    }
}
