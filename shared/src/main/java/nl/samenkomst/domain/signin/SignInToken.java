package nl.samenkomst.domain.signin;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import nl.samenkomst.domain.access.TokenHash;

/** A secret of 128 random bits: the cookie of a browser that asked to sign in, or the link in its letter. */
public record SignInToken(String secret) {

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    public SignInToken {
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException("not a token to sign in with");
        }
    }

    /** Generates a token; {@code random} must be cryptographically secure. */
    public static SignInToken generate(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SignInToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Parses a cookie or a part of an address; empty if it is not a token. */
    public static Optional<SignInToken> parse(String written) {
        return FORM.matcher(written).matches() ? Optional.of(new SignInToken(written)) : Optional.empty();
    }

    public TokenHash hash() {
        return TokenHash.of(secret);
    }

    /** Omits the secret, to keep it out of logs. */
    @Override
    public String toString() {
        return "SignInToken[…]";
    }
}
