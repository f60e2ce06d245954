package nl.samenkomst.responses;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nl.samenkomst.http.Form;
import nl.samenkomst.http.Json;
import nl.samenkomst.http.Request;
import nl.samenkomst.texts.Refusal;

/** The body of a request: what it holds, or why it cannot be read. */
public sealed interface Body<T> {

    /** The largest body, in bytes as it is sent, where an address or a tick is all that is asked for. */
    int MAX_BUTTON = 2 * 1024;

    /** The largest body, in bytes, with a reason or a decision. */
    int MAX_REASON = 4 * 1024;

    /** The largest body, in bytes, of somebody who signs up, or changes that, where no questions are asked. */
    int MAX_SIGN_UP = 16 * 1024;

    /** The largest body of all, in bytes: a session, a list, or a sign-up with answers. */
    int MAX = 64 * 1024;

    record Read<T>(T value) implements Body<T> {}

    record Refused<T>(Refusal why) implements Body<T> {}

    /** Names and values, as a browser sends a form; no more than {@code max} bytes. */
    static Body<Map<String, String>> form(Request request, int max) {
        return request.isOfType("application/x-www-form-urlencoded")
                ? read(request, max, Form::parse)
                : new Refused<>(Refusal.BODY_TYPE);
    }

    /** A JSON object of no more than {@code max} bytes. */
    static Body<Map<String, Object>> json(Request request, int max) {
        return request.isOfType("application/json")
                ? read(request, max, Json::parse)
                : new Refused<>(Refusal.BODY_TYPE);
    }

    /**
     * The form that a button is in, whatever type it says it is of: nothing where it cannot be read, since the press is
     * what counts.
     */
    static Body<Map<String, String>> ofButton(Request request) {
        return isLarger(request, MAX_BUTTON)
                ? new Refused<>(Refusal.BODY_TOO_LARGE)
                : new Read<>(request.body().flatMap(Form::parse).orElse(Map.of()));
    }

    /** The limit of a body that may have answers: the larger one only for a session that asks for any. */
    static int maxOfSignUp(Request request, BooleanSupplier asksQuestions) {
        boolean isWorthALook = isLarger(request, MAX_SIGN_UP) && !isLarger(request, MAX);
        return isWorthALook && asksQuestions.getAsBoolean() ? MAX : MAX_SIGN_UP;
    }

    private static <T> Body<T> read(Request request, int max, Function<String, Optional<T>> parse) {
        if (isLarger(request, max)) {
            return new Refused<>(Refusal.BODY_TOO_LARGE);
        }
        Optional<T> value = request.body().flatMap(parse);
        return value.isPresent() ? new Read<>(value.get()) : new Refused<>(Refusal.BODY_INVALID);
    }

    /** A character is a byte at least. */
    private static boolean isLarger(Request request, int max) {
        return request.body()
                .filter(body -> body.length() > max || body.getBytes(StandardCharsets.UTF_8).length > max)
                .isPresent();
    }
}
