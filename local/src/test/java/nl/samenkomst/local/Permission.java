package nl.samenkomst.local;

import java.util.Map;
import java.util.TreeMap;

/** Leave to do one thing with one resource, under conditions that are equalities of AWS's own keys. */
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
