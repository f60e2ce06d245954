package nl.samenkomst.domain;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** Breaks the rules of its package, so that ArchitectureTest can check that they are enforced. */
final class BreaksTheRules {

    static final Random RANDOM = new Random();
    static final UUID TOKEN = UUID.randomUUID();

    private BreaksTheRules() {}

    static String intrude() {
        return Assertions.class + System.getenv("USER") + Instant.now();
    }
}
