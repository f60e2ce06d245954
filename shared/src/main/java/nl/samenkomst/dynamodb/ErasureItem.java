package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.registration.PersonalData;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The memory of an erasure (a tombstone) in the table: {@code S#<session>} / {@code E#<registration id>}, without name,
 * address or reason. It outlives every backup that still has the registration, so that restoring one can leave it out.
 * It concerns what was there at its moment: a later sign-up by the same person is a registration of its own.
 */
final class ErasureItem {

    static final String SK = "E#";

    private static final String AT = "at"; // S, timestamp

    private ErasureItem() {}

    static Map<String, AttributeValue> write(SessionId session, RegistrationId erased, Instant now) {
        return Attributes.of(Keys.of(Keys.session(session), SK + erased.value()))
                .with(AT, now)
                .with(Expiry.EXPIRES_AT, Expiry.at(now.plus(PersonalData.ERASURE_MEMORY)))
                .map();
    }

    static RegistrationId id(Map<String, AttributeValue> item) {
        return Attributes.of(item).text(Keys.SK, key -> new RegistrationId(Keys.withoutPrefix(SK, key)));
    }

    /** Returns when the registration was erased; empty if the item does not say. */
    static Optional<Instant> optionalAt(Map<String, AttributeValue> item) {
        return ItemReader.readOr(() -> Attributes.of(item).optionalMoment(AT), Optional.empty());
    }
}
