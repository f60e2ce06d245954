package nl.samenkomst.local.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What becomes of a letter, by the name of its mailbox in any domain: as with SES's own simulator
 * (https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator), {@code bounce@…},
 * {@code complaint@…}, {@code suppressionlist@…} and {@code ooto@…} do what their name says, with or without a label as
 * in {@code bounce+anna@…}. Every other mailbox takes the letter at once.
 */
public enum MailboxSimulator {
    SUCCESS("delivered"),
    BOUNCE("bounced"),
    COMPLAINT("complained"),
    SUPPRESSIONLIST("suppressed"),
    OOTO("answered");

    /** A usual time between SES and the other mail server. */
    private static final int MILLIS = 900;

    private final String word;

    MailboxSimulator(String word) {
        this.word = word;
    }

    /** Returns what the mailbox of this address does. */
    public static MailboxSimulator of(String address) {
        String mailbox = address.replaceFirst("[+@].*", "").toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.name().equals(mailbox))
                .findFirst()
                .orElse(SUCCESS);
    }

    /** Returns what became of the letter in one word, such as {@code bounced}. */
    public String word() {
        return word;
    }

    /** Returns whether the letter was taken, and nothing else is known of it. */
    public boolean isPlainDelivery() {
        return this == SUCCESS;
    }

    /**
     * Returns what SES publishes about a letter, without {@code mail}, in order; from
     * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html.
     */
    List<Map<String, Object>> events(String recipient, Instant sentAt) {
        String at = sentAt.plusMillis(MILLIS).toString();
        return switch (this) {
            case SUCCESS -> List.of(delivery(recipient, at));
            case BOUNCE -> List.of(bounce(recipient, at, "Permanent", "General"));
            case SUPPRESSIONLIST -> List.of(bounce(recipient, at, "Permanent", "Suppressed"));
            case COMPLAINT -> List.of(delivery(recipient, at), complaint(recipient, at));
            case OOTO -> List.of(delivery(recipient, at), bounce(recipient, at, "Transient", "General"));
        };
    }

    private static Map<String, Object> delivery(String recipient, String at) {
        return event(
                "Delivery",
                "delivery",
                "timestamp",
                at,
                "processingTimeMillis",
                MILLIS,
                "recipients",
                List.of(recipient),
                "smtpResponse",
                "250 ok",
                "reportingMTA",
                "mta.example.org");
    }

    private static Map<String, Object> bounce(String recipient, String at, String type, String subtype) {
        return event(
                "Bounce",
                "bounce",
                "bounceType",
                type,
                "bounceSubType",
                subtype,
                "bouncedRecipients",
                List.of(Map.of("emailAddress", recipient)),
                "timestamp",
                at,
                "feedbackId",
                "local");
    }

    private static Map<String, Object> complaint(String recipient, String at) {
        return event(
                "Complaint",
                "complaint",
                "complainedRecipients",
                List.of(Map.of("emailAddress", recipient)),
                "timestamp",
                at,
                "feedbackId",
                "local",
                "complaintFeedbackType",
                "abuse");
    }

    private static Map<String, Object> event(String type, String name, Object... namesAndValues) {
        List<Object> all = new ArrayList<>(List.of(namesAndValues));
        Map<String, Object> details = new LinkedHashMap<>();
        while (!all.isEmpty()) {
            details.put(all.removeFirst().toString(), all.removeFirst());
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventType", type);
        event.put(name, details);
        return event;
    }
}
