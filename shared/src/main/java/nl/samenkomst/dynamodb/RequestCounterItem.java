package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.signin.RequestCounter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The letters that one address or network asked for lately, {@code T#<address or network>#<keyed hash>} / {@code RECENT}.
 * It expires an hour after the last write.
 */
final class RequestCounterItem {

    private static final String SK = "RECENT";

    private static final String PREFIX = "T#";
    private static final String REQUESTS = "requests"; // L of S, timestamps
    private static final String VERSION = "version"; // N

    private RequestCounterItem() {}

    static Map<String, AttributeValue> key(RequestCounter.Kind kind, String id) {
        return Keys.of(PREFIX + kind.name().toLowerCase(Locale.ROOT) + "#" + id, SK);
    }

    static Map<String, AttributeValue> write(RequestCounter counter, Instant now) {
        return Attributes.of(key(counter.kind(), counter.id()))
                .with(
                        REQUESTS,
                        AttributeValue.fromL(
                                counter.requests().stream().map(Values::moment).toList()))
                .with(VERSION, counter.version().number())
                .with(Expiry.EXPIRES_AT, Expiry.at(now.plus(RequestCounter.MEMORY)))
                .map();
    }

    /** The condition on a write of this, the next version, that the version before is stored. */
    static Condition isUnchanged(RequestCounter counter) {
        return counter.version().equals(Version.NONE.next())
                ? Keys.isNew()
                : Condition.isEqual(
                        VERSION, Values.number(counter.version().previous().number()));
    }

    static RequestCounter unknown(RequestCounter.Kind kind, String id) {
        return new RequestCounter(kind, id, List.of(), Version.NONE);
    }

    static RequestCounter read(RequestCounter.Kind kind, String id, Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new RequestCounter(
                kind,
                id,
                item.texts(REQUESTS).stream().map(Instant::parse).toList(),
                new Version(item.longNumber(VERSION)));
    }
}
