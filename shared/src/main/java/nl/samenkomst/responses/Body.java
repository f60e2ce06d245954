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

/** The parsed body of a request, or the reason why it is refused. */
public sealed interface Body<T> {

    /** Limit in UTF-8 bytes as sent: a button, with no more than an address or a checkbox. */
    int MAX_BUTTON = 2 * 1024;

    /** Limit in UTF-8 bytes as sent: a reason or a decision. */
    int MAX_REASON = 4 * 1024;

    /** Limit in UTF-8 bytes as sent: a sign-up, or a change of one, for a session without questions. */
    int MAX_SIGN_UP = 16 * 1024;

    /** Limit in UTF-8 bytes as sent for all other bodies: a session, a list, or a sign-up with answers. */
    int MAX = 64 * 1024;

    record Read<T>(T value) implements Body<T> {}

    record Refused<T>(Refusal why) implements Body<T> {}

    /** Reads the names and values of a browser's form of at most {@code max} UTF-8 bytes. */
    static Body<Map<String, String>> form(Request request, int max) {
        return request.isOfType("application/x-www-form-urlencoded")
                ? read(request, max, Form::parse)
                : new Refused<>(Refusal.BODY_TYPE);
    }

    /** Reads a JSON object of at most {@code max} UTF-8 bytes. */
    static Body<Map<String, Object>> json(Request request, int max) {
        return request.isOfType("application/json")
                ? read(request, max, Json::parse)
                : new Refused<>(Refusal.BODY_TYPE);
    }

    /**
     * Reads the form around a button, whatever its content type. A form that cannot be read is empty, since the press
     * is what counts; one larger than {@link #MAX_BUTTON} is refused.
     */
    static Body<Map<String, String>> ofButton(Request request) {
        return isLarger(request, MAX_BUTTON)
                ? new Refused<>(Refusal.BODY_TOO_LARGE)
                : new Read<>(request.body().flatMap(Form::parse).orElse(Map.of()));
    }

    /**
     * Returns the limit of a sign-up, in UTF-8 bytes: {@link #MAX} for a session with questions, else
     * {@link #MAX_SIGN_UP}. Calls {@code asksQuestions} only for a body between the two.
     */
    static int maxOfSignUp(Request request, BooleanSupplier asksQuestions) {
        boolean mayNeedMore = isLarger(request, MAX_SIGN_UP) && !isLarger(request, MAX);
        return mayNeedMore && asksQuestions.getAsBoolean() ? MAX : MAX_SIGN_UP;
    }

    private static <T> Body<T> read(Request request, int max, Function<String, Optional<T>> parse) {
        if (isLarger(request, max)) {
            return new Refused<>(Refusal.BODY_TOO_LARGE);
        }
        Optional<T> value = request.body().flatMap(parse);
        return value.isPresent() ? new Read<>(value.get()) : new Refused<>(Refusal.BODY_INVALID);
    }

    /** Compares the length in UTF-8 bytes, after a cheap check: a character takes at least one byte. */
    private static boolean isLarger(Request request, int max) {
        return request.body()
                .filter(body -> body.length() > max || body.getBytes(StandardCharsets.UTF_8).length > max)
                .isPresent();
    }
}
