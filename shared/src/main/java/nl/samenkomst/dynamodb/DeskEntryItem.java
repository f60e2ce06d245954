package nl.samenkomst.dynamodb;

import java.util.Map;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A record in the desk's history, {@code ORGANISERS} / {@code A#<moment>#<what>#<about whom, or by whom>}, so in chronological
 * order; the same act of the same millisecond is one record.
 */
final class DeskEntryItem {

    static final String SK = "A#";

    private static final String AT = "at"; // S, timestamp
    private static final String WHO = "who"; // S
    private static final String WHAT = "what"; // S
    private static final String ABOUT = "about"; // S, optional
    private static final String BEFORE = "before"; // S
    private static final String AFTER = "after"; // S

    private DeskEntryItem() {}

    static Map<String, AttributeValue> key(DeskEntry.Position position) {
        return Keys.of(Keys.ORGANISERS, SK + Values.moment(position.at()).s() + "#" + position.what());
    }

    static Map<String, AttributeValue> write(DeskEntry entry) {
        Attributes item = Attributes.of(key(entry.position()))
                .with(AT, entry.at())
                .with(WHO, entry.actor().name())
                .with(WHAT, entry.what())
                .with(BEFORE, entry.before())
                .with(AFTER, entry.after())
                .with(Expiry.EXPIRES_AT, Expiry.at(entry.at().plus(DeskEntry.MEMORY)));
        entry.about().ifPresent(id -> item.with(ABOUT, id.value()));
        return item.map();
    }

    static DeskEntry read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new DeskEntry(
                item.moment(AT),
                item.text(WHO, Actor::of),
                item.text(WHAT),
                item.optional(ABOUT, OrganiserId::new),
                item.text(BEFORE, ""),
                item.text(AFTER, ""));
    }
}
