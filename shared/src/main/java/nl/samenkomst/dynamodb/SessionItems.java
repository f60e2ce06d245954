package nl.samenkomst.dynamodb;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The two items of which a session consists, each empty if absent. */
record SessionItems(Map<String, AttributeValue> session, Map<String, AttributeValue> places) {

    /** Finds them among items of one session. */
    static SessionItems among(Collection<Map<String, AttributeValue>> items) {
        return new SessionItems(withSortKey(SessionItem.SK, items), withSortKey(PlacesItem.SK, items));
    }

    boolean exist() {
        return !session.isEmpty() && !places.isEmpty();
    }

    /**
     * Reads both.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if one cannot be read, after logging it
     */
    SessionSnapshot read() {
        Session found = ItemReader.read(session, SessionItem::read);
        return ItemReader.read(places, item -> sessionSnapshot(found, item));
    }

    /** Reads both; logs the one that cannot be read, and returns empty. */
    Optional<SessionSnapshot> tryRead() {
        return ItemReader.tryRead(session, SessionItem::read)
                .flatMap(found -> ItemReader.tryRead(places, item -> sessionSnapshot(found, item)));
    }

    private static SessionSnapshot sessionSnapshot(Session session, Map<String, AttributeValue> places) {
        return new SessionSnapshot(session, PlacesItem.read(places, session.document()));
    }

    private static Map<String, AttributeValue> withSortKey(String sort, Collection<Map<String, AttributeValue>> items) {
        return items.stream()
                .filter(item -> Attributes.of(item).text(Keys.SK).equals(sort))
                .findFirst()
                .orElse(Map.of());
    }
}
