package nl.samenkomst.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The audit records that restore a session's trail.
 *
 * @param missing records of the copy that are not in the table, without the person where that was erased
 * @param toErase records in the table that still have a person who was erased
 */
record RestoredAudit(List<Map<String, AttributeValue>> missing, List<AuditErasure> toErase) {

    /**
     * Compares the trails. A record that was erased since is under another key, and is recognized by its moment, actor
     * and action.
     *
     * @param isErased returns whether a record is about somebody who was erased after it
     */
    static RestoredAudit of(
            Collection<Map<String, AttributeValue>> copy,
            Collection<Map<String, AttributeValue>> inUse,
            Predicate<Map<String, AttributeValue>> isErased) {
        Set<String> keys = new HashSet<>();
        Map<String, Integer> erasedInUse = new HashMap<>();
        List<AuditErasure> toErase = new ArrayList<>();
        inUse.forEach(record -> keys.add(sortKey(record)));
        for (Map<String, AttributeValue> record : inUse) {
            if (AuditItem.isErased(record)) {
                erasedInUse.merge(AuditItem.withoutPerson(record), 1, Integer::sum);
            } else if (isErased.test(record)) {
                erasedInUse.merge(AuditItem.withoutPerson(record), 1, Integer::sum);
                toErase.add(AuditErasure.of(record, keys));
            }
        }
        List<Map<String, AttributeValue>> missing = new ArrayList<>();
        for (Map<String, AttributeValue> record : copy) {
            if (AuditItem.isErased(record) || isErased.test(record)) {
                boolean isThere = erasedInUse.merge(AuditItem.withoutPerson(record), -1, Integer::sum) >= 0;
                if (!isThere) {
                    missing.add(AuditErasure.of(record, keys).erased());
                }
            } else if (!keys.contains(sortKey(record))) {
                missing.add(record);
            }
        }
        return new RestoredAudit(missing, toErase);
    }

    private static String sortKey(Map<String, AttributeValue> item) {
        return Attributes.of(item).text(Keys.SK);
    }
}
