package nl.samenkomst.dynamodb;

import java.util.Map;
import java.util.OptionalInt;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The figures of a session in the table: {@code S#<id>} / {@code TALLY}. Never expires; names nobody. */
final class TallyItem {

    static final String SK = "TALLY";

    private static final String SIGNED_UP = "signedUp"; // N
    private static final String PLACES = "places"; // N
    private static final String CAME = "came"; // N
    private static final String ABSENT = "absent"; // N
    private static final String WAITING = "waiting"; // N
    private static final String CANCELLED = "cancelled"; // N
    private static final String CANCELLED_LATE = "cancelledLate"; // N, optional
    private static final String GROUPS = "groups"; // L of M with the next two, optional
    private static final String LABEL = "label"; // S, an option of a question
    private static final String NUMBER = "number"; // N

    private TallyItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    static Map<String, AttributeValue> write(SessionId id, Tally tally) {
        Attributes item = Attributes.of(key(id))
                .with(SIGNED_UP, tally.signedUp())
                .with(PLACES, tally.places())
                .with(CAME, tally.came())
                .with(ABSENT, tally.absent())
                .with(WAITING, tally.waiting())
                .with(CANCELLED, tally.cancelled());
        tally.cancelledLate().ifPresent(late -> item.with(CANCELLED_LATE, late));
        item.withAny(
                GROUPS,
                tally.groups().stream()
                        .map(group -> AttributeValue.fromM(Attributes.none()
                                .with(LABEL, group.label())
                                .with(NUMBER, group.number())
                                .map()))
                        .toList());
        return item.map();
    }

    /** The condition that nothing is kept yet, or figures of as many sign-ups or fewer. */
    static Condition isOfNoMoreThan(Tally tally) {
        return Keys.isNew().or(Condition.isAtMost(SIGNED_UP, Values.number(tally.signedUp())));
    }

    static Tally read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Tally(
                item.number(SIGNED_UP),
                item.number(PLACES, 0),
                item.number(CAME, 0),
                item.number(ABSENT, 0),
                item.number(WAITING, 0),
                item.number(CANCELLED, 0),
                item.has(CANCELLED_LATE) ? OptionalInt.of(item.number(CANCELLED_LATE)) : OptionalInt.empty(),
                item.list(GROUPS).stream()
                        .map(group -> new Tally.Group(group.text(LABEL), group.number(NUMBER, 0)))
                        .toList());
    }
}
