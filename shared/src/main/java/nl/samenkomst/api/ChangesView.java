package nl.samenkomst.api;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.domain.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** Maps the audit trail of organisers' changes to JSON. */
public final class ChangesView {

    private ChangesView() {}

    /** Returns one audit entry as a JSON object in the order of the API's description. */
    public static Map<String, @Nullable Object> entry(AuditEntry entry) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("at", entry.at().toString());
        tree.put("who", entry.actor().name());
        tree.put("what", entry.what());
        tree.put("registration", entry.registration().orElse(null));
        tree.put("reason", entry.reason());
        return tree;
    }
}
