package nl.samenkomst.api;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
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
        tree.put("values", entry.values().stream().map(ChangesView::value).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> value(ChangedValue value) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("what", value.what());
        tree.put("subject", toNullable(value.subject()));
        tree.put("before", toNullable(value.before()));
        tree.put("after", toNullable(value.after()));
        return tree;
    }

    private static @Nullable String toNullable(String value) {
        return value.isEmpty() ? null : value;
    }
}
