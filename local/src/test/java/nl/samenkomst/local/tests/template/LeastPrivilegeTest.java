package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.kit.CallsOfFunctions;
import org.junit.jupiter.api.Test;

/** Runs last of all tests: what every function did in the others is exactly what the template allows it. */
class LeastPrivilegeTest {

    @Test
    void functionsHaveExactlyThePermissionsTheyUse() throws IOException {
        assumeTrue(
                System.getProperty("test", "").isEmpty(),
                "only some tests were asked for, and what a function does is known when all have run");

        Permissions granted = Permissions.granted(Template.read(TemplateTest.FILE, Permissions.NAMES));

        assertThat(granted.comparedWith(CallsOfFunctions.used())).isEmpty();
    }
}
