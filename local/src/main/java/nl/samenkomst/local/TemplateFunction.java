package nl.samenkomst.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A function as the template describes it; the handler is the name of its class. */
record TemplateFunction(
        String logicalId, String handler, Duration timeout, Map<String, String> environment, List<Route> routes) {

    TemplateFunction {
        environment = Map.copyOf(environment);
        routes = List.copyOf(routes);
    }
}
