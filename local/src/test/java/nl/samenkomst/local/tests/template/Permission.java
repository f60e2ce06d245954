package nl.samenkomst.local.tests.template;

import java.util.Map;
import java.util.TreeMap;

/** Permission for one action on one resource, if AWS's condition keys have these values. */
public record Permission(String action, String resource, Map<String, String> conditions) {

    public Permission {
        conditions = Map.copyOf(conditions);
    }

    public Permission(String action, String resource) {
        this(action, resource, Map.of());
    }

    /** Returns the permission for items whose partition key has this pattern, whatever the action. */
    public static Permission ofKeys(String pattern) {
        return new Permission("dynamodb:LeadingKeys", pattern);
    }

    @Override
    public String toString() {
        String provided = conditions.isEmpty() ? "" : " provided " + new TreeMap<>(conditions);
        return action + " on " + resource + provided;
    }
}
