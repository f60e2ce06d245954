package nl.samenkomst.api;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.domain.session.AuditEntry;
import org.jspecify.annotations.Nullable;

/** What organisers did, as programs read it. */
public final class ChangesView {

    private ChangesView() {}

    /** One of them. */
    public static Map<String, @Nullable Object> entry(AuditEntry entry) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("at", entry.at().toString());
        tree.put("who", entry.who().name());
        tree.put("what", entry.what());
        tree.put("registration", entry.registration().orElse(null));
        tree.put("reason", entry.reason());
        return tree;
    }
}
