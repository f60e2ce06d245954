package nl.samenkomst.domain.own;

import java.util.List;
import nl.samenkomst.domain.audit.AuditEntry;

/**
 * Everything stored about a person with one registration.
 *
 * @param changes the audit records about it, oldest first
 */
public record OwnData(OwnRegistration own, List<AuditEntry> changes) {

    public OwnData {
        changes = List.copyOf(changes);
    }
}
