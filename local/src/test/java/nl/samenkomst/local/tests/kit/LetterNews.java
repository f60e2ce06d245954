package nl.samenkomst.local.tests.kit;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.delivery.LetterTags;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationKey;

/**
 * What SES says of one letter, as the events that SNS passes to the function.
 *
 * @param at when that happened
 */
public record LetterNews(LetterTags letter, Instant at) {

    /** Returns news of a letter about this registration, sent when the person signed up. */
    public static LetterNews of(Registration registration) {
        return of(registration, registration.signedUpAt());
    }

    public static LetterNews of(Registration registration, Instant sentAt) {
        RegistrationKey key = new RegistrationKey(registration.session(), registration.id());
        return new LetterNews(new LetterTags("confirmed", key.session(), sentAt, List.of(key)), sentAt);
    }

    /** Returns this news at another moment. */
    public LetterNews at(Instant other) {
        return new LetterNews(letter, other);
    }

    public String bounce() {
        return event("Bounce", "bounce", Map.of("bounceType", "Permanent", "bounceSubType", "General"));
    }

    public String suppression() {
        return event(
                "Bounce", "bounce", Map.of("bounceType", "Permanent", "bounceSubType", "OnAccountSuppressionList"));
    }

    public String complaint() {
        return event("Complaint", "complaint", Map.of("complaintFeedbackType", "abuse"));
    }

    public String delay() {
        return event("DeliveryDelay", "deliveryDelay", Map.of("delayType", "MailboxFull"));
    }

    /** Returns the event of a delivery after ten minutes. */
    public String lateDelivery() {
        return event("Delivery", "delivery", Map.of("processingTimeMillis", 600_000));
    }

    public String delivery() {
        return event("Delivery", "delivery", Map.of("processingTimeMillis", 900));
    }

    public String rejection() {
        return event("Reject", "reject", Map.of("reason", "Bad content"));
    }

    private String event(String type, String name, Map<String, Object> details) {
        Map<String, Object> tags = new LinkedHashMap<>();
        letter.toMap().forEach((tag, value) -> tags.put(tag, List.of(value)));
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("timestamp", at.toString());
        Map<String, Object> message = Map.of(
                "eventType",
                type,
                name,
                all,
                "mail",
                Map.of("timestamp", letter.sentAt().toString(), "tags", tags));
        try {
            Map<String, Object> sns = Map.of("Message", JSON.std.asString(message));
            return JSON.std.asString(Map.of("Records", List.of(Map.of("EventSource", "aws:sns", "Sns", sns))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
