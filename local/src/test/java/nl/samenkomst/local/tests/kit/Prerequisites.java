package nl.samenkomst.local.tests.kit;

import java.util.Optional;
import nl.samenkomst.local.desk.sam.Program;
import nl.samenkomst.local.desk.sam.SamLocal;
import org.junit.jupiter.api.Assumptions;

/** The tools that tests need; without one the test is skipped and says why, but fails in CI. */
public final class Prerequisites {

    private Prerequisites() {}

    /** Requires SAM CLI, Docker, and a Docker engine that answers. */
    public static void samAndDocker() throws Exception {
        Optional<String> missing = SamLocal.missing(System.getenv());
        if (missing.isPresent()) {
            skipOrFail(missing.get());
        }
    }

    public static Program program(String name) {
        return Program.find(name, System.getenv()).orElseGet(() -> {
            skipOrFail("The command " + name + " is not on the PATH.");
            throw new IllegalStateException("goes on without " + name);
        });
    }

    private static void skipOrFail(String why) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(why);
        }
        System.out.println("skipped: " + why);
        Assumptions.abort(why);
    }
}
