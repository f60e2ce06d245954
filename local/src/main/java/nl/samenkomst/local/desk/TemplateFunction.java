package nl.samenkomst.local.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function as the template declares it.
 *
 * @param handler the fully qualified name of its class
 */
public record TemplateFunction(
        String logicalId,
        String handler,
        Path codeUri,
        Duration timeout,
        Map<String, String> environment,
        List<Route> routes) {

    public TemplateFunction {
        environment = Map.copyOf(environment);
        routes = List.copyOf(routes);
    }

    /** Returns the name of its module, its zip and its folder of sample events. */
    public String name() {
        return codeUri.getFileName().toString().replace(".zip", "");
    }
}
