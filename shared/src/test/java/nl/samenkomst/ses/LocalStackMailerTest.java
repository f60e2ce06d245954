package nl.samenkomst.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.samenkomst.letters.ReadLetter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.ses.SesClient;

/** The contract against LocalStack's SES in a container; skipped without a Docker engine. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class LocalStackMailerTest extends SesMailerContract {

    @Container
    private static final LocalStackContainer LOCALSTACK =
            new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0")).withServices("ses");

    @BeforeEach
    void verifyTheSenderAndForgetEarlierLetters() {
        try (SesClient ses = client(endpoint(), Duration.ofMinutes(1))) {
            ses.verifyEmailIdentity(request -> request.emailAddress(SENDER.value()));
        }
        emails("DELETE");
    }

    @Override
    URI endpoint() {
        return LOCALSTACK.getEndpoint();
    }

    @Override
    List<Arrived> arrived() {
        try {
            return JSON.std.mapFrom(emails("GET")).get("messages") instanceof List<?> messages
                    ? messages.stream()
                            .map(message -> arrived((Map<?, ?>) message))
                            .toList()
                    : List.of();
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    @Test
    void deliversTextHtmlAndCalendarParts() throws Exception {
        mailer().send(MAIL);

        ReadLetter letter = ReadLetter.of(arrived().getFirst().message().getBytes(ISO_8859_1));
        assertThat(letter.message().getContent())
                .isInstanceOfSatisfying(
                        MimeMultipart.class,
                        parts -> assertThat(types(parts))
                                .containsExactly("text/plain", "text/html", "text/calendar REQUEST"));
        assertThat(letter.text()).contains("Eenzaamheid onder jongeren");
        assertThat(letter.html()).contains("Eenzaamheid onder jongeren");
        assertThat(letter.calendar())
                .hasValueSatisfying(entry ->
                        assertThat(entry).startsWith("BEGIN:VCALENDAR\r\n").contains("METHOD:REQUEST\r\n"));
    }

    private static Arrived arrived(Map<?, ?> message) {
        String mime = String.valueOf(message.get("RawData"));
        // LocalStack does not show the envelope of a raw message, so read the recipients from the letter's header.
        List<String> destinations = ReadLetter.of(mime.getBytes(ISO_8859_1)).addresses("To").stream()
                .map(InternetAddress::getAddress)
                .toList();
        return new Arrived(String.valueOf(message.get("Source")), destinations, mime);
    }

    /** Returns the type of each part, with the method if it is a calendar. */
    private static List<String> types(MimeMultipart parts) {
        try {
            List<String> types = new ArrayList<>();
            for (int i = 0; i < parts.getCount(); i++) {
                ContentType type = new ContentType(parts.getBodyPart(i).getContentType());
                String method = type.getParameter("method");
                types.add(method == null ? type.getBaseType() : type.getBaseType() + " " + method);
            }
            return types;
        } catch (MessagingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** Fetches every mail that LocalStack took (GET), or deletes them (DELETE). */
    private static String emails(String method) {
        URI mails = LOCALSTACK.getEndpoint().resolve("/_aws/ses");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(mails)
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
