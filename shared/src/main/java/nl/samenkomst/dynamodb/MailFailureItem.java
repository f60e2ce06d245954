package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.signin.SeenSignIn;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** When the mail service last refused letters to sign in with, {@code T#mail} / {@code FAILED}. */
final class MailFailureItem {

    private static final String PK = "T#mail";
    private static final String SK = "FAILED";
    private static final String AT = "at"; // S, timestamp

    private MailFailureItem() {}

    static Map<String, AttributeValue> key() {
        return Keys.of(PK, SK);
    }

    static Map<String, AttributeValue> write(Instant at) {
        return Attributes.of(key())
                .with(AT, at)
                .with(Expiry.EXPIRES_AT, Expiry.at(at.plus(SeenSignIn.MAIL_FAILURE_MEMORY)))
                .map();
    }

    static Instant read(Map<String, AttributeValue> item) {
        return Attributes.of(item).moment(AT);
    }
}
