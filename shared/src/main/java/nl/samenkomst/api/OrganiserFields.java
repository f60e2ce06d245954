package nl.samenkomst.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The read-only fields of a session: ignored, not refused, when an organiser sends them back with a document. */
public final class OrganiserFields {

    private static final Set<String> READ_ONLY =
            Set.of("id", "revision", "registrations", "presence", "mail", "freedByErasure", "unconfirmed", "cancelled");

    private OrganiserFields() {}

    /** Returns a copy without the read-only fields, so that a client can edit what it read and send all of it back. */
    public static Map<String, Object> withoutReadOnly(Map<String, Object> tree) {
        Map<String, Object> document = new LinkedHashMap<>(tree);
        document.keySet().removeAll(READ_ONLY);
        return document;
    }
}
