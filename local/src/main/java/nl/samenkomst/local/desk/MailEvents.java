package nl.samenkomst.local.desk;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what SES says about letters, as events of its SNS topic, until they are delivered. */
public final class MailEvents {

    private static final String TOPIC = "arn:aws:sns:local:000000000000:letter-troubles";

    private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();

    /** Adds what the letter's mailbox does with it. */
    void add(Letter letter, Map<String, String> tags) {
        for (Map<String, Object> event : letter.delivery().events(letter.to(), letter.sentAt())) {
            Map<String, Object> message = new LinkedHashMap<>(event);
            message.put("mail", mail(letter, tags));
            waiting.add(written(notification(letter, written(message))));
        }
    }

    /** Takes the oldest event; empty if none waits. */
    Optional<byte[]> poll() {
        return Optional.ofNullable(waiting.poll());
    }

    private static Map<String, Object> mail(Letter letter, Map<String, String> tags) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ses:operation", List.of("SendRawEmail"));
        tags.forEach((name, value) -> values.put(name, List.of(value)));
        Map<String, Object> mail = new LinkedHashMap<>();
        mail.put("timestamp", letter.sentAt().toString());
        mail.put("sendingAccountId", "000000000000");
        mail.put("messageId", letter.id());
        mail.put("destination", List.of(letter.to()));
        mail.put("headersTruncated", false);
        mail.put("headers", List.of(Map.of("name", "Subject", "value", letter.subject())));
        mail.put("commonHeaders", Map.of("subject", letter.subject(), "to", List.of(letter.to())));
        mail.put("tags", values);
        return mail;
    }

    private static Map<String, Object> notification(Letter letter, byte[] message) {
        Map<String, Object> sns = new LinkedHashMap<>();
        sns.put("Type", "Notification");
        sns.put("MessageId", UUID.randomUUID().toString());
        sns.put("TopicArn", TOPIC);
        sns.put("Subject", "Amazon SES Email Event Notification");
        sns.put("Message", new String(message, StandardCharsets.UTF_8));
        sns.put("Timestamp", letter.sentAt().toString());
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("EventSource", "aws:sns");
        record.put("EventVersion", "1.0");
        record.put("EventSubscriptionArn", TOPIC + ":local");
        record.put("Sns", sns);
        return Map.of("Records", List.of(record));
    }

    private static byte[] written(Map<String, Object> tree) {
        try {
            return JSON.std.asBytes(tree);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
