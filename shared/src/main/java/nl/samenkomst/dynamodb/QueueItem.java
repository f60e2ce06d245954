package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import nl.samenkomst.domain.capacity.QueueEntry;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An entry of the waiting list in the table: {@code S#<session>} / {@code W#<number>}, in order of the numbers. */
final class QueueItem {

    static final String SK = "W#";

    /** The highest number that fits in a sort key: ten digits. */
    static final long LAST = 9_999_999_999L;

    private static final String WISH = "wish"; // S, theme id, absent if any theme will do
    private static final String REGISTRATION = "registration"; // S

    private QueueItem() {}

    static Map<String, AttributeValue> key(SessionId session, long number) {
        return Keys.of(Keys.session(session), sortKey(number));
    }

    /** The key condition for the queue up to and including this number. */
    static Condition upTo(SessionId session, long number) {
        return Keys.between(session, sortKey(0), sortKey(number));
    }

    /** The filter for people who could have a place at this theme: they want it, or any. */
    static Condition couldTake(ThemeId theme) {
        return Condition.isAbsent(WISH).or(Condition.isEqual(WISH, Values.text(theme.value())));
    }

    private static String sortKey(long number) {
        return SK + String.format(Locale.ROOT, "%010d", number);
    }

    /** Returns the entry of a waitlisted registration with this number, which expires at {@code forgetAt}. */
    static Map<String, AttributeValue> write(Registration registration, long number, Instant forgetAt) {
        Attributes item = Attributes.of(key(registration.session(), number))
                .with(REGISTRATION, registration.id().value())
                .with(Expiry.EXPIRES_AT, Expiry.at(forgetAt));
        registration.state().theme().ifPresent(theme -> item.with(WISH, theme.value()));
        return item.map();
    }

    static QueueEntry read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new QueueEntry(
                item.text(Keys.SK, key -> Long.parseLong(Keys.withoutPrefix(SK, key))),
                item.text(REGISTRATION, RegistrationId::new),
                item.optional(WISH, ThemeId::new));
    }
}
