package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.HandlerCalls;
import nl.samenkomst.managesessions.ManageSessionsHandler;
import org.junit.jupiter.api.Test;

/** Checks that the function refuses unsigned requests even if a route should lose its authorizer. */
class UnsignedRequestsTest {

    private static final String ORGANISER = "arn:aws:sts::111122223333:assumed-role/organiser/noor";
    private static final Map<String, String> PATH =
            Map.of("id", Gathering.ID.value(), "registration", "VmVyc25lbGxpbmdza2FtZA");

    private final Gathering gathering = new Gathering();

    @Test
    void everyOrganiserRouteRefusesThem() throws IOException {
        HandlerCalls calls = calls(gathering.wiring().requireSignedRequests());

        for (String route : organisersRoutes()) {
            assertThat(calls.statusSignedBy("", "manage-sessions", route, PATH))
                    .as(route)
                    .isEqualTo(403);
            assertThat(calls.statusSignedBy(ORGANISER, "manage-sessions", route, PATH))
                    .as(route)
                    .isIn(200, 400, 404, 409);
        }
    }

    @Test
    void areAllowedOnALaptop() throws IOException {
        HandlerCalls calls = calls(gathering.wiring());

        assertThat(calls.statusSignedBy("", "manage-sessions", "GET /api/v1/organiser/sessions", Map.of()))
                .isEqualTo(200);
    }

    @Test
    void onlySamCliCountsAsALaptop() {
        assertThat(new Settings(Map.of()).isSamLocal()).isFalse();
        assertThat(new Settings(Map.of("AWS_SAM_LOCAL", "false")).isSamLocal()).isFalse();
        assertThat(new Settings(Map.of("AWS_SAM_LOCAL", "true")).isSamLocal()).isTrue();
    }

    private static HandlerCalls calls(Wiring wiring) {
        return new HandlerCalls(Map.of("manage-sessions", new ManageSessionsHandler(wiring)));
    }

    private static List<String> organisersRoutes() throws IOException {
        Template template = Template.read(TemplateTest.FILE, TemplateTest.NAMES);
        return template.function("ManageSessionsFunction").routes().stream()
                .map(Route::key)
                .toList();
    }
}
