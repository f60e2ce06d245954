package nl.samenkomst.dynamodb;

import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.MessageProof;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A message that its writer asked to see first, in the table: {@code S#<session>} / {@code PROOF#<who>#<language>},
 * always in the index {@code due}. Deleted once it was sent, or tried for an hour.
 */
final class MessageProofItem {

    static final String SK = "PROOF#";

    private static final String WHO = "who"; // S
    private static final String NAME = "name"; // S
    private static final String EMAIL = "email"; // S
    private static final String READER = "reader"; // S, language tag
    private static final String ASKED_AT = "askedAt"; // S, timestamp

    private MessageProofItem() {}

    static Map<String, AttributeValue> key(SessionId session, String proof) {
        return Keys.of(Keys.session(session), SK + proof);
    }

    /** Returns what tells the item apart from the session's other proofs, by its key. */
    static String proof(Attributes key) {
        return key.text(Keys.SK, sort -> Keys.withoutPrefix(SK, sort));
    }

    static Map<String, AttributeValue> write(MessageProof proof) {
        Attributes item = MessageItem.write(proof.text(), key(proof.session(), proof.key()))
                .with(WHO, proof.who().name())
                .with(NAME, proof.to().name())
                .with(EMAIL, proof.to().email().value())
                .with(READER, proof.language().tag())
                .with(ASKED_AT, proof.askedAt())
                .with(Expiry.EXPIRES_AT, Expiry.at(proof.askedAt().plus(MessageProof.MEMORY)));
        DueIndex.addTo(item, Lane.CONFIRMED, proof.dueAt());
        return item.map();
    }

    static MessageProof read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new MessageProof(
                Keys.session(item),
                item.text(WHO, Actor::of),
                new Person(item.text(NAME), item.text(EMAIL, EmailAddress::new), Optional.empty()),
                item.text(READER, tag -> Language.of(tag).orElseThrow()),
                MessageItem.text(item),
                item.moment(DueIndex.DUE_AT),
                item.moment(ASKED_AT));
    }

    /** The condition that nobody has changed the stored proof. */
    static Condition isAsIn(MessageProof seen) {
        return Condition.isEqual(DueIndex.DUE_AT, Values.moment(seen.dueAt()));
    }
}
