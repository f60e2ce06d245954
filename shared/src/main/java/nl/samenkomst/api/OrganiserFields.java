package nl.samenkomst.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What an organiser reads and cannot write: sent back with a document, it is left out and not refused. */
public final class OrganiserFields {

    private static final Set<String> READ_ONLY = Set.of("id", "revision", "registrations", "cancelled");

    private OrganiserFields() {}

    /** What is left is the document itself, so that what was read can be changed and sent back. */
    public static Map<String, Object> withoutReadOnly(Map<String, Object> tree) {
        Map<String, Object> document = new LinkedHashMap<>(tree);
        document.keySet().removeAll(READ_ONLY);
        return document;
    }
}
