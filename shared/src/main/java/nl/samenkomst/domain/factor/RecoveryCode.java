package nl.samenkomst.domain.factor;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.domain.access.TokenHash;

/** A code of 120 bits for whoever has lost the authenticator app; each can be used once. */
public record RecoveryCode(String value) {

    /** How many somebody gets at a time. */
    public static final int NUMBER = 10;

    private static final int BYTES = 15;
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{24}");

    public RecoveryCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a recovery code");
        }
    }

    /** Generates {@value #NUMBER} codes; {@code random} must be cryptographically secure. */
    public static List<RecoveryCode> generate(RandomGenerator random) {
        return Stream.generate(() -> one(random)).limit(NUMBER).toList();
    }

    private static RecoveryCode one(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RecoveryCode(Base32.encode(bytes));
    }

    /** Parses what somebody typed, in any case and without its spaces and hyphens; empty if it is not such a code. */
    static Optional<RecoveryCode> parse(String typed) {
        String tidy = SecondFactor.tidy(typed);
        return FORM.matcher(tidy).matches() ? Optional.of(new RecoveryCode(tidy)) : Optional.empty();
    }

    /** Returns the code in groups of six. */
    public String inGroups() {
        return Base32.inGroups(value, 6);
    }

    /** Returns all that the desk keeps of it. */
    public TokenHash hash() {
        return TokenHash.of(value);
    }

    /** Omits the code, to keep it out of logs. */
    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
