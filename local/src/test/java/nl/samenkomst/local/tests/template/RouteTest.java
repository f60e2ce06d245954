package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.samenkomst.local.desk.Route;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final Route OWN_PAGE = new Route("GET", "/sessions/{id}/registrations/{token}");

    @Test
    void decodesItsParameters() {
        assertThat(OWN_PAGE.match("GET", "/sessions/een%20twee/registrations/a%2Fb+c"))
                .hasValue(Map.of("id", "een twee", "token", "a/b+c"));
    }

    @Test
    void rejectsOtherMethodsAndPaths() {
        assertThat(OWN_PAGE.match("HEAD", "/sessions/a/registrations/b")).isEmpty();
        assertThat(OWN_PAGE.match("GET", "/sessions/a/registrations")).isEmpty();
        assertThat(OWN_PAGE.match("GET", "/sessions/a/registrations/b/cancellation"))
                .isEmpty();
        assertThat(OWN_PAGE.match("GET", "/sessions//registrations/b")).isEmpty();
    }

    @Test
    void theDefaultMatchesEverythingAndComesLast() {
        assertThat(Route.DEFAULT.match("HEAD", "/sessions/a/nowhere")).hasValue(Map.of());
        assertThat(Route.DEFAULT.key()).isEqualTo("$default");
        assertThat(Route.DEFAULT.specificity())
                .isGreaterThan(OWN_PAGE.specificity())
                .isGreaterThan(new Route("GET", "/{a}").specificity());
    }

    @Test
    void matchesTheHomePageExactly() {
        assertThat(new Route("GET", "/").match("GET", "/")).hasValue(Map.of());
        assertThat(new Route("GET", "/").match("GET", "//")).isEmpty();
    }
}
