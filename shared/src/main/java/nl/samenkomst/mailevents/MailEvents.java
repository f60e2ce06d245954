package nl.samenkomst.mailevents;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.delivery.DeliveryEvent;
import nl.samenkomst.domain.delivery.DeliveryNews;
import nl.samenkomst.domain.delivery.LetterTags;
import nl.samenkomst.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * The events of an SNS notification about letters, in order; the fields are those of
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html.
 *
 * @param unreadable how many messages are no event about a letter of the desk
 */
public record MailEvents(List<DeliveryEvent> events, int unreadable) {

    /**
     * The time after which a delivery counts as late. SES reports a delay only after attempts over a longer time, so no
     * report of one can follow a delivery within it.
     */
    private static final Duration LATE = Duration.ofSeconds(30);

    /** The subtypes of a permanent bounce that are no answer of the mailbox. */
    private static final Set<String> SUPPRESSED = Set.of(
            "Suppressed",
            "OnAccountSuppressionList",
            "OnTenantSuppressionList",
            "EmailValidationSuppressed",
            "UnsubscribedRecipient");

    public MailEvents {
        events = List.copyOf(events);
    }

    /** Parses a Lambda event. */
    public static MailEvents parse(String lambdaEvent) {
        List<DeliveryEvent> events = new ArrayList<>();
        int unreadable = 0;
        Object records =
                Json.parse(lambdaEvent).map(tree -> tree.get("Records")).orElse(List.of());
        for (Object record : records instanceof List<?> list ? list : List.of()) {
            Optional<DeliveryEvent> event =
                    Json.parse(text(map(map(record).get("Sns")), "Message")).flatMap(MailEvents::event);
            event.ifPresent(events::add);
            unreadable += event.isPresent() ? 0 : 1;
        }
        return new MailEvents(events, unreadable);
    }

    private static Optional<DeliveryEvent> event(Map<?, ?> message) {
        Map<?, ?> mail = map(message.get("mail"));
        Optional<LetterTags> tags = LetterTags.parse(tags(map(mail.get("tags"))));
        return switch (text(message, "eventType")) {
            case "Delivery" -> event(tags, message, "delivery", MailEvents::delivery);
            case "DeliveryDelay" -> event(tags, message, "deliveryDelay", delay -> DeliveryNews.DELAYED);
            case "Bounce" -> event(tags, message, "bounce", MailEvents::bounce);
            case "Complaint" -> event(tags, message, "complaint", MailEvents::complaint);
            // A rejection has no moment of its own.
            case "Reject" ->
                tags.flatMap(letter -> moment(mail).map(at -> new DeliveryEvent(letter, DeliveryNews.REJECTED, at)));
            default -> Optional.empty();
        };
    }

    /** Says what one kind of event means. */
    @FunctionalInterface
    private interface Meaning {
        DeliveryNews of(Map<?, ?> details);
    }

    private static Optional<DeliveryEvent> event(
            Optional<LetterTags> tags, Map<?, ?> message, String name, Meaning meaning) {
        Map<?, ?> details = map(message.get(name));
        return tags.flatMap(letter -> moment(details).map(at -> new DeliveryEvent(letter, meaning.of(details), at)));
    }

    private static DeliveryNews delivery(Map<?, ?> delivery) {
        boolean isAtOnce =
                delivery.get("processingTimeMillis") instanceof Number millis && millis.longValue() < LATE.toMillis();
        return isAtOnce ? DeliveryNews.ARRIVED : DeliveryNews.ARRIVED_LATE;
    }

    /**
     * A bounce of the type Transient and subtype General is an automatic reply, such as that of a holiday, or the end of
     * a delay that was reported before.
     */
    private static DeliveryNews bounce(Map<?, ?> bounce) {
        String subtype = text(bounce, "bounceSubType");
        return switch (text(bounce, "bounceType")) {
            case "Permanent" -> SUPPRESSED.contains(subtype) ? DeliveryNews.SUPPRESSED : DeliveryNews.BOUNCED;
            case "Transient" -> subtype.equals("General") ? DeliveryNews.ANSWERED : DeliveryNews.DELAYED;
            default -> DeliveryNews.DELAYED;
        };
    }

    private static DeliveryNews complaint(Map<?, ?> complaint) {
        if (SUPPRESSED.contains(text(complaint, "complaintSubType"))) {
            return DeliveryNews.SUPPRESSED;
        }
        // Somebody took the letter out of the spam folder.
        return text(complaint, "complaintFeedbackType").equals("not-spam")
                ? DeliveryNews.ANSWERED
                : DeliveryNews.COMPLAINED;
    }

    /** Returns the first value of each tag; SES adds tags of its own, and ours have one value each. */
    private static Map<String, String> tags(Map<?, ?> written) {
        Map<String, String> tags = new LinkedHashMap<>();
        written.forEach((name, values) -> {
            if (values instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof String value) {
                tags.put(String.valueOf(name), value);
            }
        });
        return tags;
    }

    private static Optional<Instant> moment(Map<?, ?> details) {
        try {
            return Optional.of(Instant.parse(text(details, "timestamp")));
        } catch (DateTimeParseException notAMoment) {
            return Optional.empty();
        }
    }

    private static String text(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof String text ? text : "";
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
