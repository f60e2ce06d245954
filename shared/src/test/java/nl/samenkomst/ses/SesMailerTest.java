package nl.samenkomst.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.sending.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ses.model.SesException;

class SesMailerTest extends SesMailerContract {

    private final SesOnLoopback ses = new SesOnLoopback();

    @AfterEach
    void close() {
        ses.close();
    }

    @Override
    URI endpoint() {
        return ses.address();
    }

    @Override
    List<Arrived> arrived() {
        return ses.requests().stream()
                .map(form -> new Arrived(
                        form.getOrDefault("Source", ""),
                        form.entrySet().stream()
                                .filter(field -> field.getKey().startsWith("Destinations."))
                                .map(Map.Entry::getValue)
                                .toList(),
                        new String(Base64.getDecoder().decode(form.getOrDefault("RawMessage.Data", "")), ISO_8859_1)))
                .toList();
    }

    @Test
    void tagsLetterWithKindSessionMomentAndRegistrationOnly() {
        mailer().send(MAIL);

        assertThat(ses.requests().getFirst())
                .containsEntry("Action", "SendRawEmail")
                .containsEntry("ConfigurationSetName", CONFIGURATION_SET)
                .containsEntry("Tags.member.1.Name", "kind")
                .containsEntry("Tags.member.1.Value", "confirmed")
                .containsEntry("Tags.member.2.Name", "session")
                .containsEntry("Tags.member.2.Value", "eenzaamheid-onder-jongeren")
                .containsEntry("Tags.member.3.Name", "sent")
                .containsEntry("Tags.member.3.Value", String.valueOf(MAIL.now().toEpochMilli()))
                .containsEntry("Tags.member.4.Name", "registration")
                .containsEntry("Tags.member.4.Value", MAIL.registration().id().value())
                .doesNotContainKey("Tags.member.5.Name");
    }

    @Test
    void returnsMessageIdOfSes() {
        ses.answers(SesOnLoopback.accepted("0102-abc"));

        assertThat(mailer().send(MAIL)).isEqualTo(new Delivery.Taken("0102-abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessageRejected", "InvalidParameterValue", "ValidationError"})
    void isRefusedOnLetterError(String code) {
        ses.answers(SesOnLoopback.error(400, code));

        assertThat(mailer().send(MAIL)).isEqualTo(new Delivery.Refused(code));
        assertThat(ses.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Throttling",
        "400, ThrottlingException",
        "429, TooManyRequestsException",
        "400, LimitExceededException",
        "503, ServiceUnavailable",
        "400, AccountSendingPausedException",
        "400, MailFromDomainNotVerifiedException",
        "400, ConfigurationSetDoesNotExist",
        "400, ConfigurationSetSendingPausedException"
    })
    void isNotNowOnSendingError(int status, String code) {
        ses.answers(SesOnLoopback.error(status, code));

        assertThat(mailer().send(MAIL)).isEqualTo(new Delivery.Unavailable(code));
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void isNotNowOnBare503() {
        ses.answers(SesOnLoopback.bare(503));

        assertThat(mailer().send(MAIL)).isInstanceOf(Delivery.Unavailable.class);
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void isUnknownOnInternalFailure() {
        ses.answers(SesOnLoopback.error(500, "InternalFailure"));

        assertThat(mailer().send(MAIL)).isEqualTo(new Delivery.Unknown());
        assertThat(ses.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void isUnknownOnBare5xx(int status) {
        ses.answers(SesOnLoopback.bare(status));

        assertThat(mailer().send(MAIL)).isEqualTo(new Delivery.Unknown());
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void doesNotSendAgainWhenTheConnectionBreaks() {
        ses.answers(SesOnLoopback.hangsUp());

        assertThat(mailer().send(MAIL)).isEqualTo(new Delivery.Unknown());
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void doesNotSendAgainWhenAKeptConnectionBreaks() {
        SesMailer mailer = mailer();
        mailer.send(MAIL);
        ses.answers(SesOnLoopback.hangsUp());

        assertThat(mailer.send(MAIL)).isEqualTo(new Delivery.Unknown());
        assertThat(ses.requests()).hasSize(2);
    }

    @Test
    void doesNotSendAgainWhenThereIsNoAnswerInTime() {
        ses.answers(ses.neverAnswers());

        assertThat(new SesMailer(client(ses.address(), Duration.ofMillis(500)), LETTERS, CONFIGURATION_SET).send(MAIL))
                .isEqualTo(new Delivery.Unknown());
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void isNotNowOnUnknownHost() {
        URI nowhere = URI.create("http://ses.invalid");

        assertThat(new SesMailer(client(nowhere, Duration.ofSeconds(10)), LETTERS, CONFIGURATION_SET).send(MAIL))
                .isInstanceOf(Delivery.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDenied", "InvalidClientTokenId", "SignatureDoesNotMatch", "RequestExpired"})
    void propagatesUnexpectedExceptions(String code) {
        ses.answers(SesOnLoopback.error(403, code));
        SesMailer mailer = mailer();

        assertThatThrownBy(() -> mailer.send(MAIL)).isInstanceOf(SesException.class);
        assertThat(ses.requests()).hasSize(1);
    }
}
