package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.samenkomst.domain.delivery.DeliveryEvent;
import nl.samenkomst.domain.delivery.DeliveryNews;
import nl.samenkomst.domain.delivery.LetterTags;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationKey;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the simulated mailboxes say what SES says, as the function reads it. */
final class MailboxSimulatorTest {

    private static final Instant SENT = Instant.parse("2026-12-03T12:00:00Z");
    private static final SessionId SESSION = new SessionId("buurtwerk");
    private static final LetterTags TAGS = new LetterTags(
            "confirmed",
            SESSION,
            SENT,
            List.of(new RegistrationKey(SESSION, new RegistrationId("AAAAAAAAAAAAAAAAAAAAAA"))));

    @ParameterizedTest
    @CsvSource({
        "noor@example.org, delivered, ARRIVED",
        "success@example.org, delivered, ARRIVED",
        "bounce@verzonnen.example, bounced, BOUNCED",
        "Bounce+anna@verzonnen.example, bounced, BOUNCED",
        "bouncer@example.org, delivered, ARRIVED",
        "suppressionlist@example.org, suppressed, SUPPRESSED",
        "complaint@example.org, complained, ARRIVED COMPLAINED",
        "ooto@example.org, answered, ARRIVED ANSWERED"
    })
    void mailboxesDoWhatTheirNameSays(String address, String word, String news) throws IOException {
        assertThat(letter(address).delivery().word()).isEqualTo(word);
        assertThat(letter(address).json()).containsEntry("delivery", word);

        List<DeliveryEvent> heard = heard(address);
        assertThat(heard)
                .map(DeliveryEvent::news)
                .containsExactlyElementsOf(List.of(news.split(" ", -1)).stream()
                        .map(DeliveryNews::valueOf)
                        .toList());
        assertThat(heard).allSatisfy(event -> {
            assertThat(event.letter()).isEqualTo(TAGS);
            assertThat(event.at()).isBetween(SENT, SENT.plusSeconds(5));
        });
    }

    @Test
    void eventsLookLikeTheSampleEvents() throws IOException {
        Map<String, Object> sample = JSON.std.mapFrom(Files.readString(Path.of("../events/note-delivery/bounce.json")));

        assertThat(event(polled("bounce@example.org").getFirst()).keySet())
                .isEqualTo(event(JSON.std.asBytes(sample)).keySet());
    }

    @Test
    void triesAFailedEventAgainAsOftenAsTheTemplateSays() throws IOException {
        MailEvents events = new MailEvents();
        events.add(letter("bounce@example.org"), TAGS.toMap());
        List<Integer> tries = new ArrayList<>();
        LambdaFunction failing = new LambdaFunction("fails", Duration.ofSeconds(1), () -> (in, out, context) -> {
            tries.add(in.readAllBytes().length);
            throw new IllegalStateException("not now");
        });

        try (MailEventPump pump = new MailEventPump(events, failing, 2)) {
            assertThat(pump.deliverAll()).isOne();
            assertThat(pump.deliverAll()).isZero();
        }
        assertThat(tries).hasSize(3).allMatch(bytes -> bytes > 0);
    }

    private static List<DeliveryEvent> heard(String address) throws IOException {
        List<DeliveryEvent> heard = new ArrayList<>();
        for (byte[] event : polled(address)) {
            heard.addAll(nl.samenkomst.mailevents.MailEvents.parse(new String(event, StandardCharsets.UTF_8))
                    .events());
        }
        return heard;
    }

    private static List<byte[]> polled(String address) throws IOException {
        MailEvents events = new MailEvents();
        events.add(letter(address), TAGS.toMap());
        List<byte[]> polled = new ArrayList<>();
        for (Optional<byte[]> event = events.poll(); event.isPresent(); event = events.poll()) {
            polled.add(event.get());
        }
        return polled;
    }

    /** Returns what SES says in an event of its topic. */
    private static Map<String, Object> event(byte[] notification) throws IOException {
        List<?> records =
                (List<?>) Objects.requireNonNull(JSON.std.mapFrom(notification).get("Records"));
        Map<?, ?> sns = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) records.getFirst()).get("Sns"));
        return new LinkedHashMap<>(JSON.std.mapFrom(String.valueOf(sns.get("Message"))));
    }

    private static Letter letter(String address) throws IOException {
        return Letter.read(
                "000001", address, TAGS.toMap(), SENT, "Subject: x\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
    }
}
