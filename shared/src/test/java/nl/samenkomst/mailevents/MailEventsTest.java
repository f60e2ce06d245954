package nl.samenkomst.mailevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.delivery.DeliveryEvent;
import nl.samenkomst.domain.delivery.DeliveryNews;
import nl.samenkomst.domain.delivery.LetterTags;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationKey;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailEventsTest {

    private static final Instant AT = Instant.parse("2026-11-02T09:00:05.123Z");
    private static final SessionId SESSION = new SessionId("versnellingskamer");
    private static final LetterTags TAGS = new LetterTags(
            "confirmed",
            SESSION,
            Instant.parse("2026-11-02T09:00:00Z"),
            List.of(new RegistrationKey(SESSION, new RegistrationId("AAAAAAAAAAAAAAAAAAAAAA"))));

    @ParameterizedTest
    @CsvSource({
        "Permanent, General, BOUNCED",
        "Permanent, NoEmail, BOUNCED",
        "Permanent, SomethingNew, BOUNCED",
        "Permanent, Suppressed, SUPPRESSED",
        "Permanent, OnAccountSuppressionList, SUPPRESSED",
        "Permanent, OnTenantSuppressionList, SUPPRESSED",
        "Permanent, EmailValidationSuppressed, SUPPRESSED",
        "Permanent, UnsubscribedRecipient, SUPPRESSED",
        "Transient, General, ANSWERED",
        "Transient, MailboxFull, DELAYED",
        "Transient, MessageTooLarge, DELAYED",
        "Transient, ContentRejected, DELAYED",
        "Transient, AttachmentRejected, DELAYED",
        "Transient, CustomTimeoutExceeded, DELAYED",
        "Undetermined, Undetermined, DELAYED",
        "SomethingNew, General, DELAYED"
    })
    void onlyAPermanentBounceStopsLetters(String type, String subtype, DeliveryNews news) {
        Map<String, Object> bounce = Map.of("bounceType", type, "bounceSubType", subtype, "timestamp", AT.toString());

        assertThat(parse(Map.of("eventType", "Bounce", "bounce", bounce))).containsExactly(event(news));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "abuse, none, COMPLAINED",
                "none, none, COMPLAINED",
                "virus, none, COMPLAINED",
                "not-spam, none, ANSWERED",
                "none, OnAccountSuppressionList, SUPPRESSED"
            })
    void aComplaintStopsLettersUnlessItSaysThatTheyAreWanted(
            @Nullable String type, @Nullable String subtype, DeliveryNews news) {
        String complaint = "{\"complaintFeedbackType\": %s, \"complaintSubType\": %s, \"timestamp\": \"%s\"}"
                .formatted(quoted(type), quoted(subtype), AT);

        assertThat(parse(Map.of(
                        "eventType",
                        "Complaint",
                        "complaint",
                        Json.parse(complaint).orElseThrow())))
                .containsExactly(event(news));
    }

    @ParameterizedTest
    @CsvSource({"0, ARRIVED", "29999, ARRIVED", "30000, ARRIVED_LATE", "9000000000, ARRIVED_LATE"})
    void aDeliveryAfterHalfAMinuteIsLate(long millis, DeliveryNews news) {
        assertThat(parse(Map.of(
                        "eventType",
                        "Delivery",
                        "delivery",
                        Map.of("timestamp", AT.toString(), "processingTimeMillis", millis))))
                .containsExactly(event(news));
    }

    @Test
    void readsADelayAndARejection() {
        Map<String, Object> delay = Map.of("timestamp", AT.toString(), "delayType", "MailboxFull");

        assertThat(parse(Map.of("eventType", "DeliveryDelay", "deliveryDelay", delay)))
                .containsExactly(event(DeliveryNews.DELAYED));
        assertThat(parse(Map.of("eventType", "Reject", "reject", Map.of("reason", "Bad content"))))
                .containsExactly(event(DeliveryNews.REJECTED));
    }

    @Test
    void readsEveryRecordOfAnEvent() {
        String bounce = Json.write(message(Map.of(
                "eventType", "Bounce", "bounce", Map.of("bounceType", "Permanent", "timestamp", AT.toString()))));
        MailEvents events = MailEvents.parse(records(bounce, "{}", bounce));

        assertThat(events.events()).containsExactly(event(DeliveryNews.BOUNCED), event(DeliveryNews.BOUNCED));
        assertThat(events.unreadable()).isOne();
    }

    /** SNS sends the first of these when the event destination is created. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Successfully validated SNS topic for Amazon SES event publishing.",
                "",
                "[]",
                "{}",
                "{\"eventType\": \"Open\"}",
                "{\"eventType\": \"Bounce\"}",
                "{\"eventType\": \"Bounce\", \"mail\": {\"tags\": []}, \"bounce\": {\"timestamp\": \"now\"}}",
                "{\"eventType\": \"Bounce\", \"mail\": {\"tags\": {\"kind\": [\"confirmed\"], \"session\": [\"s\"]}}}",
                "{\"eventType\": \"Delivery\", \"mail\": {\"tags\": {\"kind\": [], \"session\": [1], \"sent\": \"1\"}}}"
            })
    void countsWhatIsNoEventAboutALetterOfTheDesk(String message) {
        assertThat(MailEvents.parse(records(message))).isEqualTo(new MailEvents(List.of(), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"Records\": {}}", "{\"Records\": []}"})
    void readsNothingFromOtherEvents(String event) {
        assertThat(MailEvents.parse(event)).isEqualTo(new MailEvents(List.of(), 0));
    }

    @Test
    void survivesRecordsOfAnotherForm() {
        assertThat(MailEvents.parse("{\"Records\": [null, 1, {}, {\"Sns\": 1}, {\"Sns\": {\"Message\": 1}}]}"))
                .isEqualTo(new MailEvents(List.of(), 5));
    }

    private static DeliveryEvent event(DeliveryNews news) {
        return new DeliveryEvent(TAGS, news, AT);
    }

    private static List<DeliveryEvent> parse(Map<String, Object> details) {
        return MailEvents.parse(records(Json.write(message(details)))).events();
    }

    private static Map<String, Object> message(Map<String, Object> details) {
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("ses:configuration-set", List.of("letters"));
        TAGS.toMap().forEach((name, value) -> tags.put(name, List.of(value)));
        Map<String, Object> message = new LinkedHashMap<>(details);
        message.put("mail", Map.of("timestamp", AT.toString(), "tags", tags));
        return message;
    }

    private static String records(String... messages) {
        return Json.write(Map.of(
                "Records",
                List.of(messages).stream()
                        .map(message -> Map.of("EventSource", "aws:sns", "Sns", Map.of("Message", message)))
                        .toList()));
    }

    private static String quoted(@Nullable String word) {
        return word == null ? "null" : "\"" + word + "\"";
    }
}
