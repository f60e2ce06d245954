package nl.samenkomst.answers;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.http.Form;
import nl.samenkomst.http.Json;
import nl.samenkomst.http.Request;
import nl.samenkomst.texts.Refusal;

/** The body of a request: what it holds, or why it cannot be read. */
public sealed interface Body<T> {

    /** Enough for every field at its longest, and little enough to read at once; in characters. */
    int LARGEST = 64 * 1024;

    record Read<T>(T value) implements Body<T> {}

    record Refused<T>(Refusal why) implements Body<T> {}

    /** Names and values, as a browser sends a form. */
    static Body<Map<String, String>> form(Request request) {
        return request.isOfType("application/x-www-form-urlencoded")
                ? read(request, Form::parse)
                : new Refused<>(Refusal.BODY_TYPE);
    }

    /** A JSON object. */
    static Body<Map<String, Object>> json(Request request) {
        return request.isOfType("application/json") ? read(request, Json::parse) : new Refused<>(Refusal.BODY_TYPE);
    }

    private static <T> Body<T> read(Request request, Function<String, Optional<T>> parse) {
        if (request.body().filter(text -> text.length() > LARGEST).isPresent()) {
            return new Refused<>(Refusal.BODY_TOO_LARGE);
        }
        Optional<T> value = request.body().flatMap(parse);
        return value.isPresent() ? new Read<>(value.get()) : new Refused<>(Refusal.BODY_INVALID);
    }
}
