package nl.samenkomst.local;

import java.util.Map;
import java.util.TreeMap;

/** Permission for one action on one resource, if AWS's condition keys have these values. */
record Permission(String action, String resource, Map<String, String> conditions) {

    Permission {
        conditions = Map.copyOf(conditions);
    }

    Permission(String action, String resource) {
        this(action, resource, Map.of());
    }

    @Override
    public String toString() {
        String provided = conditions.isEmpty() ? "" : " provided " + new TreeMap<>(conditions);
        return action + " on " + resource + provided;
    }
}
