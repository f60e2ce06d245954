package nl.samenkomst.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.letters.LetterSessions;
import nl.samenkomst.letters.Letters;
import nl.samenkomst.letters.Recipient;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;

/** The contract of {@link SesMailer}, for any SES endpoint. */
abstract class SesMailerContract {

    static final EmailAddress SENDER = new EmailAddress("aanmelden@desk.example");
    static final Letters LETTERS = new Letters(
            SENDER,
            URI.create("https://aanmelden.example.org"),
            URI.create("https://organiser.example.org"),
            false,
            HouseStyle.defaultStyle());
    static final String CONFIGURATION_SET = "letters";
    static final LetterRequest MAIL = Recipient.FATIMA.confirmation(LetterSessions.EENZAAMHEID_ONDER_JONGEREN);

    /** A letter as received; its bytes are ASCII. */
    record Arrived(String source, List<String> destinations, String message) {
        Arrived {
            destinations = List.copyOf(destinations);
        }
    }

    /** Returns the SES endpoint, where the sender's address is verified. */
    abstract URI endpoint();

    /** Returns the letters received during this test. */
    abstract List<Arrived> arrived();

    @Test
    void returnsMessageIdOfTakenLetter() {
        assertThat(mailer().send(MAIL))
                .isInstanceOfSatisfying(
                        Delivery.Taken.class,
                        accepted -> assertThat(accepted.messageId()).isNotBlank());
    }

    @Test
    void sendsUnchangedLetterToOneRecipient() {
        mailer().send(MAIL);

        assertThat(arrived()).singleElement().satisfies(letter -> {
            assertThat(letter.source()).isEqualTo(SENDER.value());
            assertThat(letter.destinations()).containsExactly("fatima@gemeente.example");
            assertThat(letter.message())
                    .isEqualTo(new String(LETTERS.write(MAIL).bytes(), ISO_8859_1));
        });
    }

    @Test
    void isNotNowWithoutListener() {
        assertThat(new SesMailer(client(nobody(), Duration.ofSeconds(10)), LETTERS, CONFIGURATION_SET).send(MAIL))
                .isEqualTo(new Delivery.Unavailable("NoConnection"));
        assertThat(arrived()).isEmpty();
    }

    final SesMailer mailer() {
        return new SesMailer(client(endpoint(), Duration.ofSeconds(10)), LETTERS, CONFIGURATION_SET);
    }

    static SesClient client(URI endpoint, Duration longestCall) {
        return SesClients.builder(UrlConnectionHttpClient.create(), longestCall)
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    private static URI nobody() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
