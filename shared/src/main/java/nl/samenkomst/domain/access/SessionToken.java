package nl.samenkomst.domain.access;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.audit.OrganiserId;

/** The value of the cookie of somebody signed in: {@code <organiser>.<256 random bits>}. */
public record SessionToken(OrganiserId organiser, String secret) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{16})\\.([A-Za-z0-9_-]{43})");

    /** Generates a token; {@code random} must be cryptographically secure. */
    public static SessionToken generate(OrganiserId organiser, RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SessionToken(
                organiser, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Parses a cookie's value; empty if it is not a token. */
    public static Optional<SessionToken> parse(String cookie) {
        Matcher matcher = FORM.matcher(cookie);
        return matcher.matches()
                ? OrganiserId.parse(matcher.group(1)).map(id -> new SessionToken(id, matcher.group(2)))
                : Optional.empty();
    }

    /** Returns the cookie's value. */
    public String written() {
        return organiser + "." + secret;
    }

    public TokenHash hash() {
        return TokenHash.of(secret);
    }

    /** Omits the secret, to keep it out of logs. */
    @Override
    public String toString() {
        return "SessionToken[…]";
    }
}
