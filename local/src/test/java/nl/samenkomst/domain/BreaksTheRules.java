package nl.samenkomst.domain;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** Uses what nothing in this package may, so that the rule can be seen to bite. */
final class BreaksTheRules {

    static final Random DICE = new Random();
    static final UUID TOKEN = UUID.randomUUID();

    private BreaksTheRules() {}

    static String intrude() {
        return Assertions.class + System.getenv("USER") + Instant.now();
    }
}
