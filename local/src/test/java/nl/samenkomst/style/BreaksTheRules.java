package nl.samenkomst.style;

import java.time.Instant;
import org.assertj.core.api.Assertions;

/** Uses what nothing in this package may, so that the rule can be seen to bite. */
final class BreaksTheRules {

    private BreaksTheRules() {}

    static String intrude() {
        return Assertions.class + System.getenv("USER") + Instant.now();
    }
}
