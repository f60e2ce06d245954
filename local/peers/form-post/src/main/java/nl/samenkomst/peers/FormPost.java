package nl.samenkomst.peers;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.domain.signup.RegisterOutcome;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.http.Content;
import nl.samenkomst.http.Form;
import nl.samenkomst.http.Request;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.ReceivedAs;
import org.jspecify.annotations.Nullable;

/** Answers a form post as {@code RegisterHandler} does, except that a refusal is a status without a page. */
public final class FormPost {

    private final Register register;

    public FormPost(Register register) {
        this.register = register;
    }

    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        Request request = request(event);
        Optional<SessionId> session = SessionId.parse(request.path("id"));
        if (session.isEmpty()) {
            return refused(Refusal.SESSION_UNKNOWN);
        }
        return switch (Body.form(request, Body.MAX_SIGN_UP)) {
            case Body.Refused<Map<String, String>> refused -> refused(refused.why());
            case Body.Read<Map<String, String>> read ->
                answer(session.get(), read.value(), Responses.language(request, read.value()));
        };
    }

    private APIGatewayV2HTTPResponse answer(SessionId session, Map<String, String> form, Language language) {
        return switch (SignUpForm.parse(form)) {
            case Parsed.Invalid<SignUp> _ -> status(400);
            case Parsed.Valid<SignUp> right ->
                switch (register.register(session, right.value())) {
                    case RegisterOutcome.Place _ ->
                        seeOther(DeskUrls.received(session, ReceivedAs.PLACE, language));
                    case RegisterOutcome.WaitingList _ ->
                        seeOther(DeskUrls.received(session, ReceivedAs.WAITING_LIST, language));
                    case RegisterOutcome.Review _ ->
                        seeOther(DeskUrls.received(session, ReceivedAs.REVIEW, language));
                    case RegisterOutcome.Invalid _ -> status(400);
                    case RegisterOutcome.Refused refused -> refused(Refusal.why(refused.state()));
                    case RegisterOutcome.UnknownSession _ -> refused(Refusal.SESSION_UNKNOWN);
                };
        };
    }

    private static Request request(APIGatewayV2HTTPEvent event) {
        String query = Optional.ofNullable(event.getRawQueryString()).orElse("");
        return new Request(
                event.getRouteKey(),
                "POST",
                event.getRawPath(),
                orEmpty(event.getPathParameters()),
                Form.parse(query),
                query,
                orEmpty(event.getHeaders()),
                Optional.ofNullable(event.getBody())
                        .flatMap(body -> text(body, event.getIsBase64Encoded()))
                        .map(Content::of),
                Optional.empty());
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }

    private static Optional<String> text(String body, boolean isBase64) {
        try {
            return Optional.of(isBase64 ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static APIGatewayV2HTTPResponse refused(Refusal refusal) {
        return status(refusal.status());
    }

    private static APIGatewayV2HTTPResponse seeOther(String location) {
        APIGatewayV2HTTPResponse answer = status(303);
        answer.setHeaders(Map.of("location", location, "cache-control", "no-store"));
        return answer;
    }

    private static APIGatewayV2HTTPResponse status(int status) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withBody("")
                .build();
    }
}
