package nl.samenkomst.responses;

import java.time.Instant;
import org.assertj.core.api.Assertions;

/** Breaks the rules of its package, so that ArchitectureTest can check that they are enforced. */
final class BreaksTheRules {

    private BreaksTheRules() {}

    static String intrude() {
        return Assertions.class + System.getenv("USER") + Instant.now();
    }
}
