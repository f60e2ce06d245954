package nl.samenkomst.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.samenkomst.domain.registration.RegistrationId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An audit record about a registration that is erased or gets another id, and the record that takes its place: without
 * the person, or under that id.
 */
record AuditErasure(Map<String, AttributeValue> record, Map<String, AttributeValue> erased) {

    /** Returns the erasures of all records about these registrations, oldest first. */
    static List<AuditErasure> of(Collection<RegistrationId> ids, Iterable<Map<String, AttributeValue>> trail) {
        List<Map<String, AttributeValue>> about = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Map<String, AttributeValue> item : trail) {
            if (ids.stream().anyMatch(id -> AuditItem.isAbout(id, item))) {
                about.add(item);
            } else if (AuditItem.isErased(item)) {
                taken.add(sortKey(item));
            }
        }
        return about.stream().map(record -> of(record, taken)).toList();
    }

    /** Returns the exchange of each record about a registration for one under its other id, oldest first. */
    static List<AuditErasure> moving(
            RegistrationId from, RegistrationId to, Iterable<Map<String, AttributeValue>> trail) {
        List<AuditErasure> moved = new ArrayList<>();
        for (Map<String, AttributeValue> item : trail) {
            if (AuditItem.isAbout(from, item)) {
                moved.add(new AuditErasure(item, AuditItem.moved(item, from, to)));
            }
        }
        return moved;
    }

    /** Returns the erasure of a record, under the first key of its moment that is not taken, and takes that. */
    static AuditErasure of(Map<String, AttributeValue> record, Set<String> taken) {
        int number = 1;
        Map<String, AttributeValue> erased = AuditItem.erased(record, number);
        while (!taken.add(sortKey(erased))) {
            number++;
            erased = AuditItem.erased(record, number);
        }
        return new AuditErasure(record, erased);
    }

    /** Adds the exchange of the two, on condition that nobody made it yet. */
    void addTo(Table.Transaction transaction) {
        transaction.delete(Keys.of(record), Keys.exists()).put(erased, Keys.isNew());
    }

    private static String sortKey(Map<String, AttributeValue> item) {
        return Attributes.of(item).text(Keys.SK);
    }
}
