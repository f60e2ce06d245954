package nl.samenkomst.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Message;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A message of an organiser in the table: {@code S#<session>} / {@code M#<moment>}, in which the moment is the id. The
 * session's item has whom it is for; each registration's, whether it was sent there.
 */
final class MessageItem {

    static final String SK = "M#";

    private static final String LANGUAGE = "language"; // S, language tag, one of the next
    private static final String WORDS = "words"; // M of M with the next two, by language tag
    private static final String SUBJECT = "subject"; // S
    private static final String TEXT = "text"; // S
    private static final String WHO = "who"; // S
    private static final String RECIPIENTS = "recipients"; // N

    private MessageItem() {}

    static Map<String, AttributeValue> key(SessionId session, MessageId message) {
        return Keys.of(Keys.session(session), SK + message);
    }

    static Map<String, AttributeValue> write(Session session, Message message) {
        return write(message.text(), key(session.id(), message.id()))
                .with(WHO, message.who().name())
                .with(RECIPIENTS, message.recipients())
                .with(Expiry.EXPIRES_AT, Expiry.at(session.document().forgetAt()))
                .map();
    }

    /** Returns an item with the words of a message. */
    static Attributes write(MessageText text, Map<String, AttributeValue> key) {
        Attributes words = Attributes.none();
        text.words()
                .forEach((language, in) -> words.with(
                        language.tag(),
                        AttributeValue.fromM(Attributes.none()
                                .with(SUBJECT, in.subject())
                                .with(TEXT, in.text())
                                .map())));
        return Attributes.of(key).with(LANGUAGE, text.main().tag()).with(WORDS, AttributeValue.fromM(words.map()));
    }

    static Message read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Message(
                item.text(Keys.SK, sort -> new MessageId(Keys.withoutPrefix(SK, sort))),
                text(item),
                item.text(WHO, Actor::of),
                item.number(RECIPIENTS, 0));
    }

    /** Reads the words of a message; leaves out those in a language that this release does not know. */
    static MessageText text(Attributes item) {
        Attributes written = item.inner(WORDS);
        Map<Language, MessageWords> words = new LinkedHashMap<>();
        written.map()
                .keySet()
                .forEach(tag -> Language.of(tag).ifPresent(language -> {
                    Attributes in = written.inner(tag);
                    words.put(language, new MessageWords(in.text(SUBJECT), in.text(TEXT)));
                }));
        return item.text(LANGUAGE, tag -> new MessageText(Language.of(tag).orElseThrow(), words));
    }

    /** Returns whether the item expires at another moment than the session's registrations. */
    static boolean expiresOtherwise(Session session, Map<String, AttributeValue> item) {
        return !Expiry.at(session.document().forgetAt()).equals(item.get(Expiry.EXPIRES_AT));
    }

    static UpdateExpression expireWith(Session session) {
        return new UpdateExpression()
                .set(Expiry.EXPIRES_AT, Expiry.at(session.document().forgetAt()));
    }
}
