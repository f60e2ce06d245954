package nl.samenkomst.ses;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import nl.samenkomst.domain.access.InvitationLetterRequest;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.domain.sending.OrganiserLetterRequest;
import nl.samenkomst.domain.sending.OrganiserMailer;
import nl.samenkomst.domain.signin.SignInLetterRequest;
import nl.samenkomst.domain.signin.SignInMailer;
import nl.samenkomst.letters.Letter;
import nl.samenkomst.letters.Letters;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;
import software.amazon.awssdk.services.ses.model.SesException;

/**
 * Sends letters through SES, each in one call that is never retried here. An unexpected error, such as a missing
 * permission, is thrown as an {@link SesException}, and a client error without an I/O cause as an
 * {@link SdkClientException}.
 */
public final class SesMailer implements Mailer, OrganiserMailer, SignInMailer {

    /**
     * Error codes that concern one letter; from
     * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html and its common errors.
     */
    private static final Set<String> LETTER_ERRORS =
            Set.of("MessageRejected", "InvalidParameterValue", "InvalidParameterCombination", "ValidationError");

    /** Error codes, from that page too, that concern all letters: SES sends none now and may later. */
    private static final Set<String> SENDING_ERRORS = Set.of(
            "Throttling",
            "ThrottlingException",
            "TooManyRequests",
            "TooManyRequestsException",
            "LimitExceeded",
            "LimitExceededException",
            "ServiceUnavailable",
            "AccountSendingPausedException",
            "AccountSendingPaused",
            "MailFromDomainNotVerifiedException",
            "MailFromDomainNotVerified",
            "ConfigurationSetDoesNotExistException",
            "ConfigurationSetDoesNotExist",
            "ConfigurationSetSendingPausedException",
            "ConfigurationSetSendingPaused");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final SesClient client;
    private final Letters letters;
    private final String configurationSet;

    /** Creates a mailer with a client that must not retry, such as those of {@link SesClients}. */
    public SesMailer(SesClient client, Letters letters, String configurationSet) {
        this.client = client;
        this.letters = letters;
        this.configurationSet = configurationSet;
    }

    @Override
    public Delivery send(LetterRequest mail) {
        return send(letters.write(mail));
    }

    @Override
    public Delivery send(OrganiserLetterRequest mail) {
        return send(letters.write(mail));
    }

    @Override
    public Delivery send(SignInLetterRequest letter) {
        return send(letters.write(letter));
    }

    @Override
    public Delivery send(InvitationLetterRequest letter) {
        return send(letters.write(letter));
    }

    private Delivery send(Letter letter) {
        SendRawEmailRequest request = request(letter);
        try {
            return new Delivery.Taken(client.sendRawEmail(request).messageId());
        } catch (SesException answer) {
            return toDelivery(answer);
        } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException noAnswer) {
            return new Delivery.Unknown();
        } catch (SdkClientException noAnswer) {
            return toDelivery(noAnswer);
        }
    }

    private SendRawEmailRequest request(Letter letter) {
        return SendRawEmailRequest.builder()
                .configurationSetName(configurationSet)
                .source(letter.sender().value())
                .destinations(letter.recipient().value())
                .rawMessage(raw -> raw.data(SdkBytes.fromByteArray(letter.bytes())))
                .tags(letter.tags().toMap().entrySet().stream()
                        .map(tag -> tag(tag.getKey(), tag.getValue()))
                        .toList())
                .build();
    }

    private static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }

    private static Delivery toDelivery(SesException answer) {
        String code = Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
        if (SENDING_ERRORS.contains(code)
                || answer.statusCode() == TOO_MANY_REQUESTS
                || answer.statusCode() == SERVICE_UNAVAILABLE) {
            return new Delivery.Unavailable(code.isEmpty() ? String.valueOf(answer.statusCode()) : code);
        }
        if (LETTER_ERRORS.contains(code)) {
            return new Delivery.Refused(code);
        }
        if (answer.statusCode() >= 500) {
            return new Delivery.Unknown();
        }
        // SES may name the recipient in its own message, and what is thrown here ends up in the log.
        throw SesException.builder()
                .message("SES answers " + answer.statusCode() + " " + code)
                .statusCode(answer.statusCode())
                .requestId(answer.requestId())
                .build();
    }

    /** Without a connection nothing was sent; if one broke, the letter may have been sent. */
    private static Delivery toDelivery(SdkClientException noAnswer) {
        Optional<IOException> cause = causes(noAnswer)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst();
        if (cause.isEmpty()) {
            throw noAnswer;
        }
        return switch (cause.get()) {
            case UnknownHostException _ -> new Delivery.Unavailable("UnknownHost");
            case ConnectException _ -> new Delivery.Unavailable("NoConnection");
            case NoRouteToHostException _ -> new Delivery.Unavailable("NoConnection");
            case SSLHandshakeException _ -> new Delivery.Unavailable("NoConnection");
            case IOException _ -> new Delivery.Unknown();
        };
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
