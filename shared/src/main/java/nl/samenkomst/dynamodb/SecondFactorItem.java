package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.factor.FactorUse;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.factor.TotpSecret;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An organiser's second factor, {@code F#<organiser>} / {@code FACTOR}: in a partition of its own, so that IAM can keep
 * it from every function but the one that signs people in.
 */
final class SecondFactorItem {

    private static final String SK = "FACTOR";

    private static final String PREFIX = "F#";
    private static final String SECRET = "secret"; // S
    private static final String SINCE = "since"; // S, timestamp
    private static final String LAST_STEP = "lastStep"; // N
    private static final String USED = "used"; // S, hash, optional
    private static final String USED_BY = "usedBy"; // S, hash, with the one before
    private static final String USED_AT = "usedAt"; // S, timestamp, with the one before
    private static final String RECOVERY = "recovery"; // L of S, hashes
    private static final String WRONG = "wrong"; // L of S, timestamps
    private static final String NEXT_SECRET = "nextSecret"; // S, optional
    private static final String NEXT_SINCE = "nextSince"; // S, timestamp, with the one before
    private static final String VERSION = "version"; // N

    private SecondFactorItem() {}

    static Map<String, AttributeValue> key(OrganiserId organiser) {
        return Keys.of(PREFIX + organiser, SK);
    }

    static Map<String, AttributeValue> write(SecondFactor factor) {
        Attributes item = Attributes.of(key(factor.organiser()))
                .with(SECRET, factor.secret().value())
                .with(SINCE, factor.since())
                .with(LAST_STEP, factor.lastStep())
                .with(
                        RECOVERY,
                        AttributeValue.fromL(factor.recovery().stream()
                                .map(TokenHash::value)
                                .map(Values::text)
                                .toList()))
                .with(
                        WRONG,
                        AttributeValue.fromL(
                                factor.wrong().stream().map(Values::moment).toList()))
                .with(VERSION, factor.version().number());
        factor.lastUse()
                .ifPresent(use -> item.with(USED, use.typed().value())
                        .with(USED_BY, use.by().value())
                        .with(USED_AT, use.at()));
        factor.next()
                .ifPresent(app -> item.with(NEXT_SECRET, app.secret().value()).with(NEXT_SINCE, app.since()));
        return item.map();
    }

    /** The condition on a write of this, the next version, that the version before is stored. */
    static Condition isUnchanged(SecondFactor factor) {
        return factor.version().equals(Version.NONE.next())
                ? Keys.isNew()
                : Condition.isEqual(
                        VERSION, Values.number(factor.version().previous().number()));
    }

    static SecondFactor read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new SecondFactor(
                item.text(Keys.PK, key -> new OrganiserId(Keys.withoutPrefix(PREFIX, key))),
                item.text(SECRET, TotpSecret::new),
                item.moment(SINCE),
                item.longNumber(LAST_STEP),
                item.optional(USED, TokenHash::new)
                        .map(used -> new FactorUse(used, item.text(USED_BY, TokenHash::new), item.moment(USED_AT))),
                item.texts(RECOVERY).stream().map(TokenHash::new).toList(),
                item.texts(WRONG).stream().map(Instant::parse).toList(),
                item.optional(NEXT_SECRET, TotpSecret::new)
                        .map(secret -> new SecondFactor.NextApp(secret, item.moment(NEXT_SINCE))),
                new Version(item.longNumber(VERSION)));
    }
}
