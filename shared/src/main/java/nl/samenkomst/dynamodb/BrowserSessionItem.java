package nl.samenkomst.dynamodb;

import java.util.Map;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A browser in which an organiser is signed in, {@code ORGANISERS} / {@code B#<organiser>#<hash of its token>}. */
final class BrowserSessionItem {

    private static final String SK = "B#";

    private static final String MADE_AT = "madeAt"; // S, timestamp
    private static final String SEEN_AT = "seenAt"; // S, timestamp
    private static final String FACTOR_AT = "factorAt"; // S, timestamp, optional
    private static final String STAYS = "stays"; // BOOL
    private static final String BROWSER = "browser"; // S

    private BrowserSessionItem() {}

    /** Returns the beginning of the sort keys of this organiser's sessions. */
    static String prefix(OrganiserId organiser) {
        return SK + organiser + "#";
    }

    /** Returns whether this is the item of a browser session. */
    static boolean isOne(Map<String, AttributeValue> item) {
        Attributes key = Attributes.of(item);
        return key.text(Keys.PK).equals(Keys.ORGANISERS) && key.text(Keys.SK).startsWith(SK);
    }

    static Map<String, AttributeValue> key(OrganiserId organiser, TokenHash token) {
        return Keys.of(Keys.ORGANISERS, prefix(organiser) + token);
    }

    static Map<String, AttributeValue> key(BrowserSession session) {
        return key(session.organiser(), session.token());
    }

    static Map<String, AttributeValue> write(BrowserSession session) {
        Attributes item = Attributes.of(key(session))
                .with(MADE_AT, session.madeAt())
                .with(SEEN_AT, session.seenAt())
                .with(STAYS, session.stays())
                .with(BROWSER, session.browser())
                .with(Expiry.EXPIRES_AT, Expiry.at(session.endsAt()));
        session.factorAt().ifPresent(at -> item.with(FACTOR_AT, at));
        return item.map();
    }

    static BrowserSession read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        String[] key = item.text(Keys.SK).split("#", -1);
        if (key.length != 3) {
            throw new IllegalArgumentException("not the key of a browser session");
        }
        return new BrowserSession(
                new OrganiserId(key[1]),
                new TokenHash(key[2]),
                item.moment(MADE_AT),
                item.moment(SEEN_AT),
                item.optionalMoment(FACTOR_AT),
                item.flag(STAYS),
                item.text(BROWSER));
    }

    static UpdateExpression touch(BrowserSession seen) {
        return new UpdateExpression()
                .set(SEEN_AT, Values.moment(seen.seenAt()))
                .set(Expiry.EXPIRES_AT, Expiry.at(seen.endsAt()));
    }
}
