package nl.samenkomst.domain.session;

import java.util.Optional;
import nl.samenkomst.domain.Line;

/**
 * Who asks for a change on the organiser's side.
 *
 * @param name the ARN of who signed the request, or {@code local} where nobody has to
 */
public record Signer(String name) {

    /** On a laptop, where the organiser's side is open. */
    public static final Signer LOCAL = new Signer("local");

    public Signer {
        if (name.isBlank() || !Line.isClean(name)) {
            throw new IllegalArgumentException("not who signs a request");
        }
    }

    /** Whom the gateway names, or {@link #LOCAL} where it names nobody. */
    public static Signer of(Optional<String> arn) {
        return arn.map(Signer::new).orElse(LOCAL);
    }

    @Override
    public String toString() {
        return name;
    }
}
