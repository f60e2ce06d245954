package nl.samenkomst.domain.audit;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Identifies an organiser of this desk: 96 random bits, which tell nothing about the person. */
public record OrganiserId(String value) {

    private static final int BYTES = 12;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16}");

    public OrganiserId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of an organiser");
        }
    }

    public static OrganiserId generate(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OrganiserId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public static Optional<OrganiserId> parse(String written) {
        return FORM.matcher(written).matches() ? Optional.of(new OrganiserId(written)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
