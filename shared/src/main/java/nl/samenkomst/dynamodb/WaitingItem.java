package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A place in the queue in the table: {@code S#<session>} / {@code W#<number>}, in the order of the numbers. */
final class WaitingItem {

    static final String SK = "W#";
    static final long LAST = 9_999_999_999L;

    private static final String REGISTRATION = "registration";

    private WaitingItem() {}

    static Map<String, AttributeValue> key(SessionId session, long number) {
        return Keys.of(Keys.session(session), sortKey(number));
    }

    static String sortKey(long number) {
        return SK + String.format(Locale.ROOT, "%010d", number);
    }

    static Map<String, AttributeValue> write(
            SessionId session, long number, RegistrationId registration, Instant forgetAt) {
        return Attributes.of(key(session, number))
                .with(REGISTRATION, registration.value())
                .with(RegistrationItem.EXPIRES_AT, forgetAt.getEpochSecond())
                .map();
    }

    static RegistrationId registration(Map<String, AttributeValue> values) {
        return new RegistrationId(Attributes.of(values).text(REGISTRATION));
    }
}
