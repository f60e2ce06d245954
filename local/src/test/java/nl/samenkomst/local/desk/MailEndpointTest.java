package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SendRawEmailResponse;
import software.amazon.awssdk.services.ses.model.SesException;

class MailEndpointTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-12-03T12:00:00Z"), ZoneOffset.UTC);

    private static final String CONFIRMATION = """
            From: aanmelden@example.org
            To: Noor Bakkenes <noor.bakkenes@example.org>
            Subject: =?UTF-8?Q?U_bent_aangemeld_=E2=80=93_tot_dan?=
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Tot dan, Zo=C3=AB
            --b
            Content-Type: text/html; charset=utf-8

            <p>Tot dan</p>
            --b
            Content-Type: text/calendar; charset=utf-8; method=REQUEST
            Content-Transfer-Encoding: base64

            QkVHSU46VkNBTEVOREFSDQpFTkQ6VkNBTEVOREFSDQo=
            --b--
            """.replace("\n", "\r\n");

    @Test
    void storesALetterAsAMailProgramShowsIt() throws IOException {
        Mailbox mailbox = new Mailbox(NOON, Optional.empty());
        try (MailEndpoint endpoint = MailEndpoint.start(mailbox)) {
            SendRawEmailResponse answer = send(endpoint, CONFIRMATION);

            Letter letter = mailbox.letters().getFirst();
            assertThat(answer.messageId()).isEqualTo(letter.id());
            assertThat(letter.to()).isEqualTo("noor.bakkenes@example.org");
            assertThat(letter.subject()).isEqualTo("U bent aangemeld – tot dan");
            assertThat(letter.kind()).isEqualTo("confirmed");
            assertThat(letter.session()).isEqualTo("versnellingskamer");
            assertThat(letter.sentAt()).isEqualTo(NOON.instant());
            assertThat(letter.text().strip()).isEqualTo("Tot dan, Zoë");
            assertThat(letter.html().strip()).isEqualTo("<p>Tot dan</p>");
            assertThat(letter.calendar()).isEqualTo("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
            assertThat(letter.mime().asUtf8String()).isEqualTo(CONFIRMATION);
        }
    }

    @Test
    void showsTheNewestLetterFirst() throws IOException {
        Mailbox mailbox = new Mailbox(NOON, Optional.empty());
        try (MailEndpoint endpoint = MailEndpoint.start(mailbox)) {
            send(endpoint, CONFIRMATION.replaceFirst("Subject: .*", "Subject: one"));
            send(endpoint, CONFIRMATION.replaceFirst("Subject: .*", "Subject: two"));
        }

        assertThat(mailbox.letters()).extracting(Letter::subject).containsExactly("two", "one");
    }

    @Test
    void passesOnEachLetterWithItsTags() throws IOException {
        Map<String, Map<String, String>> taken = new LinkedHashMap<>();
        Mailbox mailbox = new Mailbox(NOON, Optional.empty());
        try (MailEndpoint endpoint = MailEndpoint.start(mailbox, (letter, tags) -> taken.put(letter.id(), tags))) {
            String id = send(endpoint, CONFIRMATION).messageId();

            assertThat(taken).isEqualTo(Map.of(id, Map.of("kind", "confirmed", "session", "versnellingskamer")));
        }
    }

    @Test
    void refusesEveryOtherCall() throws IOException {
        try (MailEndpoint endpoint = MailEndpoint.start(new Mailbox(NOON, Optional.empty()))) {
            assertThatThrownBy(() -> endpoint.client().listIdentities())
                    .isInstanceOf(SesException.class)
                    .hasMessageContaining("Only SendRawEmail is known here.");
        }
    }

    @Test
    void keepsLettersInAFolder(@TempDir Path folder) throws IOException {
        Mailbox mailbox = new Mailbox(NOON, Optional.of(folder));
        try (MailEndpoint endpoint = MailEndpoint.start(mailbox)) {
            send(endpoint, CONFIRMATION);
            send(endpoint, CONFIRMATION);
        }

        assertThat(folder.resolve("000001.eml")).hasContent(CONFIRMATION);
        assertThat(new Mailbox(NOON, Optional.of(folder)).letters())
                .extracting(Letter::json)
                .isEqualTo(mailbox.letters().stream().map(Letter::json).toList());
    }

    private static SendRawEmailResponse send(MailEndpoint endpoint, String mail) {
        return endpoint.client()
                .sendRawEmail(request -> request.source("aanmelden@example.org")
                        .destinations("noor.bakkenes@example.org")
                        .tags(
                                MessageTag.builder()
                                        .name("kind")
                                        .value("confirmed")
                                        .build(),
                                MessageTag.builder()
                                        .name("session")
                                        .value("versnellingskamer")
                                        .build())
                        .rawMessage(raw -> raw.data(SdkBytes.fromString(mail, StandardCharsets.UTF_8))));
    }
}
